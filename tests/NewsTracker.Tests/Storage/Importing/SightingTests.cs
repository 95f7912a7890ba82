using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Importing;

/// <summary>One article, many sightings: each test starts from an empty tracker.</summary>
public sealed class SightingTests : IAsyncLifetime
{
    readonly Tracker _tracker = new();

    public ValueTask InitializeAsync() => _tracker.InitializeAsync();

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task An_edited_title_is_one_update_that_names_the_field()
    {
        _tracker.Put("a.md", File("Megvii opens a lab in Paris", "https://example.com/a"));
        await _tracker.ImportAsync();
        _tracker.Put("a.md", File("Megvii opens a lab in Lyon", "https://example.com/a"));

        var report = await _tracker.ImportAsync();

        var file = Assert.Single(report.Files);
        Assert.Equal(FileOutcome.Updated, file.Outcome);
        Assert.Equal("title", Assert.Single(file.Changes).Field);
        Assert.Equal("Megvii opens a lab in Lyon", Assert.Single(await _tracker.ArticlesAsync()).Title);
    }

    [Fact]
    public async Task A_renamed_file_is_still_the_same_article()
    {
        _tracker.PutSeed("001");
        await _tracker.ImportAsync();
        System.IO.File.Move(Seeds.Files.Select(seed => Path.Combine(_tracker.Inbox, Path.GetFileName(seed))).Single(System.IO.File.Exists), Path.Combine(_tracker.Inbox, "renamed.txt"));

        var report = await _tracker.ImportAsync();

        Assert.Equal(FileOutcome.Unchanged, Assert.Single(report.Files).Outcome);
        Assert.Single(await _tracker.ArticlesAsync());
    }

    [Fact]
    public async Task A_deleted_file_loses_nothing()
    {
        _tracker.PutSeed("000", "a.txt");
        await _tracker.ImportAsync();
        var before = await _tracker.ArticlesAsync();
        System.IO.File.Delete(Path.Combine(_tracker.Inbox, "a.txt"));

        var report = await _tracker.ImportAsync();

        Assert.Empty(report.Files);
        Assert.Equal(before.Select(article => article.Title), (await _tracker.ArticlesAsync()).Select(article => article.Title));
    }

    [Fact]
    public async Task The_same_article_under_two_names_is_one_article_with_two_sightings()
    {
        _tracker.Put("a.md", File("Oosto wins a contract", "https://example.com/oosto"));
        _tracker.Put("b.md", File("Oosto wins a contract", "http://www.example.com/oosto/?utm_source=x"));

        var report = await _tracker.ImportAsync();

        Assert.Equal([FileOutcome.Added, FileOutcome.Updated], report.Files.Select(file => file.Outcome));
        var article = Assert.Single(await _tracker.ArticlesAsync());
        Assert.Equal(2, await _tracker.ReadAsync(context => context.Sightings.CountAsync(sighting => sighting.ArticleId == article.Id)));
        Assert.Equal(2, (await _tracker.ImportAsync()).Totals.Unchanged);
    }

    [Theory]
    [InlineData("a-copy.md")]
    [InlineData("z-copy.md")]
    public async Task A_copy_of_an_older_file_does_not_win_the_article_back(string copy)
    {
        await OldThenNewAsync();
        _tracker.Put(copy, File("Megvii opens a lab in Paris", "https://example.com/a"));

        var report = await _tracker.ImportAsync();

        Assert.Equal(3, report.Totals.Unchanged);
        Assert.Equal("Megvii opens a lab in Lyon", Assert.Single(await _tracker.ArticlesAsync()).Title);
        await _tracker.RetagAsync();
        Assert.Equal("Megvii opens a lab in Lyon", Assert.Single(await _tracker.ArticlesAsync()).Title);
    }

    [Fact]
    public async Task An_older_file_under_a_new_name_does_not_win_the_article_back()
    {
        await OldThenNewAsync();
        System.IO.File.Move(Path.Combine(_tracker.Inbox, "old.md"), Path.Combine(_tracker.Inbox, "renamed.md"));

        Assert.Equal(2, (await _tracker.ImportAsync()).Totals.Unchanged);
        Assert.Equal("Megvii opens a lab in Lyon", Assert.Single(await _tracker.ArticlesAsync()).Title);
    }

