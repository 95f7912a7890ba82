using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Index;

/// <summary>Articles by what they are; a value that no article has is absent.</summary>
/// <param name="Scopes">About face recognition or not.</param>
/// <param name="Types"><c>article</c>, <c>video</c>.</param>
/// <param name="Languages">ISO 639-1.</param>
/// <param name="Origins">Own file or only related.</param>
/// <param name="Formats">How their source is written.</param>
/// <param name="Promotions">The origin's promotion switch.</param>
/// <param name="YearOnly">Known by their year alone.</param>
/// <param name="MonthOnly">Known by their month alone.</param>
sealed record ValueSets(
    IReadOnlyDictionary<ScopeValue, PositionSet> Scopes, IReadOnlyDictionary<string, PositionSet> Types, IReadOnlyDictionary<string, PositionSet> Languages,
    IReadOnlyDictionary<ArticleOrigin, PositionSet> Origins, IReadOnlyDictionary<SourceFormat, PositionSet> Formats,
    IReadOnlyDictionary<bool, PositionSet> Promotions, PositionSet YearOnly, PositionSet MonthOnly)
{
    /// <summary>Of no article.</summary>
    public static ValueSets Empty { get; } = new(
        new Dictionary<ScopeValue, PositionSet>(), new Dictionary<string, PositionSet>(), new Dictionary<string, PositionSet>(),
        new Dictionary<ArticleOrigin, PositionSet>(), new Dictionary<SourceFormat, PositionSet>(), new Dictionary<bool, PositionSet>(),
        PositionSet.None(0), PositionSet.None(0));

    /// <summary>The articles with a value.</summary>
    public static PositionSet Of<T>(IReadOnlyDictionary<T, PositionSet> sets, T value, int length) =>
        sets.TryGetValue(value, out var set) ? set : PositionSet.None(length);
}
