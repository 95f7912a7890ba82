using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>A file that lies elsewhere, or has another name, than when it was imported.</summary>
/// <param name="From">Its path then, as people name it.</param>
/// <param name="To">Its path now.</param>
public sealed record RenamedFile(string From, string To);

/// <summary>Files that are not where they were when they were imported.</summary>
/// <param name="Renamed">Those found again under another path: the same bytes, or the same article. Their articles stay one.</param>
/// <param name="Gone">Those not found again. Nothing is deleted for it: their articles stay.</param>
public sealed record FileMoves(IReadOnlyList<RenamedFile> Renamed, IReadOnlyList<string> Gone)
{
    /// <summary>Every file is where it was.</summary>
    public static FileMoves None { get; } = new([], []);

    /// <summary>Compares what a walk found with what was imported from the same places.</summary>
    /// <param name="context">What was imported.</param>
    /// <param name="roots">The files and folders that were walked.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="files">What becomes of each, in the same order.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal static async Task<FileMoves> FindAsync(
        NewsContext context, IReadOnlyList<string> roots, IReadOnlyList<Found> found, IReadOnlyList<FileReport> files, CancellationToken cancellation)
    {
        var places = found.Select(walked => walked.FullPath).ToHashSet(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        List<Missing> missing = [];
        foreach (var root in roots)
            await foreach (var file in Below(context, root).WithCancellation(cancellation))
                if (places.Contains(file.FullPath)) known.Add(file.FullPath);
                else missing.Add(file);
        if (missing.Count == 0) return None;

        List<FileReport> fresh = [.. files.Where((_, i) => !known.Contains(found[i].FullPath))];
        var (renamed, left) = Pair(missing, fresh);
        // Bytes that lie elsewhere were moved at an earlier import.
        var there = files.Select(file => file.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(renamed, [.. left.Where(file => !there.Contains(file.Sha256)).Select(file => file.Path).Order(StringComparer.Ordinal)]);
    }

    static (List<RenamedFile> Renamed, List<Missing> Left) Pair(List<Missing> missing, List<FileReport> fresh)
    {
        var byBytes = Queues(missing, file => file.Sha256);
        var byArticle = Queues(missing, file => file.ArticleId);
        var paired = new HashSet<Missing>();
        List<RenamedFile> renamed = [];
        foreach (var file in fresh)
        {
            var former = file.Sha256 is { } sha256 ? Next(byBytes.GetValueOrDefault(sha256)) : null;
            if (former is null && file.ArticleId is { } article) former = Next(byArticle.GetValueOrDefault(article));
            if (former is null) continue;
            paired.Add(former);
            renamed.Add(new(former.Path, file.Path));
        }

        return (renamed, [.. missing.Where(file => !paired.Contains(file))]);

        Missing? Next(Queue<Missing>? queue)
        {
            while (queue is { Count: > 0 })
                if (queue.Dequeue() is var next && !paired.Contains(next)) return next;
            return null;
        }
    }

    static Dictionary<T, Queue<Missing>> Queues<T>(List<Missing> missing, Func<Missing, T> key)
        where T : notnull =>
        missing.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<Missing>(group));

    static IAsyncEnumerable<Missing> Below(NewsContext context, string root)
    {
        // Everything below a folder lies between “folder/” and “folder0”, whose last characters are neighbours.
        var folder = Path.TrimEndingDirectorySeparator(root);
        var (first, last) = ($"{folder}{Path.DirectorySeparatorChar}", $"{folder}{(char)(Path.DirectorySeparatorChar + 1)}");
        return context.Files
            .Where(file => file.FullPath == folder || (file.FullPath.CompareTo(first) > 0 && file.FullPath.CompareTo(last) < 0))
            .OrderBy(file => file.FullPath)
            .Select(file => new Missing(file.FullPath, file.Path, file.Sha256, file.ArticleId))
            .AsAsyncEnumerable();
    }

    sealed record Missing(string FullPath, string Path, string Sha256, long ArticleId);
}
