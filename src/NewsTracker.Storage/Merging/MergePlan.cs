using NewsTracker.Ingestion;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Merging;

/// <summary>Two articles side by side, and what they would be as one.</summary>
/// <param name="Kept">The older one, whose id stays.</param>
/// <param name="Gone">The other, whose address would lead to it.</param>
/// <param name="Merged">The values of the one article that they would be; null where it cannot be made.</param>
/// <param name="Outvoted">Fields that both corrected: the kept one's correction stays, the other's goes into the history.</param>
/// <param name="Problem">Why they cannot be merged, as a sentence; null where they can.</param>
/// <param name="DataVersion">The state of the data that was planned on.</param>
public sealed record MergePlan(MergeSide Kept, MergeSide Gone, ArticleDraft? Merged, IReadOnlyList<string> Outvoted, string? Problem, long DataVersion);

/// <summary>One of the two.</summary>
/// <param name="Article">Its values.</param>
/// <param name="Sightings">Where it was seen, latest first.</param>
/// <param name="Corrections">What was corrected on it, in force or not, latest first.</param>
/// <param name="IsHidden">Whether a person hid it.</param>
public sealed record MergeSide(StoredArticle Article, IReadOnlyList<SightingRef> Sightings, IReadOnlyList<CorrectionSummary> Corrections, bool IsHidden);

/// <summary>A merge as the desk lists it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="KeptId">The article that stayed.</param>
/// <param name="Title">Its headline; null where only an address is known.</param>
/// <param name="GoneId">The id that leads to it.</param>
/// <param name="MergedBy">Who, by e-mail.</param>
/// <param name="MergedAt">UTC.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
public sealed record MergeRow(long Id, long KeptId, string? Title, long GoneId, string MergedBy, DateTime MergedAt, string? Reason);

/// <summary>Two articles that claim one address: one by a correction, the other by its files.</summary>
/// <param name="Url">The address.</param>
/// <param name="CorrectedId">The article that a person gave it to.</param>
/// <param name="OwnerId">The article whose files carry it.</param>
public sealed record MergeOffer(string Url, long CorrectedId, long OwnerId);