    [Fact]
    public async Task A_file_that_takes_its_change_back_is_the_newest_word_again()
    {
        await OldThenNewAsync();
        _tracker.Put("old.md", File("Megvii opens a lab in Nice", "https://example.com/a"));
        await _tracker.ImportAsync();
        _tracker.Put("old.md", File("Megvii opens a lab in Paris", "https://example.com/a"));

        Assert.Equal(1, (await _tracker.ImportAsync()).Totals.Updated);
        Assert.Equal("Megvii opens a lab in Paris", Assert.Single(await _tracker.ArticlesAsync()).Title);
        await _tracker.RetagAsync();
        Assert.Equal("Megvii opens a lab in Paris", Assert.Single(await _tracker.ArticlesAsync()).Title);
    }

    [Fact]
    public async Task A_copy_of_an_older_list_changes_no_article_known_only_through_lists()
    {
        _tracker.Put("old.md", File("Megvii opens a lab", "https://example.com/a", related: ("Listed in Paris", "https://example.com/r")));
        await _tracker.ImportAsync();
        _tracker.Put("new.md", File("Oosto opens a lab", "https://example.com/b", related: ("Listed in Lyon", "https://example.com/r")));
        await _tracker.ImportAsync();
        System.IO.File.Copy(Path.Combine(_tracker.Inbox, "old.md"), Path.Combine(_tracker.Inbox, "copy.md"));

        Assert.Equal(3, (await _tracker.ImportAsync()).Totals.Unchanged);
        Assert.Equal("Listed in Lyon", (await _tracker.ArticlesAsync()).Single(article => article.Origin == ArticleOrigin.Related).Title);
    }

    [Fact]
    public async Task A_scrape_with_another_list_around_it_is_unchanged()
    {
        var original = await ImportScrapeAsync();

        _tracker.Put("scrape.txt", original.Replace("Most Read This Week", "Most Read This Week\n\nQuite another headline of the week\n\nYet another one", StringComparison.Ordinal));
        var report = await _tracker.ImportAsync();

        Assert.Equal(FileOutcome.Unchanged, Assert.Single(report.Files).Outcome);
        Assert.Single(await _tracker.ArticlesAsync());
    }

