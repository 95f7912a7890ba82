using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Importing;

namespace NewsTracker.Tests.Storage;

public sealed class NewsDatabaseTests : IAsyncLifetime
{
    readonly Tracker _tracker = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task A_migration_that_was_killed_stops_no_later_start()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using (var context = _tracker.Database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);""", cancellation);
            await context.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');""", cancellation);
        }

        await _tracker.InitializeAsync();

        Assert.Empty(await _tracker.ArticlesAsync());
    }

    [Fact]
    public async Task More_keys_than_sqlite_takes_parameters_are_looked_up_at_once()
    {
        await _tracker.InitializeAsync();
        var keys = Enumerable.Range(0, 40_000).Select(i => $"example.com/{i}").ToList();

        Assert.Equal(0, await _tracker.ReadAsync(context => context.Articles.CountAsync(article => keys.Contains(article.UrlKey!))));
    }

    [Fact]
    public async Task An_import_that_lost_its_lock_writes_nothing_more()
    {
        await _tracker.InitializeAsync();
        for (var i = 0; i < 250; i++) _tracker.Put($"{i:D3}.md", $"---\ntitle: Article {i}\nwebUrl: https://example.com/{i}\n---\n");

        var import = _tracker.Importer.RunAsync(new ImportRequest([_tracker.Inbox], false, "test"), new LockThief(_tracker), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<StoreException>(() => import);
        Assert.Equal(100, (await _tracker.ArticlesAsync()).Count);
    }
}
