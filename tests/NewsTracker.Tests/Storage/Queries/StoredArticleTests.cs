using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class StoredArticleTests : IAsyncLifetime
{
    static readonly PublishedDate[] Candidates =
    [
        PublishedDate.InMonth(2018, 7, DateSource.Estimated, "in July 2018"),
        PublishedDate.Instant(new DateTime(2018, 8, 1, 6, 30, 0, DateTimeKind.Utc), DateSource.Html, "time"),
        PublishedDate.OnDay(new DateOnly(2018, 8, 2), DateSource.Address, "/2018/08/02/"),
    ];

    readonly TestStore _store = new();

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        await _store.AddAsync(
            new TestArticle(1)
            {
                Title = "First",
                Body = "Body.",
                Mentions = ["nec", "idemia"],
                Subjects = ["megvii"],
                Topics = ["privacy", "ai"],
                Provider = "axios.com",
                Related = [2, 3],
                Published = PublishedDate.InMonth(2018, 7, DateSource.Estimated, "in July 2018"),
                DateCandidates = Candidates,
            },
            new TestArticle(2) { Title = "", Provider = "the-daily" },
            new TestArticle(3) { Title = "Third", Mentions = ["megvii"], Topics = ["ai"] });
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void An_article_comes_with_everything_around_it()
    {
        var article = Find(1);

        Assert.Equal(["megvii", "idemia", "nec"], article.Values.Companies.Select(company => company.Slug));
        Assert.Equal(CompanyRole.Subject, article.Values.Companies[0].Role);
        Assert.Equal(["privacy", "ai"], article.Values.Topics.Select(topic => topic.Slug));
        Assert.Equal(["privacy"], article.OwnTopics);
        Assert.Equal(new ProviderClaim("The axios.com", "axios.com", ValueSource.Declared), article.Values.Provider);
        Assert.Equal(PublishedDate.InMonth(2018, 7, DateSource.Estimated, "in July 2018"), article.Values.Published);
        Assert.Equal(Candidates, article.Values.DateCandidates);
        Assert.Equal("Body.", article.Values.Body);
        Assert.Equal("1.txt", article.Source.File);
        Assert.Equal([2L, 3L], article.RelatedIds);
        Assert.Equal([(3L, true), (2L, false)], article.Related.Select(related => (related.Id, related.SharesTag)));
        Assert.Empty(article.ListedBy);
        Assert.Equal(("1.txt", 0, 1L), (article.Sightings[0].Path, article.Sightings[0].Entry, article.Sightings[0].RunId));
    }

    [Fact]
    public void An_article_knows_who_lists_it()
    {
        var article = Find(3);

        Assert.Equal((1L, "First", true), Assert.Single(article.ListedBy.Select(other => (other.Id, other.Title, other.SharesTag))));
    }

    [Fact]
    public void A_publisher_without_a_domain_is_known_by_its_slug()
    {
        var article = Find(2);

        Assert.Null(article.Values.Title);
        Assert.Equal(new ProviderClaim("The the-daily", null, ValueSource.Declared), article.Values.Provider);
        Assert.Equal("the-daily", article.ProviderSlug);
    }

    [Fact]
    public async Task An_unknown_id_is_nothing()
    {
        Assert.Null(_store.Articles.Find(99));
        Assert.Null(await _store.Articles.OriginalAsync("00", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_original_comes_back_byte_for_byte()
    {
        var sha256 = (Find(1)).Source.Sha256;

        var original = await _store.Articles.OriginalAsync(sha256, TestContext.Current.CancellationToken);

        Assert.Equal("1 First", Encoding.UTF8.GetString(original?.Bytes ?? []));
        Assert.Equal("1.txt", original?.File);
    }

    [Fact]
    public async Task Export_gives_every_match_in_order_with_its_body()
    {
        var exported = await _store.Articles
            .ExportAsync(new ArticleFilter { Sort = ArticleSort.Oldest, Size = 1 }, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1L, 3L, 2L], exported.Select(article => article.Id));
        Assert.Equal("Body.", exported[0].Values.Body);
    }

    [Fact]
    public void A_page_for_the_api_leaves_only_the_body_in_the_database()
    {
        var whole = _store.Articles.Page(new ArticleFilter(), withBody: true, TestContext.Current.CancellationToken);
        var listed = _store.Articles.Page(new ArticleFilter(), withBody: false, TestContext.Current.CancellationToken);

        Assert.Equal(3, listed.Total);
        Assert.All(listed.Items, article => Assert.Null(article.Values.Body));
        Assert.Equal(
            whole.Items.Select(article => article with { Values = article.Values with { Body = null } }).Select(Text),
            listed.Items.Select(Text));
    }

    [Fact]
    public void A_row_carries_what_a_list_shows()
    {
        var page = _store.Articles.List(new ArticleFilter(), TestContext.Current.CancellationToken);

        var row = page.Items[0];
        Assert.Equal(("First", "axios.com", ArticleOrigin.File), (row.Title, row.ProviderSlug, row.Origin));
        Assert.Equal("megvii", row.Companies[0].Slug);
        Assert.Equal([("privacy", true), ("ai", false)], row.Topics.Select(topic => (topic.Tag.Slug, topic.Own)));
        Assert.Null(row.Snippet);
    }

    [Fact]
    public async Task The_index_follows_what_another_process_commits()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var context = _store.Database.Open();
        await context.Articles.Where(article => article.Id == 3).ExecuteUpdateAsync(row => row.SetProperty(article => article.Type, "video"), cancellation);

        Assert.False(await _store.Indexes.RefreshAsync(cancellation));
        var state = await context.MoveOnAsync(cancellation);
        await context.Articles.Where(article => article.Id == 3).ExecuteUpdateAsync(row => row.SetProperty(article => article.ChangedIn, state), cancellation);
        Assert.True(await _store.Indexes.RefreshAsync(cancellation));

        var page = _store.Articles.List(new ArticleFilter { Types = ["video"] }, cancellation);
        Assert.Equal((1, state), (page.Total, page.DataVersion));
    }

    static string Text(StoredArticle article) =>
        System.Text.Json.JsonSerializer.Serialize(ArticleDocument.From(article, withBody: true), ArticleJson.Readable.ArticleDocument);

    StoredArticle Find(long id) =>
        _store.Articles.Find(id) ?? throw new InvalidOperationException("It is there.");
}
