using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Reviewing;

namespace NewsTracker.Web.Admin;

/// <summary>Why a file in the inbox was not taken.</summary>
/// <param name="Reason">A sentence with the place in the file and the remedy.</param>
/// <param name="Address">Where it is told with the others.</param>
/// <param name="Place">That place, in words.</param>
sealed record InboxRefusal(string Reason, string Address, string Place);

/// <summary>Why files that lie in the inbox were not taken: by the preview that is held, else by the last import that came upon them.</summary>
/// <param name="files">What imports refused.</param>
/// <param name="changes">Whether a file still holds what was refused.</param>
/// <param name="jobs">Holds the preview.</param>
sealed class InboxRefusals(RefusedFiles files, ChangedFiles changes, ImportJobs jobs)
{
    /// <summary>The refusals of files that hold the same bytes still, by full path.</summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyDictionary<string, InboxRefusal>> OfAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var known = (await files.AtAsync(paths, cancellation)).ToDictionary(file => file.FullPath, file => (file.Sha256, Refusal: Imported(file)), StringComparer.Ordinal);
        foreach (var file in jobs.Latest is { Request.DryRun: true, Report.Files: { } previewed } ? previewed : [])
            if (file.Rejection is { } rejection && paths.Contains(file.FullPath)) known[file.FullPath] = (file.Sha256, Previewed(JobSentences.Reason(rejection)));
        var held = await changes.ChecksumsAsync(known.Keys, cancellation);
        return known.Where(file => file.Value.Sha256 == held.GetValueOrDefault(file.Key)).ToDictionary(file => file.Key, file => file.Value.Refusal, StringComparer.Ordinal);
    }

    static InboxRefusal Imported(RefusedFile file) =>
        new(file.Line is { } line ? $"line {line}: {file.Message}" : file.Message, $"/admin/runs/{file.RunId}?outcome=rejected", $"run {file.RunId}");

    static InboxRefusal Previewed(string reason) => new(reason, "/admin/preview?show=rejected", "the preview");
}
