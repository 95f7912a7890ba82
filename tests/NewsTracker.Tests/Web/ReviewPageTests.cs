using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Web;

/// <summary>The review queue as an editor meets it, over files that give reason to doubt.</summary>
public sealed partial class ReviewPageTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(DoubtKind.Undated, "Undated facial recognition plan of Megvii")]
    [InlineData(DoubtKind.DateDoubted, "Facial recognition of Megvii, dated twice")]
    [InlineData(DoubtKind.DateDoubted, "Facial recognition of Megvii, dated ahead")]
    [InlineData(DoubtKind.NoCompany, "Facial recognition at the gate of nobody")]
    [InlineData(DoubtKind.Identity, "Megvii keeps facial recognition without an address")]
    [InlineData(DoubtKind.SameHeadline, "Megvii sells facial recognition twice")]
    public async Task A_doubt_is_listed_until_it_is_let_stand(DoubtKind kind, string title)
    {
        PutArticles();
        using var editor = await SignedInAsync();
        var page = $"/admin/review?kind={kind}";
        var before = await editor.GetStringAsync(page, Cancellation);
        Assert.Contains(title, before, StringComparison.Ordinal);
        Assert.DoesNotContain("Megvii opens a facial recognition office", before, StringComparison.Ordinal);

        foreach (Match article in ArticleField().Matches(before))
        {
            using var done = await editor.SubmitAsync(page, "/admin/review", ("kind", kind.ToString()), ("article", article.Groups[1].Value));
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        var after = await editor.GetStringAsync(page, Cancellation);
        Assert.DoesNotContain(title, after, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for a look.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubt_that_was_let_stand_is_raised_again_when_the_article_changes()
    {
        PutArticles();
        using var editor = await SignedInAsync();
        const string Page = "/admin/review?kind=NoCompany";
        var id = ArticleField().Match(await editor.GetStringAsync(Page, Cancellation)).Groups[1].Value;
        using var settled = await editor.SubmitAsync(Page, "/admin/review", ("kind", "NoCompany"), ("article", id));
        Assert.DoesNotContain("the gate of nobody", await editor.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);

        using var corrected = await editor.SubmitAsync($"/admin/articles/{id}", $"/admin/articles/{id}", ("Form.Field", "title"), ("Form.Value", "Facial recognition at the door of nobody"));

        Assert.Contains("the door of nobody", await editor.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_a_person_gave_is_doubted_no_longer()
    {
        PutArticles();
        using var editor = await SignedInAsync();
        const string Page = "/admin/review?kind=DateDoubted";
        var before = await editor.GetStringAsync(Page, Cancellation);
        Assert.Contains("The date of publication, 2099-07-08, lay in the future when the file was read.", before, StringComparison.Ordinal);

        foreach (Match article in ArticleField().Matches(before))
        {
            var desk = $"/admin/articles/{article.Groups[1].Value}";
            using var corrected = await editor.SubmitAsync(desk, desk, ("Form.Field", "published"), ("Form.Value", "2018-07-09"));
            Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        }

        Assert.Contains("Nothing waits for a look.", await editor.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_one_headline_can_be_merged_and_a_doubt_that_is_none_is_not_found()
    {
        PutArticles();
        using var editor = await SignedInAsync();

        var link = MergeLink().Match(await editor.GetStringAsync("/admin/review?kind=SameHeadline", Cancellation)).Value.Replace("&amp;", "&", StringComparison.Ordinal);
        Assert.Contains("Megvii sells facial recognition twice", await editor.GetStringAsync(link, Cancellation), StringComparison.Ordinal);
        using var unknown = await editor.GetAsync("/admin/review?kind=Nonsense", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task An_address_that_a_person_gives_settles_a_doubtful_identity()
    {
        PutArticles();
        using var editor = await SignedInAsync();
        const string Page = "/admin/review?kind=Identity";
        var id = ArticleField().Match(await editor.GetStringAsync(Page, Cancellation)).Groups[1].Value;

        using var corrected = await editor.SubmitAsync($"/admin/articles/{id}", $"/admin/articles/{id}", ("Form.Field", "url"), ("Form.Value", "https://example.com/known"));

        Assert.DoesNotContain($"name=\"article\" value=\"{id}\"", await editor.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_not_worth_following_is_settled_for_good()
    {
        PutArticles();
        Put("acme-one", "Acme Vision Inc. raises $5 million for facial recognition", "publishedDateTime: 2018-07-08T00:00:00Z");
        Put("acme-two", "Facial recognition maker Acme Vision Inc. hires a chief", "publishedDateTime: 2018-07-09T00:00:00Z");
        using var admin = await SignedInAsync(AccountRole.Admin);
        const string Page = "/admin/review?names=true";
        var before = await admin.GetStringAsync(Page, Cancellation);
        Assert.Contains(">Acme Vision</a>, 2 articles", before, StringComparison.Ordinal);
        Assert.Contains("Names the catalogue lacks</a>", await admin.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);
        Assert.Contains("value=\"Acme Vision\"", await admin.GetStringAsync("/admin/catalogue/companies/new?adopt=acme-vision", Cancellation), StringComparison.Ordinal);

        using var settled = await admin.SubmitAsync(Page, "/admin/review?handler=name", ("slug", "acme-vision"));
        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);

        Put("acme-three", "Acme Vision Inc. opens a facial recognition office", "publishedDateTime: 2018-07-10T00:00:00Z");
        await ImportAsync();
        Assert.DoesNotContain("Acme Vision</a>,", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        Assert.Contains("does not want to follow", await admin.GetStringAsync("/admin/log", Cancellation), StringComparison.Ordinal);
        using var again = await admin.SubmitAsync(Page, "/admin/review?handler=name", ("slug", "acme-vision"));
        Assert.Contains("on the list no longer", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_let_stand_comes_back_when_it_changes_and_goes_with_its_file()
    {
        PutArticles();
        Directory.CreateDirectory(Path.Combine(_app.Inbox, "below"));
        var other = Path.Combine(_app.Inbox, "below", "broken.txt");
        File.Copy(Path.Combine(_app.Inbox, "broken.txt"), other);
        using var editor = await SignedInAsync();
        const string Page = "/admin/review?files=true";
        var fields = FileFields().Matches(await editor.GetStringAsync(Page, Cancellation));
        Assert.Equal(["below/broken.txt", "broken.txt"], fields.Select(field => Path.GetRelativePath(_app.Inbox, field.Groups[1].Value)));

        foreach (Match field in fields)
        {
            using var settled = await editor.SubmitAsync(Page, "/admin/review?handler=file", ("file", field.Groups[1].Value), ("sha256", field.Groups[2].Value));
        }

        await ImportAsync();
        Assert.Contains("Nothing waits for a look.", await editor.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        await File.AppendAllTextAsync(other, "more: \"never closed\n", Cancellation);
        await ImportAsync();
        Assert.Equal(other, Assert.Single(FileFields().Matches(await editor.GetStringAsync(Page, Cancellation)).Select(field => field.Groups[1].Value)));

        File.Delete(other);
        await ImportAsync();
        Assert.Contains("Nothing waits for a look.", await editor.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_counts_what_waits_and_files_not_taken_name_the_remedy()
    {
        PutArticles();
        using var editor = await SignedInAsync();

        Assert.Contains("Files not taken</a> 1<", await editor.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);
        var files = await editor.GetStringAsync("/admin/review?files=true", Cancellation);
        Assert.Contains("broken.txt", files, StringComparison.Ordinal);
        Assert.Contains("line 2", files, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_refused_before_full_paths_were_noted_has_no_known_folder()
    {
        using var editor = await SignedInAsync();
        await using (var context = _app.Services.GetRequiredService<NewsDatabase>().Open())
        {
            context.Add(new RefusedFile { FullPath = "below/a.md", Path = "below/a.md", Message = "No." });
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Contains("<h3>Folder unknown</h3>", await editor.GetStringAsync("/admin/review?files=true", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_not_taken_are_counted_no_further_than_doubts_are()
    {
        using var editor = await SignedInAsync();
        await using (var context = _app.Services.GetRequiredService<NewsDatabase>().Open())
        {
            context.AddRange(Enumerable.Range(0, 1234).Select(number => new RefusedFile { FullPath = $"/news/{number}.md", Path = $"{number}.md", Message = "No." }));
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Contains("Files not taken</a> 1,000 or more<", await editor.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);
    }

    void PutArticles()
    {
        Put("undated", "Undated facial recognition plan of Megvii", "");
        Put("2019/03/04/conflict", "Facial recognition of Megvii, dated twice", "publishedDateTime: 2018-07-08T00:00:00Z");
        Put("ahead", "Facial recognition of Megvii, dated ahead", "publishedDateTime: 2099-07-08T00:00:00Z");
        Put("nobody", "Facial recognition at the gate of nobody", "publishedDateTime: 2018-07-08T00:00:00Z");
        Put("one", "Megvii sells facial recognition twice", "publishedDateTime: 2018-07-08T00:00:00Z");
        Put("two", "Megvii sells facial recognition twice", "publishedDateTime: 2018-07-09T00:00:00Z");
        Put(null, "Megvii keeps facial recognition without an address", "publishedDateTime: 2018-07-08T00:00:00Z");
        Put("fine", "Megvii opens a facial recognition office", "publishedDateTime: 2018-07-08T00:00:00Z");
        File.WriteAllText(Path.Combine(_app.Inbox, "broken.txt"), "---\ntitle: \"never closed\n---\n");
    }

    void Put(string? path, string title, string date) => File.WriteAllText(Path.Combine(_app.Inbox, (path ?? "nowhere").Replace('/', '-') + ".txt"), $"""
        ---
        title: "{title}"
        {(path is null ? "" : $"webUrl: \"https://example.com/{path}\"")}
        {date}
        ---
        """);

    Task ImportAsync() => _app.Services.GetRequiredService<Importer>().RunAsync(new ImportRequest([_app.Inbox], false, "test"), null, Cancellation);

    async Task<HttpClient> SignedInAsync(AccountRole role = AccountRole.Editor)
    {
        await _app.AddAccountAsync("person@example.org", role);
        var person = _app.Visitor();
        await person.SignInAsync("person@example.org");
        return person;
    }

    [GeneratedRegex("name=\"article\" value=\"([0-9]+)\"")]
    private static partial Regex ArticleField();

    [GeneratedRegex("name=\"file\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"sha256\" value=\"([^\"]+)\"")]
    private static partial Regex FileFields();

    [GeneratedRegex(@"/admin/merge\?[^""]+")]
    private static partial Regex MergeLink();
}