    [Fact]
    public async Task A_scrape_with_a_paragraph_more_is_the_same_article_updated()
    {
        var original = await ImportScrapeAsync();
        var before = Assert.Single(await _tracker.ArticlesAsync());

        _tracker.Put("scrape.txt", original.Replace("\n\nRelated Posts", "\n\nThe company said on Friday that it would open two further offices before the end of the year.\n\nRelated Posts", StringComparison.Ordinal));
        var report = await _tracker.ImportAsync();

        Assert.Equal(FileOutcome.Updated, Assert.Single(report.Files).Outcome);
        Assert.Contains(report.Files[0].Changes, change => change.Field == "body");
        var after = Assert.Single(await _tracker.ArticlesAsync());
        Assert.Equal(before.Id, after.Id);
        Assert.Contains("two further offices", after.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_text_under_the_same_name_is_a_new_article()
    {
        await ImportScrapeAsync();

        _tracker.Put("scrape.txt", await System.IO.File.ReadAllTextAsync(Seeds.Find("003"), TestContext.Current.CancellationToken));
        var report = await _tracker.ImportAsync();

        Assert.Equal(FileOutcome.Added, Assert.Single(report.Files).Outcome);
        Assert.Equal(2, (await _tracker.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task An_article_known_only_through_others_is_upgraded_in_place_by_its_own_file()
    {
        _tracker.Put("a.md", File("Leader", "https://example.com/leader", related: ("Follower as listed", "https://example.com/follower")));
        await _tracker.ImportAsync();
        var stub = Assert.Single(await _tracker.ArticlesAsync(), article => article.Origin == ArticleOrigin.Related);

        _tracker.Put("b.md", File("Follower in its own words", "https://example.com/follower"));
        var report = await _tracker.ImportAsync();

        Assert.Equal([FileOutcome.Unchanged, FileOutcome.Updated], report.Files.Select(file => file.Outcome));
        var own = Assert.Single(await _tracker.ArticlesAsync(), article => article.Id == stub.Id);
        Assert.Equal((ArticleOrigin.File, "Follower in its own words"), (own.Origin, own.Title));

        _tracker.Put("c.md", File("Third", "https://example.com/third", related: ("Follower as a third lists it", "https://example.com/follower")));
        await _tracker.ImportAsync();
        Assert.Equal("Follower in its own words", Assert.Single(await _tracker.ArticlesAsync(), article => article.Id == stub.Id).Title);
    }

    [Fact]
    public async Task A_second_file_of_an_article_fills_it_without_taking_its_list_away()
    {
        _tracker.Put("a.md", File("Leader", "https://example.com/leader", related: ("Follower", "https://example.com/follower")));
        await _tracker.ImportAsync();
        _tracker.Put("b.html", Page("Leader", "https://example.com/leader"));

        var report = await _tracker.ImportAsync();

        Assert.Equal([FileOutcome.Unchanged, FileOutcome.Updated], report.Files.Select(file => file.Outcome));
        var leader = Assert.Single(await _tracker.ArticlesAsync(), article => article.Origin == ArticleOrigin.File);
        Assert.Contains("second paragraph", leader.Body, StringComparison.Ordinal);
        Assert.Equal(1, await _tracker.ReadAsync(context => context.RelatedLinks.CountAsync(link => link.ArticleId == leader.Id)));
    }

    [Fact]
    public async Task Files_that_list_one_another_are_all_added()
    {
        for (var i = 0; i < 5; i++) _tracker.Put($"{i}.md", File($"Article {i}", $"https://example.com/{i}", related: ("Listed", $"https://example.com/{(i + 3) % 6}")));

        var report = await _tracker.ImportAsync();

        Assert.Equal((5, 0, 1), (report.Totals.Added, report.Totals.Updated, report.Totals.RelatedAdded));
        Assert.Equal(6, (await _tracker.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task A_file_that_says_nothing_new_of_a_listed_article_does_not_win_it_back()
    {
        _tracker.Put("a.md", File("First", "https://example.com/1", related: ("Listed by the first", "https://example.com/x")));
        await _tracker.ImportAsync();
        _tracker.Put("b.md", File("Second", "https://example.com/2", related: ("Listed by the second", "https://example.com/x")));
        await _tracker.ImportAsync();

        _tracker.Put("a.md", File("First, edited", "https://example.com/1", related: ("Listed by the first", "https://example.com/x")));
        await _tracker.ImportAsync();

        Assert.Contains(await _tracker.ArticlesAsync(), article => article.Title == "Listed by the second");
    }

    [Fact]
    public async Task What_a_person_corrected_survives_a_changed_file()
    {
        _tracker.Put("a.md", File("A headline", "https://example.com/a"));
        await _tracker.ImportAsync();
        var article = Assert.Single(await _tracker.ArticlesAsync());
        await using (var context = _tracker.Database.Open())
        {
            context.Corrections.Add(new Correction { ArticleId = article.Id, Field = "title", Value = "\"The right headline\"", MadeBy = "test", MadeAt = DateTime.UnixEpoch });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        _tracker.Put("a.md", File("A third headline", "https://example.com/a", excerpt: "With a teaser."));
        await _tracker.ImportAsync();

        var after = Assert.Single(await _tracker.ArticlesAsync());
        Assert.Equal(("The right headline", "With a teaser."), (after.Title, after.Excerpt));
    }

    async Task<string> ImportScrapeAsync()
    {
        var original = await System.IO.File.ReadAllTextAsync(Seeds.Find("001"), TestContext.Current.CancellationToken);
        _tracker.Put("scrape.txt", original);
        await _tracker.ImportAsync();
        return original;
    }

    static string Page(string title, string url) => $"""
        <!doctype html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{url}"></head><body><article><h1>{title}</h1>
        <p>The first paragraph of the page tells at some length what happened in the city on that day, and who was there to see it happen.</p>
        <p>The second paragraph goes on to tell what was said about it afterwards, by the people who had seen it and by those who had not.</p>
        <p>The third paragraph ends the article with a look at what may come of it, which nobody knows, though many have something to say.</p>
        </article></body></html>
        """;

    async Task OldThenNewAsync()
    {
        _tracker.Put("old.md", File("Megvii opens a lab in Paris", "https://example.com/a"));
        await _tracker.ImportAsync();
        _tracker.Put("new.md", File("Megvii opens a lab in Lyon", "https://example.com/a"));
        await _tracker.ImportAsync();
    }

    static string File(string title, string url, string? excerpt = null, (string Title, string Url)? related = null) => $"""
        ---
        category: news
        title: "{title}"
        excerpt: "{excerpt}"
        publishedDateTime: 2021-03-04T05:06:07Z
        webUrl: "{url}"
        type: article
        {(related is { } entry ? $"related:\n  - title: \"{entry.Title}\"\n    publishedDateTime: 2021-03-04T05:06:08Z\n    webUrl: \"{entry.Url}\"\n    type: article" : "")}
        ---
        """;
}
