using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Benchmarks.Synthetic;
using NewsTracker.Storage;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Search;

/// <summary>Words that are in too many articles to be scored, and what stands in few beside them.</summary>
public sealed class CommonWordTests : IAsyncLifetime
{
    const int Articles = 24_000;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newstracker-");
    NewsDatabase _database = null!;
    ArticleQueries _articles = null!;

    static string Common => WordList.All[0];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await new SyntheticTracker(_folder.FullName, Articles, seed: 1).WriteAsync(TextWriter.Null, Cancellation);
        _database = new NewsDatabase(Path.Combine(_folder.FullName, "news.db"));
        var indexes = new ArticleIndexes(_database, NullLogger<ArticleIndexes>.Instance);
        await indexes.RefreshAsync(Cancellation);
        _articles = new ArticleQueries(_database, indexes);
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Where_every_word_is_common_the_newest_come_first_and_the_page_says_so()
    {
        var page = Search(Common);

        Assert.InRange(page.Total, 10_001, Articles);
        Assert.Equal(Search(Common, ArticleSort.Newest).Items.Select(row => row.Id), page.Items.Select(row => row.Id));
        Assert.Contains($"So many articles have {Common} that the newest come first.", page.Echo!.Notes);
    }

    [Fact]
    public void A_rare_word_lets_the_common_one_have_its_say_in_the_order()
    {
        var rare = WordList.All[300];

        var page = Search($"{Common} {rare}");

        Assert.InRange(page.Total, 1, 10_000);
        Assert.Empty(page.Echo!.Notes);
        Assert.Equal(page.Items.Select(row => row.Id), Search($"{rare} {Common}").Items.Select(row => row.Id));
        Assert.NotEqual(Search($"{Common} {rare}", ArticleSort.Newest).Items.Select(row => row.Id), page.Items.Select(row => row.Id));
    }

    ArticlePage Search(string text, ArticleSort? sort = null) => _articles.List(new ArticleFilter { Text = text, Sort = sort, Size = 50 }, Cancellation);
}
