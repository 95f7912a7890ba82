using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

/// <summary>An editor corrects an article in the page; strangers cannot.</summary>
public sealed partial class CorrectionPageTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_editor_corrects_a_date_and_takes_it_back()
    {
        using var editor = await EditorAsync();
        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "published"), ("Form.Value", "2018-07"), ("Form.Reason", "the page says so"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var page = await editor.GetStringAsync("/admin/articles/1", Cancellation);
        Assert.Contains("corrected by a person", page, StringComparison.Ordinal);
        Assert.Contains("the page says so", page, StringComparison.Ordinal);
        Assert.Contains("\"source\":\"correction\"", await editor.GetStringAsync("/api/v1/articles/1", Cancellation), StringComparison.Ordinal);

        using var reverted = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1?handler=Revert", ("correction", "1"));
        Assert.Equal(HttpStatusCode.Redirect, reverted.StatusCode);
        Assert.Contains("Reverted: the article says again what its files say.", await editor.GetStringAsync("/admin/articles/1", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("\"source\":\"correction\"", await editor.GetStringAsync("/api/v1/articles/1", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_a_newer_one_replaced_says_so_and_one_taken_back_does_not()
    {
        using var editor = await EditorAsync();
        (await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "published"), ("Form.Value", "2018-07"))).Dispose();
        (await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "published"), ("Form.Value", "2018-08"))).Dispose();
        Assert.Matches("Not in force since .*</time>: a newer correction by ", await editor.GetStringAsync("/admin/articles/1", Cancellation));

        (await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1?handler=Revert", ("correction", "2"))).Dispose();

        var page = await editor.GetStringAsync("/admin/articles/1", Cancellation);
        Assert.Equal((2, 1), (Regex.Count(page, "Not in force since"), Regex.Count(page, "a newer correction by")));
    }

    [Theory]
    [InlineData("published", "last summer", "is no date")]
    [InlineData("published", "1850", "lies before 1900")]
    [InlineData("published", "2999-01-01", "lies in the future")]
    [InlineData("url", "javascript:alert(1)", "is no web address")]
    [InlineData("title", " ", "cannot be empty")]
    [InlineData("secured", "x", "cannot be corrected")]
    public async Task What_cannot_be_taken_is_said_and_shown_again(string field, string typed, string problem)
    {
        using var editor = await EditorAsync();

        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", field), ("Form.Value", typed));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(problem, page, StringComparison.Ordinal);
        Assert.Contains("None.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.axios.com/x?y=1", "axios.com")]
    [InlineData("Axios.com/pro", "axios.com")]
    [InlineData("www.axios.com", "axios.com")]
    public async Task A_provider_is_named_by_its_domain_or_by_any_address_of_it(string typed, string domain)
    {
        using var editor = await EditorAsync();

        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "provider"), ("Form.Value", "Axios Pro"), ("Form.Domain", typed));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var article = JsonDocument.Parse(await editor.GetStringAsync("/api/v1/articles/1", Cancellation));
        Assert.Equal(domain, article.RootElement.GetProperty("provider").GetProperty("domain").GetString());
        using var page = await editor.GetAsync($"/providers/{domain}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("a b.com")]
    [InlineData("not a domain")]
    [InlineData("<b>")]
    [InlineData("axios")]
    [InlineData("ftp://axios.com/")]
    public async Task A_provider_s_domain_that_is_none_is_said_at_its_field_and_nothing_typed_is_lost(string typed)
    {
        using var editor = await EditorAsync();

        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1",
            ("Form.Field", "provider"), ("Form.Value", "Axios Pro"), ("Form.Domain", typed), ("Form.Reason", "as signed"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains($"“{typed}” is no domain.", page, StringComparison.Ordinal);
        Assert.Matches("id=\"f-domain\"[^\n]*aria-invalid=\"true\"", page);
        Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Axios Pro\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"as signed\"", page, StringComparison.Ordinal);
        Assert.Contains("None.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_article_says_already_is_refused_and_leaves_no_trace()
    {
        using var editor = await EditorAsync();
        using var article = JsonDocument.Parse(await editor.GetStringAsync("/api/v1/articles/1", Cancellation));
        var title = article.RootElement.GetProperty("title").GetString()!;

        foreach (var (field, value) in ((string, string)[])[("title", $" {title} "), ("scope", article.RootElement.GetProperty("scope").GetProperty("value").GetString()!)])
        {
            using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", field), ("Form.Value", value), ("Form.Reason", "to be sure"));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("The article says this already, so there is nothing to correct.", page, StringComparison.Ordinal);
            Assert.Contains("None.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_estimated_date_that_a_person_types_is_certain_from_then_on()
    {
        File.WriteAllText(Path.Combine(_app.Inbox, "told.txt"), """
            Megvii grows by facial recognition

            In July, 2018, Megvii has raised $600 million for its facial recognition software, the company said. It sells the software to banks and to the police.

            The company was founded by three students and now employs more than two thousand people in its offices, most of them engineers.
            """);
        using var editor = await EditorAsync();
        using var list = JsonDocument.Parse(await editor.GetStringAsync("/api/v1/articles?size=100&scope=all", Cancellation));
        var id = list.RootElement.GetProperty("items").EnumerateArray().First(item => item.GetProperty("published").GetProperty("source").GetString() == "estimated").GetProperty("id").GetInt64();

        using var answer = await editor.SubmitAsync($"/admin/articles/{id}", $"/admin/articles/{id}", ("Form.Field", "published"), ("Form.Value", "2018-07"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var article = JsonDocument.Parse(await editor.GetStringAsync($"/api/v1/articles/{id}", Cancellation));
        Assert.Equal("correction", article.RootElement.GetProperty("published").GetProperty("source").GetString());
    }

    [Fact]
    public async Task What_turns_writing_round_is_not_taken_over_from_the_keyboard()
    {
        using var editor = await EditorAsync();

        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "title"), ("Form.Value", "\u202eMegvii \u2066grows\u200f"), ("Form.Reason", "\u202efor show"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("\"title\":\"Megvii grows\"", await editor.GetStringAsync("/api/v1/articles/1", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', WebUtility.HtmlDecode(await editor.GetStringAsync("/admin/articles/1", Cancellation)));
    }

    [Fact]
    public async Task A_reason_stays_beside_a_value_that_is_refused_and_the_browser_goes_to_the_answer()
    {
        using var editor = await EditorAsync();

        using var answer = await editor.SubmitAsync(
            "/admin/articles/1", "/admin/articles/1", ("Form.Field", "published"), ("Form.Value", "31.02.2020"), ("Form.Reason", "as the paper has it"));

        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("value=\"as the paper has it\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"told\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"#told\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_topics_that_are_ticked_are_on_it_from_then_on()
    {
        using var editor = await EditorAsync();
        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "topics"), ("Form.Topics", "privacy-and-data-protection"), ("Form.Topics", "funding"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var article = await editor.GetStringAsync("/api/v1/articles/1", Cancellation);
        Assert.Contains("\"slug\":\"privacy-and-data-protection\"", article, StringComparison.Ordinal);
        Assert.Contains("\"slug\":\"funding\"", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_is_added_by_hand_beside_those_that_were_found_and_is_kept_through_another_import()
    {
        using var editor = await EditorAsync();
        var before = await MoneyAsync(editor);

        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", [.. Kept(before),
            ("Form.Amount", "1,250.5 million"), ("Form.Currency", "EUR"), ("Form.AddedKind", "Contract"), ("Form.AddedStatus", "Reported"), ("Form.AddedOwner", "sensetime")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await AddedAsync();
        File.AppendAllText(Path.Combine(_app.Inbox, Path.GetFileName(Seeds.Files[0])), "\n");
        var jobs = _app.Services.GetRequiredService<ImportJobs>();
        Assert.True(jobs.TryStart(new ImportRequest([_app.Inbox], false, "test")));
        while (jobs.Latest!.IsRunning) await Task.Delay(20, Cancellation);
        await AddedAsync();
        Assert.Contains("entered by a person", await editor.ArticlePageAsync(1), StringComparison.Ordinal);

        using var reverted = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1?handler=Revert", ("correction", "1"));
        Assert.Equal(before, await MoneyAsync(editor));

        async Task AddedAsync()
        {
            var after = await MoneyAsync(editor);
            Assert.Equal(before, after[..^1]);
            Assert.Equal("contract reported 1250500000 EUR sensetime correction", after[^1]);
        }
    }

    [Theory]
    [InlineData("1,5 million", "USD", "is no sum", "f-amount")]
    [InlineData("-3", "USD", "is no sum", "f-amount")]
    [InlineData("5 trillion trillion", "USD", "is no sum", "f-amount")]
    [InlineData("5 million", "", "Choose the currency", "f-currency")]
    [InlineData("5 million", "XXX", "Choose the currency", "f-currency")]
    public async Task A_sum_that_is_none_is_said_at_its_field_and_nothing_typed_is_lost(string amount, string currency, string problem, string field)
    {
        using var editor = await EditorAsync();

        using var answer = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1",
            ("Form.Field", "money"), ("Form.Amount", amount), ("Form.Currency", currency), ("Form.AddedKind", "Fine"), ("Form.Reason", "as stated"));

        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(problem, page, StringComparison.Ordinal);
        Assert.Matches($"id=\"{field}\"[^>]*aria-invalid=\"true\"", page);
        Assert.Contains($"value=\"{amount}\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Fine\" selected", page, StringComparison.Ordinal);
        Assert.Contains("value=\"as stated\"", page, StringComparison.Ordinal);
        Assert.Contains("None.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paragraph_is_cut_and_put_back()
    {
        using var editor = await EditorAsync();
        var before = await LongestAsync(editor);
        using var cut = await editor.SubmitAsync($"/admin/articles/{before.Id}", $"/admin/articles/{before.Id}", ("Form.Field", "body"), ("Form.Cut", "0"));
        Assert.Equal(HttpStatusCode.Redirect, cut.StatusCode);
        var piece = CutByPerson().Match(await editor.GetStringAsync($"/admin/articles/{before.Id}", Cancellation)).Groups[1].Value;
        Assert.NotEqual(before.Body, (await LongestAsync(editor)).Body);

        using var put = await editor.SubmitAsync($"/admin/articles/{before.Id}", $"/admin/articles/{before.Id}", ("Form.Field", "body"), ("Form.Restore", piece));

        Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);
        Assert.Equal(before, await LongestAsync(editor));
    }

    [Fact]
    public async Task Where_the_only_paragraph_is_cut_the_page_says_so_and_leads_an_editor_to_the_way_back()
    {
        File.WriteAllText(Path.Combine(_app.Inbox, "one.md"), "---\ntitle: One paragraph on facial recognition\nwebUrl: https://example.com/one\n---\nMegvii opens a laboratory for facial recognition.\n");
        using var editor = await EditorAsync();
        using var visitor = _app.Visitor();
        using var list = JsonDocument.Parse(await editor.GetStringAsync("/api/v1/articles?q=laboratory", Cancellation));
        var id = list.RootElement.GetProperty("items")[0].GetProperty("id").GetInt64();
        const string Address = "one-paragraph-on-facial-recognition";

        using var cut = await editor.SubmitAsync($"/admin/articles/{id}", $"/admin/articles/{id}", ("Form.Field", "body"), ("Form.Cut", "0"));

        var page = await visitor.GetStringAsync($"/articles/{id}/{Address}", Cancellation);
        Assert.Contains("The text was cut away by hand, and no excerpt is held", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Neither text nor excerpt is held", page, StringComparison.Ordinal);
        Assert.DoesNotContain("put text back", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/admin/articles/{id}#body\">put text back</a>", await editor.GetStringAsync($"/articles/{id}/{Address}", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Revert", "Accepted: the article says what its files say now")]
    [InlineData("Keep", "The correction stands")]
    public async Task What_is_decided_in_the_list_of_corrections_leads_back_to_it(string decision, string told)
    {
        var file = Path.Combine(_app.Inbox, "own.md");
        File.WriteAllText(file, "---\ntitle: Megvii opens a lab in Paris\nwebUrl: https://example.com/own\n---\n");
        using var editor = await EditorAsync();
        using var list = JsonDocument.Parse(await editor.GetStringAsync("/api/v1/articles?q=Paris", Cancellation));
        var desk = $"/admin/articles/{list.RootElement.GetProperty("items")[0].GetProperty("id").GetInt64()}";
        using var corrected = await editor.SubmitAsync(desk, desk, ("Form.Field", "title"), ("Form.Value", "Megvii opens a lab"));
        File.WriteAllText(file, "---\ntitle: Megvii opens a lab in Lyon\nwebUrl: https://example.com/own\n---\n");
        await _app.Services.GetRequiredService<Importer>().RunAsync(new ImportRequest([_app.Inbox], false, "test"), null, Cancellation);
        var page = await editor.GetStringAsync("/admin/corrections", Cancellation);
        Assert.Equal(2, page.Split($"href=\"{desk}#title\"").Length);
        Assert.Contains("name=\"listed\" value=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/admin/corrections\" aria-current=\"page\">Corrections</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/admin\">Desk</a>", page, StringComparison.Ordinal);
        Assert.Contains("For 1 corrected value of 1 article the files now say something other than when it was corrected.", await editor.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);

        using var decided = await editor.SubmitAsync("/admin/corrections", $"{desk}?handler={decision}", ("correction", "1"), ("listed", "true"));

        Assert.Equal("/admin/corrections", decided.Headers.Location?.OriginalString, ignoreCase: true);
        var after = await editor.GetStringAsync("/admin/corrections", Cancellation);
        Assert.Contains(told, after, StringComparison.Ordinal);
        Assert.Contains(decision == "Keep" ? "<ins>Megvii opens a lab</ins>" : "<del>Megvii opens a lab</del>", after, StringComparison.Ordinal);
        using var other = await editor.SubmitAsync(desk, $"{desk}?handler={decision}", ("correction", "1"), ("listed", "false"));
        Assert.Equal(desk, other.Headers.Location?.OriginalString, ignoreCase: true);
    }

    Task<HttpClient> EditorAsync() => _app.PersonAsync(AccountRole.Editor);

    // Each as “kind status amount currency company source”.
    static async Task<string[]> MoneyAsync(HttpClient visitor)
    {
        using var article = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/articles/1", Cancellation));
        return
        [
            .. article.RootElement.GetProperty("money").EnumerateArray().Select(fact =>
                string.Join(' ', ((string[])["kind", "status", "amount", "currency", "companySlug", "source"]).Select(name => fact.GetProperty(name).ToString()))),
        ];
    }

    // The form as it stands, unchanged.
    static IEnumerable<(string Name, string Value)> Kept(string[] facts)
    {
        yield return ("Form.Field", "money");
        foreach (var (place, fact) in facts.Index())
        {
            var parts = fact.Split(' ');
            yield return ("Form.Money", place.ToString(CultureInfo.InvariantCulture));
            yield return ("Form.Kinds", parts[0] == "market-size" ? "MarketSize" : parts[0]);
            yield return ("Form.Statuses", parts[1]);
            yield return ("Form.Owners", parts[4]);
        }
    }

    // The first article that has a text of its own.
    static async Task<(long Id, string Body)> LongestAsync(HttpClient visitor)
    {
        using var list = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/articles?format=text&fields=body&sort=oldest", Cancellation));
        var item = list.RootElement.GetProperty("items").EnumerateArray().OrderBy(article => article.GetProperty("id").GetInt64()).First(article => article.GetProperty("body").GetString() is { Length: > 500 });
        return (item.GetProperty("id").GetInt64(), item.GetProperty("body").GetString()!);
    }

    [GeneratedRegex("cut by a person</small> <button type=\"submit\" name=\"Form.Restore\" value=\"([0-9]+)\"")]
    private static partial Regex CutByPerson();
}
