using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Tests.Storage;

/// <summary>A tracker on disk with a folder of its own to import from: the real database, reader and catalogue.</summary>
public sealed class Tracker : IAsyncLifetime
{
    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public Tracker()
    {
        Inbox = Directory.CreateDirectory(Path.Combine(_home, "inbox")).FullName;
        Database = new NewsDatabase(Path.Combine(_home, "newstracker.db"));
        Catalogues = new CatalogueStore(Database, TimeProvider.System);
        Locks = new ImportLockKeeper(Database, TimeProvider.System);
        Importer = new Importer(Database, Catalogues, Locks, Limits, TimeProvider.System, NullLogger<Importer>.Instance);
        Retagger = new Retagger(Database, Catalogues, Locks, Limits, TimeProvider.System);
    }

    public static IngestionLimits Limits { get; } = new();

    public string Inbox { get; }

    public NewsDatabase Database { get; }

    public CatalogueStore Catalogues { get; }

    public ImportLockKeeper Locks { get; }

    public Importer Importer { get; }

    public Retagger Retagger { get; }

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await Database.MigrateAsync(cancellation);
        Assert.Empty(await Catalogues.EnsureLoadedAsync(Path.Combine(Seeds.Folder, "catalogue"), cancellation));
    }

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a file into the inbox.</summary>
    public void Put(string name, string text) => File.WriteAllText(Path.Combine(Inbox, name), text);

    /// <summary>Copies a seed into the inbox.</summary>
    public void PutSeed(string start, string? name = null)
    {
        var seed = Seeds.Find(start);
        File.Copy(seed, Path.Combine(Inbox, name ?? Path.GetFileName(seed)), overwrite: true);
    }

    public Task<ImportReport> ImportAsync(bool dryRun = false) =>
        Importer.RunAsync(new ImportRequest([Inbox], dryRun, "test"), null, TestContext.Current.CancellationToken);

    public async Task RetagAsync()
    {
        var plan = await Retagger.PlanAsync(null, TestContext.Current.CancellationToken);
        await Retagger.ApplyAsync(plan, "test", null, TestContext.Current.CancellationToken);
    }

    public async Task<T> ReadAsync<T>(Func<NewsContext, Task<T>> query)
    {
        await using var context = Database.Open();
        return await query(context);
    }

    public Task<List<Article>> ArticlesAsync() => ReadAsync(context => context.Articles.AsNoTracking().OrderBy(article => article.Id).ToListAsync());
}
