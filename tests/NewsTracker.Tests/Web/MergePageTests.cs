using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Web;

/// <summary>An editor is led from a taken address to both articles, merges them, and takes that apart.</summary>
public sealed partial class MergePageTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_address_that_is_taken_leads_to_both_articles_the_merge_and_back()
    {
        using var editor = await EditorAsync();
        using var visitor = _app.Visitor();
        var other = await UrlAsync(visitor, 2);
        var before = await visitor.GetStringAsync("/export.jsonl", Cancellation);

        using var corrected = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "url"), ("Form.Value", other), ("Form.Reason", "The page says so"));
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        var page = await editor.GetStringAsync(corrected.Headers.Location, Cancellation);
        Assert.Contains("This address belongs to article 2, so nothing was corrected.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"The page says so\"", page, StringComparison.Ordinal);
        Assert.Contains("Merge article 2 into article 1", page, StringComparison.Ordinal);
        Assert.Contains(">web address</th>", page, StringComparison.Ordinal);
        Assert.Contains(">the same</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("colspan", page, StringComparison.Ordinal);
        Assert.Contains("about face recognition", page, StringComparison.Ordinal);
        Assert.DoesNotContain("FacialRecognition", page, StringComparison.Ordinal);

        using var merged = await editor.SubmitAsync("/admin/merge?article=1&other=2", "/admin/merge", ("article", "1"), ("other", "2"), ("reason", "One story"), ("version", Version().Match(page).Groups[1].Value));
        Assert.Equal("/admin/merges", merged.Headers.Location?.OriginalString, ignoreCase: true);
        var list = await editor.GetStringAsync("/admin/merges", Cancellation);
        Assert.Contains("its address leads there", list, StringComparison.Ordinal);
        Assert.Contains("One story", list, StringComparison.Ordinal);
        await LeadsAsync(visitor);
        await _app.AddAccountAsync("other@example.org");
        using var admin = _app.Visitor();
        await admin.SignInAsync("other@example.org");
        Assert.Matches(@"Take the merge apart at\s*<a href=""/admin/merges"">/admin/merges</a>\s*first", await admin.GetStringAsync("/admin/runs/1/undo", Cancellation));

        using var apart = await editor.SubmitAsync("/admin/merges", "/admin/merges", ("merge", "1"));
        Assert.Equal(HttpStatusCode.Redirect, apart.StatusCode);
        Assert.Equal(before, await visitor.GetStringAsync("/export.jsonl", Cancellation));
        using var again = await visitor.GetAsync("/api/v1/articles/2", Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task What_the_newer_file_wins_is_said_in_a_sentence()
    {
        File.WriteAllText(Path.Combine(_app.Inbox, "a.md"), "---\ntitle: Quillmark opens a lab\nwebUrl: https://example.com/a\n---\n");
        using var editor = await EditorAsync();
        File.WriteAllText(Path.Combine(_app.Inbox, "b.md"), "---\ntitle: Quillmark has a lab\nwebUrl: https://example.com/b\n---\n");
        await _app.Services.GetRequiredService<Importer>().RunAsync(new ImportRequest([_app.Inbox], false, "test"), null, Cancellation);

        var page = await editor.GetStringAsync("/admin/merge?article=20&other=https://example.com/b", Cancellation);

        Assert.Contains("Article 20 keeps its number, but takes over from article 21: headline and web address.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/merge?article=1&other=1", "Both are the same article")]
    [InlineData("/admin/merge?article=1&other=999", "One of the two is not there")]
    [InlineData("/admin/merge?article=1&other=words", "Give the number or the address")]
    [InlineData("/admin/merge?article=1", "Give the number or the address")]
    [InlineData("/admin/merge?article=1&other=http://localhost/articles/2/any-words", "Merge article 2 into article 1")]
    public async Task What_is_asked_for_is_shown_or_a_sentence_says_why_not(string address, string told)
    {
        using var editor = await EditorAsync();

        Assert.Contains(told, await editor.GetStringAsync(address, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_moved_on_since_it_was_shown_is_not_merged_and_the_reason_is_not_lost()
    {
        using var editor = await EditorAsync();

        using var stale = await editor.SubmitAsync("/admin/merge?article=1&other=2", "/admin/merge", ("article", "1"), ("other", "2"), ("reason", "Kept words"), ("version", "0"));

        var page = await stale.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("so nothing was merged", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept words\"", page, StringComparison.Ordinal);
    }

    static async Task LeadsAsync(HttpClient visitor)
    {
        using var page = await visitor.GetAsync("/articles/2/any-words", Cancellation);
        Assert.Equal(HttpStatusCode.MovedPermanently, page.StatusCode);
        Assert.StartsWith("/articles/1/", page.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl?.NoCache);
        using var api = await visitor.GetAsync("/api/v1/articles/2", Cancellation);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/api/v1/articles/1"), (api.StatusCode, api.Headers.Location?.OriginalString));
        Assert.True(api.Headers.CacheControl?.NoCache);
    }

    static async Task<string> UrlAsync(HttpClient visitor, int id)
    {
        using var article = System.Text.Json.JsonDocument.Parse(await visitor.GetStringAsync($"/api/v1/articles/{id}", Cancellation));
        return article.RootElement.GetProperty("url").GetString()!;
    }

    async Task<HttpClient> EditorAsync()
    {
        await _app.AddAccountAsync("editor@example.org", AccountRole.Editor);
        var editor = _app.Visitor();
        await editor.SignInAsync("editor@example.org");
        return editor;
    }

    [GeneratedRegex("name=\"version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();
}
