using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Tests.Web;

/// <summary>Hiding and undoing as an editor and a visitor meet them, over the five seeds.</summary>
public sealed class HidingTests : IAsyncDisposable
{
    const string Word = "zyzzyva";

    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Lies in the inbox before the first start: one article to hide, and one that lists it.</summary>
    void PutArticles()
    {
        Put("hide.txt", $"""
            ---
            title: "Megvii raises $71 million for facial recognition, {Word}"
            excerpt: "Megvii raised $71 million from SenseTime. Megvii makes facial recognition."
            webUrl: "https://example.com/hide"
            publishedDateTime: 2019-05-06T00:00:00Z
            ---
            """);
        Put("lists.txt", """
            ---
            title: "Another one on facial recognition by Megvii"
            webUrl: "https://example.com/lists"
            publishedDateTime: 2019-05-07T00:00:00Z
            related:
              - title: "Listed"
                webUrl: "https://example.com/hide"
            ---
            """);
    }

    void Put(string name, string text) => File.WriteAllText(Path.Combine(_app.Inbox, name), text);

    async Task<HttpClient> SignedInAsync(AccountRole role)
    {
        await _app.AddAccountAsync("person@example.org", role);
        var person = _app.Visitor();
        await person.SignInAsync("person@example.org");
        return person;
    }

