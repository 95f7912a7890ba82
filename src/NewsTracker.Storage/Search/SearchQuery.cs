using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Search;

/// <summary>A condition that was written inside the search text.</summary>
/// <param name="Name"><c>company</c>, <c>topic</c> or <c>provider</c>.</param>
/// <param name="Alternatives">As in <see cref="ArticleFilter"/>.</param>
sealed record SearchField(string Name, IReadOnlyList<NameFilter> Alternatives);

/// <summary>A search text, understood.</summary>
/// <param name="Required">FTS5 expression that must match; null where no word is asked for.</param>
/// <param name="Forbidden">FTS5 expression that must not match; null where none is excluded.</param>
/// <param name="Fields">Every one must hold.</param>
/// <param name="After">Published from here on, included.</param>
/// <param name="Before">Published up to here, included.</param>
/// <param name="Echo">How it was understood; null without a text.</param>
sealed record SearchQuery(
    string? Required, string? Forbidden, IReadOnlyList<SearchField> Fields, DateBound? After, DateBound? Before, SearchEcho? Echo)
{
    static readonly SearchQuery Nothing = new(null, null, [], null, null, null);

    /// <summary>Reads any text; there is no wrong one.</summary>
    public static SearchQuery Parse(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : new SearchReading(text).Read();

    /// <summary>The order in force: relevance only where there are words to be relevant to.</summary>
    public ArticleSort SortOf(ArticleFilter filter) => filter.Sort switch
    {
        ArticleSort.Relevance or null => Required is null ? ArticleSort.Newest : ArticleSort.Relevance,
        { } asked => asked,
    };
}
