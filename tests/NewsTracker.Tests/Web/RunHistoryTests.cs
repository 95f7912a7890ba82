using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Undoing;

namespace NewsTracker.Tests.Web;

public sealed partial class RunHistoryTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Runs_are_found_by_file_folder_kind_result_and_day()
    {
        using var person = await SignedInAsync();
        var other = Directory.CreateDirectory(Path.Combine(_app.Data, "elsewhere_50%")).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "=broken.md"), "---\ntitle: \"never closed\n---\n", Cancellation);
        await ImportAsync(other);

        Assert.Equal("2 1", await FoundAsync(person, ""));
        Assert.Equal("2", await FoundAsync(person, "?q=BROKEN"));
        Assert.Equal("2", await FoundAsync(person, "?q=elsewhere_50%25"));
        Assert.Equal("", await FoundAsync(person, "?q=elsewhere%2550"));
        Assert.Equal("1", await FoundAsync(person, $"?q={Path.GetFileName(Seeds.Files[0])}"));
        Assert.Equal("2", await FoundAsync(person, "?result=rejected"));
        Assert.Equal("", await FoundAsync(person, "?kind=undo"));
        Assert.Equal("2 1", await FoundAsync(person, $"?kind=import&result=completed&day={TimeProvider.System.GetUtcNow():yyyy-MM-dd}"));
        Assert.Equal("", await FoundAsync(person, "?day=2001-01-01"));
        Assert.Equal("1", await FoundAsync(person, "?before=2"));
        Assert.Contains("is no day", await person.GetStringAsync("/admin/runs?day=yesterday", Cancellation), StringComparison.Ordinal);
        Assert.Contains("there is not", await person.GetStringAsync("/admin/runs?kind=nonsense", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_turns_writing_round_in_the_name_of_a_file_is_written_out_wherever_people_read_it()
    {
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "inv\u202etxt.md"), "---\ntitle: \"Megvii opens a lab\"\nwebUrl: \"https://example.com/odd\"\n---\n", Cancellation);
        using var person = await SignedInAsync();
        var folder = Directory.CreateDirectory(Path.Combine(_app.Data, "odd\u2066folder")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "bad\u202etxt.md"), "---\ntitle: \"never closed\n---\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(_app.Data, "inbox")).FullName, "sent\u202etxt.md"), "Sent", Cancellation);
        await ImportAsync(folder);
        using var list = JsonDocument.Parse(await person.GetStringAsync("/api/v1/articles?q=%22opens+a+lab%22&scope=all", Cancellation));
        var article = $"/articles/{list.RootElement.GetProperty("items")[0].GetProperty("id").GetInt64()}/megvii-opens-a-lab";

        foreach (var (address, shown) in ((string, string)[])[
            (article, @"inv\u202Etxt.md"), ("/admin/runs/2", @"odd\u2066folder"), ("/admin/runs/1", @"inv\u202Etxt.md"), ("/admin/inbox", @"sent\u202Etxt.md"), ("/admin/runs/1/receipts.csv", @"inv\u202Etxt.md"),
            ("/admin/log", @"odd\u2066folder"), ("/admin/log.csv", @"odd\u2066folder"), ("/admin/review?files=true", @"bad\u202Etxt.md")])
        {
            using var answer = await person.GetAsync(address, Cancellation);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.True(answer.IsSuccessStatusCode, $"{address} gave {answer.StatusCode}");
            Assert.True(page.Contains(shown, StringComparison.Ordinal), $"{address} lacks {shown}");
            // An address of a form may carry the name as it is: it is an identity there.
            Assert.DoesNotMatch("[\u202e\u2066]", Hidden().Replace(page, ""));
        }
    }

    [Fact]
    public async Task A_receipt_names_its_article_by_the_headline_and_what_changed_in_words()
    {
        using var person = await SignedInAsync();
        var folder = Directory.CreateDirectory(Path.Combine(_app.Data, "elsewhere")).FullName;
        foreach (var title in (string[])["Megvii opens a lab", "Megvii & others open a lab"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "lab.md"), $"---\ntitle: \"{title}\"\nwebUrl: \"https://example.com/lab\"\n---\n", Cancellation);
            await ImportAsync(folder);
        }

        var page = WebUtility.HtmlDecode(await person.GetStringAsync("/admin/runs/3", Cancellation));
        Assert.Matches("""<span>[^<]*headline[^<]*</span>\s*<a href="/articles/\d+/-">Megvii & others open a lab</a>""", page);

        var undoer = _app.Services.GetRequiredService<Undoer>();
        foreach (var run in (long[])[3, 2]) await undoer.ApplyAsync(await undoer.PlanAsync(run, Cancellation), "test", Cancellation);
        Assert.Matches("""<a href="/articles/(?<id>\d+)/-">article \k<id></a>""", await person.GetStringAsync("/admin/runs/2", Cancellation));
    }

    [Fact]
    public async Task A_run_that_changed_nothing_offers_nothing_to_take_back()
    {
        using var person = await SignedInAsync();
        await ImportAsync(Path.Combine(_app.Data, "nosuch.txt"));

        Assert.Contains("Undo this run", await person.GetStringAsync("/admin/runs/1", Cancellation), StringComparison.Ordinal);
        var page = await person.GetStringAsync("/admin/runs/2", Cancellation);
        Assert.DoesNotContain("Undo this run", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hide what it brought", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipts_come_as_csv_all_or_of_one_outcome()
    {
        using var person = await SignedInAsync();
        var other = Directory.CreateDirectory(Path.Combine(_app.Data, "elsewhere")).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "=broken.md"), "---\ntitle: \"never closed\n---\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(other, "fine.md"), "---\ntitle: \"Megvii opens a lab\"\nwebUrl: \"https://example.com/a\"\n---\n", Cancellation);
        await ImportAsync(other);

        using var all = await person.GetAsync("/admin/runs/2/receipts.csv", Cancellation);
        var lines = (await all.Content.ReadAsStringAsync(Cancellation)).TrimEnd().Split("\r\n");
        var rejected = (await person.GetStringAsync("/admin/runs/2/receipts.csv?outcome=rejected", Cancellation)).TrimEnd().Split("\r\n");

        Assert.Equal("text/csv", all.Content.Headers.ContentType?.MediaType);
        Assert.Equal("run-2.csv", all.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("file,outcome,article,changedFields,code,line,column,reason,warnings,sha256", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("'=broken.md,rejected,,,yaml,2,", Assert.Single(rejected.Skip(1)), StringComparison.Ordinal);
        using var none = await person.GetAsync("/admin/runs/99/receipts.csv", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    async Task<HttpClient> SignedInAsync()
    {
        await _app.AddAccountAsync();
        var person = _app.Visitor();
        await person.SignInAsync();
        return person;
    }

    async Task ImportAsync(string folder) =>
        await _app.Services.GetRequiredService<Importer>().RunAsync(new ImportRequest([folder], false, "test"), null, Cancellation);

    static async Task<string> FoundAsync(HttpClient person, string query) =>
        string.Join(' ', Run().Matches(await person.GetStringAsync($"/admin/runs{query}", Cancellation)).Select(run => run.Groups[1].Value));

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("aria-label=\"Run ([0-9]+)\"")]
    private static partial Regex Run();
}
