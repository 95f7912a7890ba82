using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class OneStatePageTests : IAsyncLifetime
{
    const int Readers = 4;
    const int Batch = 10;

    readonly TestStore _store = new();

    public ValueTask InitializeAsync() => _store.InitializeAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_page_read_while_articles_come_in_shows_the_counts_of_one_state()
    {
        await AddAsync(0);
        using var done = new CancellationTokenSource();
        var reading = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => Read(done.Token))).ToArray();
        for (var batch = 1; batch < 40; batch++) await AddAsync(batch);
        await done.CancelAsync();

        var pages = (await Task.WhenAll(reading)).SelectMany(page => page).ToList();
        Assert.True(pages.Select(page => page.DataVersion).Distinct().Count() > 1, "nothing changed while pages were read");
        Assert.All(pages, page =>
        {
            Assert.Equal(0, page.Total % Batch);
            Assert.Equal(page.Total, Assert.Single(page.Facets.Companies).Count);
            Assert.Equal(page.Total, Assert.Single(page.Facets.Topics).Count);
            Assert.Equal(page.Total, Assert.Single(page.Facets.Providers).Count);
            Assert.Equal(page.Total, page.Facets.Months.Sum(month => month.Count) + page.Facets.Undated);
            Assert.Equal(Math.Min(page.Total, ArticleFilter.DefaultSize), page.Items.Count);
        });
    }

    List<ArticlePage> Read(CancellationToken until)
    {
        List<ArticlePage> pages = [];
        do pages.Add(_store.Articles.List(new ArticleFilter(), TestContext.Current.CancellationToken));
        while (!until.IsCancellationRequested);
        return pages;
    }

    Task AddAsync(int batch) => _store.AddAsync(Enumerable.Range(1, Batch).Select(place => new TestArticle((batch * Batch) + place)
    {
        Subjects = ["megvii"],
        Topics = ["privacy"],
        Provider = "axios.com",
        Published = place == 1 ? PublishedDate.Unknown : PublishedDate.OnDay(new DateOnly(2020, place, 1 + (batch % 28)), DateSource.Declared, evidence: null),
    }));
}