    static async Task<int> IdAsync(HttpClient visitor, string address)
    {
        using var list = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/articles?size=100", Cancellation));
        return list.RootElement.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("url").GetString() == address).GetProperty("id").GetInt32();
    }

    [Fact]
    public async Task A_hidden_article_is_nowhere_until_it_is_shown_again()
    {
        PutArticles();
        using var visitor = _app.Visitor();
        using var editor = await SignedInAsync(AccountRole.Editor);
        var (hidden, lists) = (await IdAsync(visitor, "https://example.com/hide"), await IdAsync(visitor, "https://example.com/lists"));
        string[] places =
        [
            "/?scope=all", $"/?q={Word}", "/companies/megvii", $"/articles/{lists}/another-one-on-facial-recognition-by-megvii",
            "/api/v1/articles?size=100", "/export.csv", "/export.jsonl",
        ];
        foreach (var place in places) Assert.Contains("71 million", await visitor.GetStringAsync(place, Cancellation), StringComparison.Ordinal);
        var before = await CountsAsync(visitor);

        using var done = await editor.SubmitAsync($"/admin/hide?article={hidden}", $"/admin/hide?article={hidden}", ("article", $"{hidden}"), ("counted", "1"), ("reason", "A test"));

        Assert.Equal("/admin/hidden", done.Headers.Location?.OriginalString, ignoreCase: true);
        foreach (var place in places)
        {
            using var answer = await visitor.GetAsync(place, Cancellation);
            Assert.DoesNotContain("71 million", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Equal((before.Total - 1, before.Megvii - 1), await CountsAsync(visitor));
        using (var related = JsonDocument.Parse(await visitor.GetStringAsync($"/api/v1/articles/{lists}", Cancellation))) Assert.Empty(related.RootElement.GetProperty("related").EnumerateArray());
        await GoneAsync(visitor, hidden);
        var list = await editor.GetStringAsync("/admin/hidden", Cancellation);
        Assert.Contains("Hidden from readers: 1 article.", list, StringComparison.Ordinal);
        Assert.Contains("A test", list, StringComparison.Ordinal);

        using var shown = await editor.SubmitAsync("/admin/hidden", "/admin/hidden", ("article", $"{hidden}"));
        Assert.Matches($"Shown to readers again: 1 article\\.\\s*<a href=\"/articles/{hidden}/-\">Open the article</a>", await editor.GetStringAsync("/admin/hidden", Cancellation));
        Assert.Equal(before, await CountsAsync(visitor));
        foreach (var place in places) Assert.Contains("71 million", await visitor.GetStringAsync(place, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_the_desk_read_what_is_hidden_and_show_it_again_from_there()
    {
        PutArticles();
        using var visitor = _app.Visitor();
        using var editor = await SignedInAsync(AccountRole.Editor);
        var hidden = await IdAsync(visitor, "https://example.com/hide");
        using var done = await editor.SubmitAsync($"/admin/hide?article={hidden}", $"/admin/hide?article={hidden}", ("article", $"{hidden}"), ("counted", "1"), ("reason", "A test"));

        Assert.Contains($"<a href=\"/articles/{hidden}/-\">", await editor.GetStringAsync("/admin/hidden", Cancellation), StringComparison.Ordinal);
        using var moved = await editor.GetAsync($"/articles/{hidden}/-", Cancellation);
        using var page = await editor.GetAsync(moved.Headers.Location, Cancellation);
        Assert.Equal((HttpStatusCode.OK, true), (page.StatusCode, page.Headers.CacheControl?.NoStore));
        var text = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Hidden from readers", text, StringComparison.Ordinal);
        Assert.Contains("by person@example.org: A test", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hide it", text, StringComparison.Ordinal);
        Assert.Contains(Word, await editor.GetStringAsync($"/admin/articles/{hidden}", Cancellation), StringComparison.Ordinal);
        await GoneAsync(visitor, hidden);

        using var shown = await editor.SubmitAsync(moved.Headers.Location!.OriginalString, "/admin/hidden", ("article", $"{hidden}"));

        Assert.DoesNotContain("Hidden from readers", await editor.GetStringAsync(moved.Headers.Location, Cancellation), StringComparison.Ordinal);
        Assert.Contains(Word, await visitor.GetStringAsync(moved.Headers.Location, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_list_shows_is_hidden_after_its_number_was_seen()
    {
        PutArticles();
        using var visitor = _app.Visitor();
        using var editor = await SignedInAsync(AccountRole.Editor);
        const string Page = "/admin/hide?list=http%3A%2F%2Flocalhost%2F%3Fcompany%3Dmegvii%26scope%3Dall";
        (string, string) list = ("list", "http://localhost/?company=megvii&scope=all");
        var before = await CountsAsync(visitor);

        Assert.Contains($"Hide {before.Megvii} articles", await editor.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        using var wrong = await editor.SubmitAsync(Page, "/admin/hide", list, ("counted", $"{before.Megvii + 1}"));
        Assert.Contains("so nothing was hidden", await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var done = await editor.SubmitAsync(Page, "/admin/hide", list, ("counted", $"{before.Megvii}"));

        Assert.Equal((before.Total - before.Megvii, 0), await CountsAsync(visitor));
    }

    [Fact]
    public async Task What_a_run_brought_is_listed_with_links_before_it_is_hidden()
    {
        using var editor = await SignedInAsync(AccountRole.Editor);

        var page = await editor.GetStringAsync("/admin/hide?run=1", Cancellation);

        Assert.Equal(19, Regex.Count(page, "<li><a href=\"/articles/[0-9]+/-\">[^<]+</a></li>"));
    }

    [Theory]
    [InlineData("nonsense", "is no list")]
    [InlineData("/companies/megvii", "is no list")]
    [InlineData("/topics/funding?page=2", "is no list")]
    [InlineData("https://other.example/?company=megvii", "is no list")]
    [InlineData("/?compny=megvii", "“compny” is no filter of a list")]
    [InlineData("/?from=abc", "from")]
    public async Task What_is_no_list_offers_nothing_to_hide(string list, string sentence)
    {
        using var editor = await SignedInAsync(AccountRole.Editor);

        var page = WebUtility.HtmlDecode(await editor.GetStringAsync($"/admin/hide?list={Uri.EscapeDataString(list)}", Cancellation));

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"counted\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing to hide", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("http://localhost")]
    [InlineData("http://localhost/")]
    public async Task The_first_page_is_a_list_too_and_its_number_is_told_before_anything_is_hidden(string list)
    {
        PutArticles();
        using var editor = await SignedInAsync(AccountRole.Editor);
        using var found = JsonDocument.Parse(await editor.GetStringAsync("/api/v1/articles", Cancellation));

        var page = WebUtility.HtmlDecode(await editor.GetStringAsync($"/admin/hide?list={Uri.EscapeDataString(list)}", Cancellation));

        Assert.Contains($"Hide {found.RootElement.GetProperty("total").GetInt32()} articles</button>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is no list", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_undoes_a_run_from_its_receipts_and_an_editor_may_not()
    {
        using var visitor = _app.Visitor();
        using var editor = await SignedInAsync(AccountRole.Editor);
        using var forbidden = await editor.GetAsync("/admin/runs/1/undo", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await _app.AddAccountAsync();
        using var admin = _app.Visitor();
        await admin.SignInAsync();

        Assert.Contains("/admin/runs/1/undo", await admin.GetStringAsync("/admin/runs/1", Cancellation), StringComparison.Ordinal);
        var page = await admin.GetStringAsync("/admin/runs/1/undo", Cancellation);
        Assert.Contains("Undoing run 1: 19 articles go, no articles return to their former values; 5 files are as before it.", page, StringComparison.Ordinal);
        var version = page.Split("name=\"version\" value=\"")[1].Split('"')[0];
        using var stale = await admin.SubmitAsync("/admin/runs/1/undo", "/admin/runs/1/undo", ("version", "0"));
        Assert.Contains("nothing was undone", await stale.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var done = await admin.SubmitAsync("/admin/runs/1/undo", "/admin/runs/1/undo", ("version", version));

        var receipts = await admin.GetStringAsync(done.Headers.Location, Cancellation);
        Assert.Contains("<p>Run 1 undone: 19 articles removed", receipts, StringComparison.Ordinal);
        await GoneAsync(visitor, 1);
        Assert.Equal((0, 0), await CountsAsync(visitor));
        Assert.Contains("undone by run", await admin.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_a_retag_came_after_says_so_in_plain_words_and_leads_to_hiding_what_it_brought()
    {
        await _app.AddAccountAsync();
        using var admin = _app.Visitor();
        await admin.SignInAsync();
        var retagger = _app.Services.GetRequiredService<Retagger>();
        await retagger.ApplyAsync(await retagger.PlanAsync(null, Cancellation), "somebody", null, Cancellation);

        var page = await admin.GetStringAsync("/admin/runs/1/undo", Cancellation);

        Assert.Contains("since run 2 (a retag by somebody", page, StringComparison.Ordinal);
        Assert.Contains("tagged every article again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"version\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/admin/hide?run=1\"", page, StringComparison.Ordinal);
    }

    static async Task GoneAsync(HttpClient visitor, int id)
    {
        using var page = await visitor.GetAsync($"/articles/{id}/any-words", Cancellation);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("Its number is never given to another article.", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var api = await visitor.GetAsync($"/api/v1/articles/{id}", Cancellation);
        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
    }

    static async Task<(int Total, int Megvii)> CountsAsync(HttpClient visitor)
    {
        using var list = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/articles?size=1", Cancellation));
        using var companies = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/companies", Cancellation));
        var megvii = companies.RootElement.GetProperty("items").EnumerateArray().Single(company => company.GetProperty("slug").GetString() == "megvii");
        return (list.RootElement.GetProperty("total").GetInt32(), megvii.GetProperty("articles").GetInt32());
    }
}
