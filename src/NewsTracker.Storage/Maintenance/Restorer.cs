using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Maintenance;

/// <summary>A restore that was done.</summary>
/// <param name="Manifest">What the backup says of itself.</param>
/// <param name="Aside">A sentence that tells where the old data is kept; empty where there was none.</param>
/// <param name="NextArticleId">The next new article gets this or a higher one.</param>
public sealed record RestoreReport(BackupManifest Manifest, string Aside, long NextArticleId);

/// <summary>Puts a backup in the place of the data: checked and made ready beside it, then exchanged at one instant.</summary>
/// <param name="folder">The data directory.</param>
/// <param name="hold">Held alone meanwhile.</param>
/// <param name="clock">Names what is kept aside.</param>
public sealed class Restorer(DataFolder folder, DataHold hold, TimeProvider clock)
{
    /// <summary>Restores. Killed at any instant, either the old or the new data is whole; the next start of anything says which.</summary>
    /// <param name="file">The backup, full path.</param>
    /// <param name="overwrite">Whether data that is there may be replaced; it is kept aside.</param>
    /// <param name="tell">Takes sentences about earlier restores that were interrupted.</param>
    /// <param name="cancellation">Stops it before the exchange; nothing was changed then.</param>
    /// <exception cref="StoreException">The file is no whole backup or too new, the data is in use, or there is data and no leave to replace it.</exception>
    public async Task<RestoreReport> RunAsync(string file, bool overwrite, Action<string> tell, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new StoreException($"There is no file {file}.");
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        try
        {
            using var archive = BackupArchive.Open(stream);
            RefuseNewer(file, archive.Manifest.Schema);
            DataFolder.MakePrivate(folder.Root);
            hold.TakeAlone(tell);
            if (folder.HoldsData && !overwrite)
                throw new StoreException($"{folder.Root} holds data. Restore with --force, which keeps it aside, or name another place with --data.");
            return await ExchangeAsync(archive, Path.GetFileName(file), cancellation);
        }
        catch (InvalidDataException problem)
        {
            throw new StoreException($"{file} is no backup that can be restored: {problem.Message.TrimEnd('.')}. Nothing was changed.", problem);
        }
        catch (SqliteException problem) when (SqliteRefusal.IsDamage(problem))
        {
            throw new StoreException($"{file} cannot be restored: the database in it is damaged ({problem.Message}). Nothing was changed; take another backup.", problem);
        }
    }

    async Task<RestoreReport> ExchangeAsync(BackupArchive archive, string name, CancellationToken cancellation)
    {
        var swap = RestoreSwap.Begin(folder, clock.GetUtcNow().UtcDateTime);
        long next;
        try
        {
            await archive.ExtractAsync(swap.Staged, cancellation);
            next = await MakeReadyAsync(swap.Staged.Database, name, archive.Manifest.CreatedAt, cancellation);
            cancellation.ThrowIfCancellationRequested();
            swap.Commit();
        }
        catch (Exception problem)
        {
            swap.Discard();
            if (WriteRefusal.Reason(problem) is { } reason) throw new StoreException($"Nothing was restored: {reason} The data is as it was.", problem);
            throw;
        }

        swap.Finish();
        return new RestoreReport(archive.Manifest, swap.AsideSentence, next);
    }

    async Task<long> MakeReadyAsync(string staged, string name, DateTime createdAt, CancellationToken cancellation)
    {
        using (var copy = DatabaseCopy.Open(staged, SqliteOpenMode.ReadWrite))
        {
            if (DatabaseCopy.Damage(copy, cancellation) is [var first, ..]) throw new InvalidDataException($"the database in it is damaged ({first})");
        }

        await UpgradeAsync(staged, name, createdAt, cancellation);
        RestoredNumbers.GoOn(staged, folder.Database);
        using var database = DatabaseCopy.Open(staged, SqliteOpenMode.ReadWrite);
        // Into one file, all of it, on the disk: what is moved next is that file alone. The mode is then what a server expects.
        DatabaseCopy.Run(database, "PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL;");
        return DatabaseCopy.Number(database, "sqlite_sequence", "SELECT seq FROM sqlite_sequence WHERE name = 'Articles'") + 1;
    }

    // The backup itself is what to go back to, so an older schema is brought up at once; and an import that ran while it was taken runs here no more.
    async Task UpgradeAsync(string staged, string name, DateTime createdAt, CancellationToken cancellation)
    {
        using var database = new NewsDatabase(staged);
        await database.MigrateAsync(cancellation);
        await using var context = database.Open();
        await context.Runs.Where(run => context.ImportLocks.Any(held => held.RunId == run.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, RunState.Interrupted).SetProperty(run => run.FinishedAt, createdAt), cancellation);
        await context.ImportLocks.ExecuteDeleteAsync(cancellation);
        AuditLog.Add(context, new AuditAct(AuditLog.CommandLine, AuditKind.Restored) { Subject = name, After = $"as of {createdAt:yyyy-MM-dd HH:mm:ss} UTC" }, clock.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(cancellation);
        await context.Database.CloseConnectionAsync();
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
    }

    void RefuseNewer(string file, IReadOnlyList<string> schema)
    {
        using var database = new NewsDatabase(folder.Database);
        using var context = database.Open();
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if (schema.FirstOrDefault(name => !known.Contains(name)) is { } newer)
            throw new StoreException($"{file} was written by a newer NewsTracker (its database has “{newer}”). Restore it with that version; nothing was changed.");
    }
}
