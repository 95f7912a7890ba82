namespace NewsTracker.Storage.Maintenance;

/// <summary>A backup in the configured folder.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Manifest">What it says of itself; null where it cannot be read, so that it is no backup any more.</param>
public sealed record StoredBackup(string Name, long Bytes, BackupManifest? Manifest);

/// <summary>The folder that backups are kept in. The files are the list; a file has its name only since it was verified.</summary>
/// <param name="path">Full path; made when first needed.</param>
/// <param name="writer">Writes them.</param>
/// <param name="clock">Names them.</param>
public sealed class BackupFolder(string path, BackupWriter writer, TimeProvider clock)
{
    internal const string PartSuffix = ".part";
    internal const string CopySuffix = ".part.db";

    /// <summary>Full path.</summary>
    public string Path { get; } = path;

    /// <summary>Every backup, the newest first. What claims to come from the future is from before the clock was moved back; what cannot be read comes last.</summary>
    public IReadOnlyList<StoredBackup> List()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return !Directory.Exists(Path) ? [] :
        [
            .. new DirectoryInfo(Path).EnumerateFiles("newstracker-*.zip").Where(file => BackupNames.IsBackup(file.Name))
                .Select(file => new StoredBackup(file.Name, file.Length, Manifest(file.FullName)))
                .OrderBy(backup => backup.Manifest is not { } manifest ? 2 : manifest.CreatedAt > now ? 1 : 0)
                .ThenByDescending(backup => backup.Manifest?.CreatedAt).ThenByDescending(backup => backup.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The newest that is whole; null where there is none.</summary>
    public StoredBackup? Last() => List().FirstOrDefault(backup => backup.Manifest is not null);

    /// <summary>The full path of a backup; null for any name that is not that of one.</summary>
    /// <param name="name">From anywhere.</param>
    public string? Find(string name)
    {
        if (!BackupNames.IsBackup(name)) return null;
        var file = System.IO.Path.Combine(Path, name);
        return File.Exists(file) ? file : null;
    }

    /// <summary>Writes one more and then, now that there is a newer verified one, deletes those beyond a number.</summary>
    /// <param name="keep">How many stay, the new one among them.</param>
    /// <param name="cancellation">Stops it; the folder is then as it was.</param>
    /// <exception cref="StoreException">It could not be written; nothing was deleted.</exception>
    public async Task<BackupReport> AddAsync(int keep, CancellationToken cancellation)
    {
        var report = await AddAsync(BackupNames.Regular(clock.GetUtcNow().UtcDateTime), cancellation);
        // What cannot be read is not counted and not deleted: a person should look at it.
        foreach (var old in List().Where(backup => backup.Manifest is not null && BackupNames.IsRegular(backup.Name)).Skip(keep))
            File.Delete(System.IO.Path.Combine(Path, old.Name));
        return report;
    }

    /// <summary>Writes one before an upgrade, which no number deletes.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StoreException">It could not be written.</exception>
    public Task<BackupReport> AddBeforeUpgradeAsync(CancellationToken cancellation) =>
        AddAsync(BackupNames.BeforeUpgrade(clock.GetUtcNow().UtcDateTime), cancellation);

    async Task<BackupReport> AddAsync(string name, CancellationToken cancellation)
    {
        try
        {
            DataFolder.MakePrivate(Path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"No backup was written: the folder {Path} cannot be made. {problem.Message}", problem);
        }

        Sweep();
        return await writer.WriteAsync(System.IO.Path.Combine(Path, name), overwrite: false, cancellation);
    }

    // What a killed backup left; one that is being written is held by its process and cannot be opened.
    void Sweep()
    {
        foreach (var part in Directory.GetFiles(Path, $"newstracker-*{PartSuffix}"))
        {
            try
            {
                using (new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    DatabaseCopy.Delete(part[..^PartSuffix.Length] + CopySuffix);
                    File.Delete(part);
                }
            }
            catch (IOException)
            {
                // Another process writes it now.
            }
        }
    }

    static BackupManifest? Manifest(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var archive = BackupArchive.Open(stream);
            return archive.Manifest;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
