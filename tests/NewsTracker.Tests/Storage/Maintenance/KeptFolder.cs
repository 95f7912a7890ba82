using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Maintenance;

/// <summary>A data directory with everything that a backup holds, and its keeper's tools.</summary>
sealed class KeptFolder : IAsyncDisposable
{
    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public KeptFolder()
    {
        Folder = new DataFolder(Path.Combine(_home, "data"));
        Directory.CreateDirectory(Folder.Keys);
        File.WriteAllText(Path.Combine(Folder.Keys, "key-1.xml"), "<key>first</key>");
        Inbox = Directory.CreateDirectory(Path.Combine(_home, "inbox")).FullName;
        Writer = new BackupWriter(Folder, Clock);
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public DataFolder Folder { get; }

    public string Inbox { get; }

    public BackupWriter Writer { get; }

    public string Backup => Path.Combine(_home, "backup.zip");

    /// <summary>Where backups are kept by the schedule.</summary>
    public string Backups => Path.Combine(_home, "backups");

    /// <summary>Everything beside data, inbox and backup.</summary>
    public IEnumerable<string> Leftovers => Directory.GetFileSystemEntries(_home).Except([Folder.Root, Inbox, Backup, Backups]);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Imports articles of these numbers.</summary>
    public async Task ImportAsync(params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            await File.WriteAllTextAsync(Path.Combine(Inbox, $"{number:D4}.md"), $"---\ntitle: Headline {number}\nwebUrl: https://example.com/{number}\n---\n", Cancellation);
        using var database = new NewsDatabase(Folder.Database);
        await database.MigrateAsync(Cancellation);
        var catalogues = new CatalogueStore(database, Clock);
        Assert.Empty(await catalogues.EnsureLoadedAsync(Path.Combine(Seeds.Folder, "catalogue"), Cancellation));
        var importer = new Importer(database, catalogues, new ImportLockKeeper(database, Clock), Tracker.Limits, Clock, NullLogger<Importer>.Instance);
        await importer.RunAsync(new ImportRequest([Inbox], false, "test"), null, Cancellation);
        SqliteConnection.ClearAllPools();
    }

    public Task<BackupReport> BackUpAsync() => Writer.WriteAsync(Backup, overwrite: false, Cancellation);

    public async Task<RestoreReport> RestoreAsync(bool overwrite, List<string>? told = null)
    {
        // A restore is a process of its own; connections that this one kept open would go on reading the file that was moved aside.
        SqliteConnection.ClearAllPools();
        using var hold = new DataHold(Folder);
        return await new Restorer(Folder, hold, Clock).RunAsync(Backup, overwrite, sentence => told?.Add(sentence), Cancellation);
    }

    /// <summary>Ids and titles.</summary>
    public async Task<IReadOnlyList<(long Id, string Title)>> ArticlesAsync()
    {
        using var database = new NewsDatabase(Folder.Database);
        await using var context = database.Open();
        var rows = await context.Articles.OrderBy(article => article.Id).Select(article => new { article.Id, article.Title }).ToListAsync(Cancellation);
        return [.. rows.Select(row => (row.Id, row.Title))];
    }

    public async Task<T> ReadAsync<T>(Func<NewsContext, Task<T>> query)
    {
        using var database = new NewsDatabase(Folder.Database);
        await using var context = database.Open();
        return await query(context);
    }

    public async Task<IReadOnlyList<string>> ProblemsAsync()
    {
        using var database = new NewsDatabase(Folder.Database);
        var indexes = new ArticleIndexes(database, NullLogger<ArticleIndexes>.Instance);
        var report = await new IntegrityCheck(database, indexes).RunAsync(Cancellation);
        SqliteConnection.ClearAllPools();
        return report.Problems;
    }

    /// <summary>Overwrites a page in the middle of the database file.</summary>
    public void DamagePage()
    {
        SqliteConnection.ClearAllPools();
        using var file = File.OpenWrite(Folder.Database);
        file.Position = file.Length / 4096 / 2 * 4096;
        file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
        return ValueTask.CompletedTask;
    }
}
