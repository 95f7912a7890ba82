using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Index;

/// <summary>What filters and orders need to know of one article.</summary>
/// <param name="Id">Key.</param>
/// <param name="Published">When it was published, without evidence.</param>
/// <param name="Scope">About face recognition or not.</param>
/// <param name="Type"><c>article</c>, <c>video</c>.</param>
/// <param name="Origin">Own file or only related.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Format">How its source is written; null where the source is missing.</param>
/// <param name="Promoted">The origin's promotion switch.</param>
/// <param name="Quality">The origin's score.</param>
/// <param name="Heat">The origin's heat.</param>
/// <param name="AddedAt">UTC; when the tracker learned of it.</param>
sealed record IndexedArticle(
    long Id, PublishedDate Published, ScopeValue Scope, string Type, ArticleOrigin Origin, string? Language, SourceFormat? Format,
    bool? Promoted, int? Quality, int? Heat, DateTime AddedAt)
{
    /// <summary>Its days, both included; null where undated.</summary>
    public (DateOnly First, DateOnly Last)? Period { get; } = Published.Period;

    /// <summary>Ascending: latest first, within a period exact ones first, undated last.</summary>
    public long NewestKey { get; } = DateKeys.Newest(Published);

    /// <summary>Ascending: earliest first, within a period exact ones first, undated last.</summary>
    public long OldestKey { get; } = DateKeys.Oldest(Published);

    /// <summary>Its month counted from year 0, where that is known; −1 where it is not.</summary>
    public int Month { get; } =
        Published.Precision >= DatePrecision.Month && Published.Period is { } period ? (period.First.Year * 12) + period.First.Month - 1 : -1;
}
