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
    /// <summary>Counts files that are new or whose bytes differ from what was last imported; what was rejected as it is counts no more, nor what a person took back.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="cancellation">Stops between files.</param>
    public async Task<int> CountAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var known = await context.Files.AsNoTracking()
            .Select(file => new { file.FullPath, file.Sha256 })
            .ToDictionaryAsync(file => file.FullPath, file => file.Sha256, StringComparer.Ordinal, cancellation);
        var rejected = await context.Receipts
            .Where(receipt => receipt.Outcome == FileOutcome.Rejected && receipt.Sha256 != null)
            .Select(receipt => receipt.Sha256!)
            .Distinct()
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var undone = await context.UndoneFiles.Select(undone => undone.Sha256).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var reader = new SourceReader(limits);
        var changed = 0;
        foreach (var found in FileWalker.Walk(paths).Select(walked => walked.File).OfType<FoundFile>())
        {
            var source = await reader.ReadAsync(found, cancellation);
            if (source.File is { } file && known.GetValueOrDefault(found.FullPath) != file.Sha256 && !rejected.Contains(file.Sha256) && !undone.Contains(file.Sha256)) changed++;
        }

        return changed;
    }
}
