using NewsTracker.Storage.Model;
using NewsTracker.Storage.Reviewing;

namespace NewsTracker.Web.Admin;

/// <summary>One list of the review, with how much is on it.</summary>
/// <param name="Heading">As people read it.</param>
/// <param name="Address">Where it is settled.</param>
/// <param name="Count">No further than <see cref="ReviewQueue.CountedTo"/>.</param>
/// <param name="Kind">The doubt that it is about; null for names and files.</param>
sealed record ReviewCount(string Heading, string Address, int Count, DoubtKind? Kind = null);

/// <summary>Everything that waits for a look.</summary>
/// <param name="doubts">About articles.</param>
/// <param name="names">That the catalogue lacks.</param>
/// <param name="files">That were not taken.</param>
sealed class ReviewCounts(ReviewQueue doubts, LackingNames names, RefusedFiles files)
{
    /// <summary>Where names that the catalogue lacks are settled.</summary>
    public const string Names = "/admin/review?names=true";

    /// <summary>Where files that were not taken are settled.</summary>
    public const string Files = "/admin/review?files=true";

    /// <summary>Where a doubt is settled.</summary>
    /// <param name="kind">The doubt.</param>
    public static string Of(DoubtKind kind) => $"/admin/review?kind={kind}";

    /// <summary>All lists, also those with nothing on them.</summary>
    /// <param name="cancellation">Stops between two counts.</param>
    public async Task<IReadOnlyList<ReviewCount>> AllAsync(CancellationToken cancellation) =>
    [
        .. doubts.Counts(cancellation).Select(doubt => new ReviewCount(ReviewWords.Heading(doubt.Kind), Of(doubt.Kind), doubt.Count, doubt.Kind)),
        new("Names the catalogue lacks", Names, Math.Min((await names.AllAsync(cancellation)).Count, ReviewQueue.CountedTo)),
        new("Files not taken", Files, Math.Min(await files.CountAsync(cancellation), ReviewQueue.CountedTo)),
    ];
}
