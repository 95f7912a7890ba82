using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Benchmarks.Synthetic;
using NewsTracker.Storage;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage;

/// <summary>What is measured on must be what the tracker itself would have written: a column that the generator does not know fails here first.</summary>
public sealed class SyntheticTrackerTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newstracker-");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task ASyntheticTrackerIsAWholeOne()
    {
        await new SyntheticTracker(_folder.FullName, articles: 300, seed: 1).WriteAsync(TextWriter.Null, Cancellation);

        using var database = new NewsDatabase(Path.Combine(_folder.FullName, "news.db"));
        await database.MigrateAsync(Cancellation);
        var indexes = new ArticleIndexes(database, NullLogger<ArticleIndexes>.Instance);
        var articles = new ArticleQueries(database, indexes);
        await indexes.RefreshAsync(Cancellation);
        var page = articles.List(new ArticleFilter { Size = 100 }, Cancellation);
        Assert.Equal(300, page.Total);
        Assert.All(page.Items, row => Assert.NotNull(articles.Find(row.Id)));
    }
}
