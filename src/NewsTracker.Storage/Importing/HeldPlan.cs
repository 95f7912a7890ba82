using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Index;

namespace NewsTracker.Storage.Importing;

/// <summary>
/// What a dry run decided, held so that exactly that is applied: the files with the checksums they had, what becomes of each, and the state of the
/// database that this rests on. The same bytes, the same catalogue and the same database give the same plan, so bytes and rows need not be held:
/// an import that applies it works each batch out again and writes it only where it is the one that was shown.
/// </summary>
public sealed class HeldPlan
{
    const int Named = 3;

    readonly TrackerVersion _version;
    readonly IReadOnlyList<FileReport> _files;

    internal HeldPlan(ImportRequest request, TrackerVersion version, IReadOnlyList<Found> found, IReadOnlyList<FileReport> files)
    {
        Request = request;
        Found = found;
        _version = version;
        _files = files;
    }

    /// <summary>What was asked for.</summary>
    internal ImportRequest Request { get; }

    /// <summary>The files found there; what comes after is not part of the plan.</summary>
    internal IReadOnlyList<Found> Found { get; }

    /// <summary>Refuses where articles, corrections, the catalogue or the runs are no longer those that were planned on.</summary>
    /// <param name="now">The state of the database.</param>
    /// <exception cref="StoreException">They moved on; says what did.</exception>
    internal void RefuseMovedDatabase(TrackerVersion now)
    {
        if (now == _version) return;
        var what = now.LastRun != _version.LastRun ? $"Run {now.LastRun} ended"
            : now.Catalogue != _version.Catalogue ? "The catalogue changed"
            : "Articles were corrected, hidden or shown again";
        throw new StoreException($"{what} since the preview was made, so nothing was imported. Make a new preview.");
    }

    /// <summary>Reads every file again and refuses where one is not as it was.</summary>
    /// <param name="reader">Reads them.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <exception cref="StoreException">A file changed or went; names it.</exception>
    internal async Task RefuseMovedFilesAsync(SourceReader reader, CancellationToken cancellation)
    {
        var moved = new bool[Found.Count];
        await Parallel.ForAsync(0, Found.Count, cancellation, async (i, token) =>
        {
            if (Found[i].File is { } file) moved[i] = (await reader.ReadAsync(file, token)).File?.Sha256 != _files[i].Sha256;
        });
        List<string> names = [.. Found.Where((_, i) => moved[i]).Select(found => $"“{TextRepair.Visible(found.Path)}” {(File.Exists(found.File!.FullPath) ? "changed" : "went")}")];
        if (names.Count == 0) return;
        var others = names.Count > Named ? $" and {names.Count - Named} more did" : "";
        throw new StoreException($"{string.Join(", ", names.Take(Named))}{others} since the preview was made, so nothing was imported. Make a new preview.");
    }

    /// <summary>Refuses where a batch would not do what was shown: a file or an article changed while the plan was being applied.</summary>
    /// <param name="batch">What would be done now.</param>
    /// <param name="first">The place of its first file among all.</param>
    /// <exception cref="StoreException">Names the file.</exception>
    internal void RefuseOther(IReadOnlyList<FileReport> batch, int first)
    {
        foreach (var (place, file) in batch.Index())
        {
            if (file.SaysTheSameAs(_files[first + place])) continue;
            throw new StoreException(
                $"“{TextRepair.Visible(file.Path)}”, or its article, changed while the plan was being applied, so the import stopped before it. What it had committed is as it was shown; its run can be undone. Make a new preview for the rest.");
        }
    }
}
