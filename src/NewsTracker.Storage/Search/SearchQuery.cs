using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Search;

/// <summary>A condition that was written inside the search text.</summary>
/// <param name="Name"><c>company</c>, <c>topic</c> or <c>provider</c>.</param>
/// <param name="Alternatives">As in <see cref="ArticleFilter"/>.</param>
sealed record SearchField(string Name, IReadOnlyList<NameFilter> Alternatives);

/// <summary>A search text, understood.</summary>
/// <param name="Words">Every group must match, by any of its terms; empty where no word is asked for.</param>
/// <param name="Without">None of these terms may match.</param>
/// <param name="Fields">Every one must hold.</param>
/// <param name="After">Published from here on, included.</param>
/// <param name="Before">Published up to here, included.</param>
/// <param name="Echo">How it was understood; null without a text.</param>
sealed record SearchQuery(
    IReadOnlyList<IReadOnlyList<SearchTerm>> Words, IReadOnlyList<SearchTerm> Without, IReadOnlyList<SearchField> Fields,
    DateBound? After, DateBound? Before, SearchEcho? Echo)
{
    static readonly SearchQuery Nothing = new([], [], [], null, null, null);

    /// <summary>Reads any text; there is no wrong one.</summary>
    public static SearchQuery Parse(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : new SearchReading(text).Read();

    /// <summary>The order in force: relevance only where there are words to be relevant to.</summary>
    public ArticleSort SortOf(ArticleFilter filter) => filter.Sort switch
    {
        ArticleSort.Relevance or null => Words.Count == 0 ? ArticleSort.Newest : ArticleSort.Relevance,
        { } asked => asked,
    };

    /// <summary>Groups of words as one FTS5 expression.</summary>
    public static string Match(IEnumerable<IReadOnlyList<SearchTerm>> words) =>
        string.Join(" AND ", words.Select(terms => $"({string.Join(" OR ", terms.Select(term => term.Match))})"));
}
