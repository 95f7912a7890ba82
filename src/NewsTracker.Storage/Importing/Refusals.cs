using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Keeps the list of files that were not taken: each stands there until it is taken, or gone.</summary>
/// <param name="context">Where they stand; writes are within the caller's transaction.</param>
sealed class Refusals(NewsContext context)
{
    /// <summary>Notes what became of a batch.</summary>
    /// <param name="files">The batch.</param>
    /// <param name="runId">The import.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task NoteAsync(IReadOnlyList<FileReport> files, long runId, CancellationToken cancellation)
    {
        files = [.. files.Where(file => !IsNotThere(file))];
        if (files.Count == 0) return;
        // Rows from before full paths were noted go by the path that people know.
        var places = files.SelectMany(file => new[] { file.FullPath, file.Path }).ToHashSet(StringComparer.Ordinal);
        var known = await context.RefusedFiles.Where(refused => places.Contains(refused.FullPath)).ToDictionaryAsync(refused => refused.FullPath, StringComparer.Ordinal, cancellation);
        if (known.Count == 0 && files.All(file => file.Rejection is null)) return;
        foreach (var file in files)
        {
            var old = file.Path != file.FullPath && known.Remove(file.Path, out var named) ? named : null;
            if (old is not null) context.Remove(old);
            if (file.Rejection is { } rejection) Note(file, rejection, old, known, runId);
            else if (known.Remove(file.FullPath, out var taken)) context.Remove(taken);
        }

        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }

    /// <summary>Whether an import would change what is known: a file is taken, refused otherwise than before or for the first time, or what stood for one ends.</summary>
    /// <param name="roots">The files and folders that were walked to the end.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="files">What would become of them.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<bool> AnyNewAsync(IReadOnlyList<string> roots, IReadOnlyList<Found> found, IReadOnlyList<FileReport> files, CancellationToken cancellation)
    {
        var known = await context.RefusedFiles.AsNoTracking().ToDictionaryAsync(refused => refused.FullPath, StringComparer.Ordinal, cancellation);
        return files.Any(IsNew) || Gone(known.Values, roots, found).Any();

        bool IsNew(FileReport file)
        {
            if (IsNotThere(file)) return false;
            if (file.Path != file.FullPath && known.ContainsKey(file.Path)) return true;
            var refused = known.GetValueOrDefault(file.FullPath);
            return file.Rejection is { } rejection ? refused is null || !IsAsItWas(refused, file, rejection) : !file.IsPassedOver || refused is not null;
        }
    }

    /// <summary>Ends what stood for files that are gone.</summary>
    /// <param name="roots">The files and folders that were walked to the end.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task EndAsync(IReadOnlyList<string> roots, IReadOnlyList<Found> found, CancellationToken cancellation)
    {
        context.RemoveRange(Gone(await context.RefusedFiles.ToListAsync(cancellation), roots, found));
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }

    static IEnumerable<RefusedFile> Gone(IEnumerable<RefusedFile> known, IReadOnlyList<string> roots, IReadOnlyList<Found> found)
    {
        var there = found.Select(walked => walked.FullPath).ToHashSet(StringComparer.Ordinal);
        // Nobody knows what lies behind a folder that is not there or could not be looked into.
        List<string> closed = [.. found.Where(walked => walked.File is null).Select(walked => walked.FullPath)];
        return known.Where(file => !there.Contains(file.FullPath) && roots.Any(root => IsAt(file.FullPath, root)) && !closed.Exists(folder => IsAt(file.FullPath, folder)));
    }

    // A path that was mistyped, or a file that went away meanwhile: the run tells it, and there is nothing to look at later.
    static bool IsNotThere(FileReport file) => file.Rejection is not null && !Path.Exists(file.FullPath);

    static bool IsAsItWas(RefusedFile refused, FileReport file, Rejection rejection) => (refused.Sha256, refused.Code) == (file.Sha256, rejection.Code);

    // What a person let stand stands while the file is the same.
    void Note(FileReport file, Rejection rejection, RefusedFile? old, Dictionary<string, RefusedFile> known, long runId)
    {
        if (!known.TryGetValue(file.FullPath, out var refused))
        {
            refused = new RefusedFile
            {
                FullPath = file.FullPath,
                Path = file.Path,
                Sha256 = old?.Sha256,
                Code = old?.Code ?? rejection.Code,
                Message = rejection.Message,
                SettledBy = old?.SettledBy,
                SettledAt = old?.SettledAt,
            };
            context.Add(refused);
            known.Add(file.FullPath, refused);
        }

        if (!IsAsItWas(refused, file, rejection)) (refused.SettledBy, refused.SettledAt) = (null, null);
        (refused.Sha256, refused.Code, refused.Message, refused.Line, refused.RunId) = (file.Sha256, rejection.Code, rejection.Message, rejection.Line, runId);
    }

    static bool IsAt(string path, string root)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        return path == place || path.StartsWith(place + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
