using NewsTracker.Storage.Index;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>Where the words of a search text were found.</summary>
/// <param name="Positions">Null where there are no words.</param>
/// <param name="Rare">Groups of words that stand in few enough articles to order by.</param>
/// <param name="Common">The others: they decide what is found, not the order.</param>
sealed record WordMatches(
    PositionSet? Positions, IReadOnlyList<IReadOnlyList<SearchTerm>> Rare, IReadOnlyList<IReadOnlyList<SearchTerm>> Common)
{
    /// <summary>
    /// Words in more articles than this say next to nothing about any of them, while scoring costs a microsecond or two for each.
    /// </summary>
    const int RankedAtMost = 20_000;

    /// <summary>Looks up each word and joins what was found.</summary>
    public static WordMatches Find(ArticleIndex index, SearchQuery search, TextSearch text)
    {
        var groups = search.Words.Select(terms => (Terms: terms, Found: Either(index, terms, text))).ToList();
        var found = groups.Aggregate((PositionSet?)null, (all, group) => all is null ? group.Found : all.And(group.Found));
        if (search.Without.Count > 0) found = (found ?? index.All).Without(Either(index, search.Without, text));
        var ranks = groups.ToLookup(group => group.Found.Count <= RankedAtMost, group => group.Terms);
        return new WordMatches(found, [.. ranks[true]], [.. ranks[false]]);
    }

    /// <summary>Matches by their rare words; newest first where there are none.</summary>
    public ArticleOrder ByRelevance(ArticleIndex index, TextSearch text, PositionSet matches) =>
        Rare.Count == 0 ? new ArticleOrder(ArticleSort.Relevance, index, ranked: null, _ => 0) : text.Ranked(SearchQuery.Match(Rare), matches);

    /// <summary>The search, with a note where the order does not follow all of its words.</summary>
    public SearchQuery Noted(SearchQuery search)
    {
        if (Common.Count == 0 || search.Echo is not { } echo) return search;
        var words = string.Join(" and ", Common.SelectMany(terms => terms).Select(term => term.Shown));
        var order = Rare.Count == 0 ? "the newest come first" : "the other words decide the order";
        return search with { Echo = echo with { Notes = [.. echo.Notes, $"So many articles have {words} that {order}."] } };
    }

    static PositionSet Either(ArticleIndex index, IReadOnlyList<SearchTerm> terms, TextSearch text) =>
        terms.Aggregate(PositionSet.None(index.Count), (either, term) => either.Or(text.Holding(term.Match)));
}
