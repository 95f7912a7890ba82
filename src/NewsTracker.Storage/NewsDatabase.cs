using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage;

/// <summary>The one SQLite file that everything is kept in.</summary>
public sealed class NewsDatabase : IDisposable
{
    readonly DbContextOptions<SqliteNewsContext> _options;
    readonly string _reading;
    readonly ConcurrentBag<SqliteReader> _readers = [];

    /// <summary>Names the file; nothing is opened yet.</summary>
    /// <param name="path">Full path of the file; its folder must exist.</param>
    public NewsDatabase(string path)
    {
        Path = path;
        var connection = new SqliteConnectionStringBuilder { DataSource = path };
        _reading = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;
        _options = new DbContextOptionsBuilder<SqliteNewsContext>()
            // One JSON parameter however many keys are looked up: SQLite takes 32,766 parameters and no more.
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas())
            .Options;
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Opens a unit of work; the caller disposes it.</summary>
    public NewsContext Open() => new SqliteNewsContext(_options);

    /// <summary>Borrows a connection for reading; disposing it gives it back.</summary>
    internal SqliteReader Rent()
    {
        if (_readers.TryTake(out var reader)) return reader;
        var connection = new SqliteConnection(_reading);
        connection.Open();
        SqlitePragmas.Apply(connection, readOnly: true);
        return new SqliteReader(connection, _readers.Add);
    }

    /// <summary>Closes the connections that nobody borrows.</summary>
    public void Dispose()
    {
        while (_readers.TryTake(out var reader)) reader.Close();
    }

    /// <summary>Whether the file holds data of an older build, which <see cref="MigrateAsync(CancellationToken)"/> would change.</summary>
    /// <param name="cancellation">Stops the looking.</param>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public async Task<bool> NeedsUpgradeAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Path)) return false;
        try
        {
            await using var context = Open();
            return (await context.Database.GetPendingMigrationsAsync(cancellation)).Any()
                && await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'Articles'").SingleAsync(cancellation) > 0;
        }
        catch (SqliteException problem)
        {
            throw Refusal(problem);
        }
    }

    /// <summary>Brings the file's schema up to this build's, creating the file where there is none.</summary>
    /// <param name="cancellation">Stops between migrations.</param>
    /// <exception cref="StoreException">The file was written by a newer build, or cannot be opened.</exception>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = Open();
            var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = await context.Database.GetAppliedMigrationsAsync(cancellation);
            if (applied.FirstOrDefault(name => !known.Contains(name)) is { } newer)
                throw new StoreException($"The database {Path} was written by a newer NewsTracker (it has “{newer}”). Run that version, or name another place with --data.");
            if (applied.Count() < known.Count) await MigrateAsync(context, cancellation);
        }
        catch (SqliteException problem)
        {
            throw Refusal(problem);
        }
    }

    StoreException Refusal(SqliteException problem) =>
        new($"{Path} cannot be used. {SqliteRefusal.Sentence(problem) ?? $"{problem.Message} See whether the file is a NewsTracker database."}", problem);

    // EF's own lock is a row that outlives a killed process and would stop every later start. This one is the system's and ends with its
    // process; whoever holds it may clear the row, for nobody else can be migrating.
    async Task MigrateAsync(NewsContext context, CancellationToken cancellation)
    {
        await using var guard = await HoldAsync($"{Path}.migrating", cancellation);
        await context.Database.ExecuteSqlRawAsync(
            """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);""", cancellation);
        await context.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock";""", cancellation);
        await context.Database.MigrateAsync(cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
    }

    static async Task<FileStream> HoldAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process migrates; it takes moments.
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }
}
