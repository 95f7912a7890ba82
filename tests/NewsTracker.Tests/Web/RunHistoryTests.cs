using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Importing;

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

    [GeneratedRegex("aria-label=\"Run ([0-9]+)\"")]
    private static partial Regex Run();
}
