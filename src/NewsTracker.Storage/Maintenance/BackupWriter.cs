using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsTracker.Storage.Maintenance;

/// <summary>A backup that was written and verified.</summary>
/// <param name="File">Full path.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Manifest">What it says of itself.</param>
public sealed record BackupReport(string File, long Bytes, BackupManifest Manifest);

/// <summary>Writes everything a restore needs into one file, while servers and imports go on.</summary>
/// <param name="folder">The data directory.</param>
/// <param name="clock">When it was.</param>
public sealed class BackupWriter(DataFolder folder, TimeProvider clock)
{
    /// <summary>Writes a backup; it gets its name only once it is whole and verified, and a failure leaves nothing behind.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <param name="cancellation">Stops it; nothing is left behind.</param>
    /// <exception cref="StoreException">It could not be written, or the database is damaged.</exception>
    public async Task<BackupReport> WriteAsync(string file, bool overwrite, CancellationToken cancellation)
    {
        if (Directory.Exists(file)) throw new StoreException($"{file} is a folder. Name a file in it, such as {Path.Combine(file, "newstracker.zip")}.");
        if (File.Exists(file) && !overwrite) throw new StoreException($"{file} exists already. Name another file, or replace it with --force.");
        if (!Directory.Exists(Path.GetDirectoryName(file))) throw new StoreException($"The folder of {file} does not exist. Make it first.");
        if (!File.Exists(folder.Database)) throw new StoreException($"There is no database {folder.Database}, so there is nothing to back up.");
        try
        {
            return await WriteWholeAsync(file, overwrite, cancellation);
        }
        catch (Exception problem) when (Reason(problem) is { } reason)
        {
            throw new StoreException($"No backup was written to {file}: {reason}", problem);
        }
    }

    async Task<BackupReport> WriteWholeAsync(string file, bool overwrite, CancellationToken cancellation)
    {
        var part = file + BackupFolder.PartSuffix;
        var copy = file + BackupFolder.CopySuffix;
        var output = PrivateFile.Create(part);
        try
        {
            // Made first, so that the copy is never readable by others; SQLite keeps the mode.
            await using (PrivateFile.Create(copy))
            {
            }

            BackupReport report;
            await using (output)
            {
                var createdAt = clock.GetUtcNow().UtcDateTime;
                await Task.Run(() => DatabaseCopy.Make(folder.Database, copy, cancellation), cancellation);
                var (schema, counts) = await Task.Run(() => Inspect(copy, cancellation), cancellation);
                var manifest = await PackAsync(output, copy, new(BackupManifest.FormatName, BackupManifest.CurrentVersion, Build, createdAt, schema, counts, []), cancellation);
                output.Flush(flushToDisk: true);
                output.Position = 0;
                using (var archive = BackupArchive.Open(output)) await archive.VerifyAsync(cancellation);
                report = new BackupReport(file, output.Length, manifest);
            }

            File.Move(part, file, overwrite);
            return report;
        }
        finally
        {
            await output.DisposeAsync();
            File.Delete(part);
            DatabaseCopy.Delete(copy);
        }
    }

    static (IReadOnlyList<string> Schema, BackupCounts Counts) Inspect(string copy, CancellationToken cancellation)
    {
        using var database = DatabaseCopy.Open(copy, SqliteOpenMode.ReadWrite);
        if (DatabaseCopy.Damage(database, cancellation) is [var first, ..]) throw new StoreException($"the database is damaged ({first}). {SqliteRefusal.Remedy}");
        if (DatabaseCopy.Texts(database, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0)
            throw new StoreException("the database holds no data of a NewsTracker.");
        return (DatabaseCopy.Texts(database, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId"), new BackupCounts(
            Count("Articles"), Count("Sightings"), Count("Documents"), Count("Corrections"), Count("AspNetUsers")));

        int Count(string table) => (int)DatabaseCopy.Number(database, table, $"SELECT COUNT(*) FROM {table}");
    }

    async Task<BackupManifest> PackAsync(FileStream output, string copy, BackupManifest manifest, CancellationToken cancellation)
    {
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var parts = new List<BackupPart> { await AddAsync(zip, DataFolder.DatabaseName, copy, cancellation) };
        foreach (var key in folder.KeyFiles()) parts.Add(await AddAsync(zip, $"{DataFolder.KeysName}/{Path.GetFileName(key)}", key, cancellation));
        manifest = manifest with { Parts = parts };
        await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(entry, manifest, ManifestJson.Default.BackupManifest, cancellation);
        return manifest;
    }

    static async Task<BackupPart> AddAsync(ZipArchive zip, string name, string file, CancellationToken cancellation)
    {
        await using var input = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
        // Originals and pages are compressed or full of numbers already: more effort gains little and holds up the server.
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        var (bytes, sha256) = await HashedCopy.RunAsync(input, entry, long.MaxValue, cancellation);
        return new BackupPart(name, bytes, sha256);
    }

    static string? Reason(Exception problem) => problem switch
    {
        StoreException or InvalidDataException => problem.Message,
        SqliteException damaged when SqliteRefusal.IsDamage(damaged) => SqliteRefusal.Sentence(damaged),
        _ => WriteRefusal.Reason(problem),
    };

    static string Build { get; } =
        typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
