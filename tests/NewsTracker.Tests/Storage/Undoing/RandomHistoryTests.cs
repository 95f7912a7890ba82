namespace NewsTracker.Tests.Storage.Undoing;

public sealed class RandomHistoryTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Every_state_is_the_one_of_the_model(int seed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await HistoryStore.MakeAsync(Path.Combine(_folder, "news.db"), Path.Combine(Seeds.Folder, "catalogue"), cancellation);
        using var store = new HistoryStore(_folder, cancellation);

        Assert.Null(await new RandomHistory(store, seed).RunAsync());
    }
}
