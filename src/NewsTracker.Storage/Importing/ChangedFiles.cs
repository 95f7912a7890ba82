using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Tells what an import would find changed, without reading more than checksums.</summary>
/// <param name="database">What is known.</param>
/// <param name="limits">Larger files are not read.</param>
public sealed class ChangedFiles(NewsDatabase database, IngestionLimits limits)
{
    // What is known of files elsewhere, a million of them perhaps, is not read.
    const int FilesAtOnce = 500;

    /// <summary>Counts files that are new or whose bytes differ from what was last imported; what was rejected as it is counts no more, nor what a person took back.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="cancellation">Stops between files.</param>
    public async Task<int> CountAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var changed = 0;
        foreach (var found in FileWalker.Walk(paths).Select(walked => walked.File).OfType<FoundFile>().Chunk(FilesAtOnce))
            changed += await CountAsync(context, await ChecksumsAsync(found, cancellation), cancellation);
        return changed;
    }

    /// <summary>The checksums of files; those that cannot be read are left out.</summary>
    /// <param name="paths">Full paths of files.</param>
    /// <param name="cancellation">Stops between files.</param>
    public async Task<IReadOnlyDictionary<string, string>> ChecksumsAsync(IEnumerable<string> paths, CancellationToken cancellation) =>
        await ChecksumsAsync(paths.Select(path => new FoundFile(Path.GetDirectoryName(path)!, Path.GetFileName(path))), cancellation);

    /// <summary>Tells what became of the bytes that files hold now; only what may hold known bytes is read.</summary>
    /// <param name="files">Sizes in bytes, by full path.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <returns>Every file's, by path.</returns>
    public async Task<IReadOnlyDictionary<string, FileStanding>> StandingsAsync(IReadOnlyDictionary<string, long> files, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var undone = await context.UndoneFiles
            .Join(context.Runs, undone => undone.RunId, run => run.Id, (undone, run) => new { undone.Sha256, Undo = run.UndoneBy ?? run.Id })
            .ToDictionaryAsync(undone => undone.Sha256, undone => undone.Undo, StringComparer.Ordinal, cancellation);
        List<string> paths = [.. files.Keys];
        var taken = await context.Files.Where(file => paths.Contains(file.FullPath))
            .Join(context.Documents, file => file.DocumentId, document => document.Id, (file, document) => new { file.FullPath, file.Sha256, document.Length })
            .ToDictionaryAsync(file => file.FullPath, StringComparer.Ordinal, cancellation);
        // An undo drops the bytes and with them their size: while one stands, any file may hold them.
        var read = await ChecksumsAsync(paths.Where(path => undone.Count > 0 || taken.GetValueOrDefault(path)?.Length == files[path]), cancellation);
        return paths.ToDictionary(path => path, path => Standing(taken.GetValueOrDefault(path)?.Sha256, read.GetValueOrDefault(path)), StringComparer.Ordinal);

        FileStanding Standing(string? imported, string? held)
        {
            if (held is not null && held == imported) return new(FileState.Imported, null);
            if (held is not null && undone.TryGetValue(held, out var undo)) return new(FileState.TakenBack, undo);
            return new(imported is null ? FileState.New : FileState.Changed, null);
        }
    }

    async Task<Dictionary<string, string>> ChecksumsAsync(IEnumerable<FoundFile> files, CancellationToken cancellation)
    {
        var reader = new SourceReader(limits);
        var checksums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
            if ((await reader.ReadAsync(file, cancellation)).File is { } source)
                checksums[file.FullPath] = source.Sha256;
        return checksums;
    }

    static async Task<int> CountAsync(NewsContext context, Dictionary<string, string> files, CancellationToken cancellation)
    {
        string[] paths = [.. files.Keys];
        var known = await context.Files.AsNoTracking()
            .Where(file => paths.Contains(file.FullPath))
            .Select(file => new { file.FullPath, file.Sha256 })
            .ToDictionaryAsync(file => file.FullPath, file => file.Sha256, StringComparer.Ordinal, cancellation);
        string[] other = [.. files.Where(file => known.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Value)];
        if (other.Length == 0) return 0;
        var rejected = await context.Receipts
            .Where(receipt => receipt.Outcome == FileOutcome.Rejected && receipt.Sha256 != null && other.Contains(receipt.Sha256))
            .Select(receipt => receipt.Sha256!)
            .Distinct()
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var undone = await context.UndoneFiles.Where(undone => other.Contains(undone.Sha256)).Select(undone => undone.Sha256)
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
        return other.Count(sha256 => !rejected.Contains(sha256) && !undone.Contains(sha256));
    }
}
