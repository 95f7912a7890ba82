using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class CursorTests : IAsyncLifetime
{
    readonly TestStore _store = new();
    readonly List<TestArticle> _known = [.. new RandomArticles(seed: 3).Take(120)];

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        await _store.AddAsync(_known);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(ArticleSort.Newest)]
    [InlineData(ArticleSort.Oldest)]
    [InlineData(ArticleSort.Added)]
    [InlineData(ArticleSort.Quality)]
    [InlineData(ArticleSort.Heat)]
    public void Walking_pages_gives_the_whole_list_forth_and_back(ArticleSort sort)
    {
        var all = ExpectedAnswers.Sorted(_known, sort);
        var filter = new ArticleFilter { Sort = sort, Size = 7 };

        var forth = Walk(filter, page => page.Next);
        var back = Walk(filter with { Cursor = forth[^1].Previous }, page => page.Previous);

        Assert.Equal(all, forth.SelectMany(page => page.Items).Select(row => row.Id));
        Assert.Equal(all.Take(119), back.AsEnumerable().Reverse().SelectMany(page => page.Items).Select(row => row.Id));
    }

    [Fact]
    public async Task Articles_that_arrive_between_two_pages_neither_repeat_nor_hide_others()
    {
        var filter = new ArticleFilter { Size = 10 };
        var seen = new List<long>();
        var arriving = new RandomArticles(seed: 4).Take(40, firstId: 1000).ToList();

        for (string? cursor = null; ;)
        {
            var page = List(filter with { Cursor = cursor });
            seen.AddRange(page.Items.Select(row => row.Id));
            if ((cursor = page.Next) is null) break;
            await _store.AddAsync(arriving.Take(2));
            arriving.RemoveRange(0, Math.Min(2, arriving.Count));
        }

        Assert.Equal(ExpectedAnswers.Sorted(_known, ArticleSort.Newest), seen.Where(id => id < 1000));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public void Pages_by_relevance_give_every_match_once()
    {
        var filter = new ArticleFilter { Text = "camera OR police", Size = 9 };

        var pages = Walk(filter, page => page.Next);

        var ids = pages.SelectMany(page => page.Items).Select(row => row.Id).ToList();
        Assert.Equal(pages[0].Total, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(pages, page => Assert.Equal(ArticleSort.Relevance, page.Sort));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAA")]
    [InlineData("AQAAgAAAAAAAAACAAAAAAAAAAIAAAAAAAAAA%")]
    public void A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        var parsing = ArticleFilter.Parse([KeyValuePair.Create("cursor", cursor)], defaultScope: null);

        Assert.Equal("cursor", Assert.Single(parsing.Problems).Name);
        Assert.Null(parsing.Filter.Cursor);
    }

    [Fact]
    public void A_cursor_of_another_order_is_refused()
    {
        var page = List(new ArticleFilter { Sort = ArticleSort.Oldest });

        var parsing = ArticleFilter.Parse([KeyValuePair.Create("cursor", page.Next ?? "")], ScopeValue.FacialRecognition);

        Assert.Single(parsing.Problems);
    }

    ArticlePage List(ArticleFilter filter) => _store.Articles.List(filter, TestContext.Current.CancellationToken);

    List<ArticlePage> Walk(ArticleFilter filter, Func<ArticlePage, string?> onward)
    {
        var pages = new List<ArticlePage>();
        for (var cursor = filter.Cursor; pages.Count == 0 || cursor is not null; cursor = onward(pages[^1]))
            pages.Add(List(filter with { Cursor = cursor }));
        return pages;
    }
}
