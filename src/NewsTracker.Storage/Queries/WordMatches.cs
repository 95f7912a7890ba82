using NewsTracker.Storage.Index;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>Where the words of a search text were found.</summary>
/// <param name="Positions">Null where there are no words.</param>
/// <param name="Ranking">Groups of words that are rare enough to order by.</param>
/// <param name="Common">The others: they decide what is found, not the order.</param>
sealed record WordMatches(
    PositionSet? Positions, IReadOnlyList<IReadOnlyList<SearchTerm>> Ranking, IReadOnlyList<IReadOnlyList<SearchTerm>> Common)
{
    /// <summary>
    /// More articles than this are not scored for one order: each costs a microsecond or two, and words that are in so many say next to nothing about any of them.
    /// </summary>
    const int ScoredAtMost = 10_000;

    /// <summary>To learn how common a word is, FTS5 goes through its articles; so many of them cost what scoring one does (measured at 100,000 and 1,000,000).</summary>
    const int CountedForOne = 32;

    /// <summary>Looks up each word and joins what was found.</summary>
    public static WordMatches Find(ArticleIndex index, SearchQuery search, TextSearch text)
    {
        var groups = search.Words.Select(terms => (Terms: terms, Found: Either(index, terms, text))).OrderBy(group => group.Found.Count).ToList();
        var (found, ranking) = Joined(groups.Select(group => group.Found), ScoredAtMost);
        if (search.Without.Count > 0) found = (found ?? index.All).Without(Either(index, search.Without, text));
        return new WordMatches(found, [.. groups.Take(ranking).Select(group => group.Terms)], [.. groups.Skip(ranking).Select(group => group.Terms)]);
    }

    /// <summary>What all of some words together find, and how many of them, the rarest first, can order it.</summary>
    /// <param name="words">The articles of each, fewest first.</param>
    /// <param name="most">What the order may cost, in articles scored.</param>
    public static (PositionSet? Found, int Ranking) Joined(IEnumerable<PositionSet> words, int most)
    {
        var (found, counted, tried, ranking) = ((PositionSet?)null, 0, 0, 0);
        foreach (var word in words)
        {
            found = found is null ? word : found.And(word);
            counted += word.Count;
            tried++;
            if (found.Count + (counted / CountedForOne) <= most) ranking = tried;
        }

        return (found, ranking);
    }

    /// <summary>Matches by as many words as may be, the rarest first; newest first where all are too common.</summary>
    public ArticleOrder ByRelevance(ArticleIndex index, TextSearch text, PositionSet matches) =>
        Ranking.Count == 0 ? new ArticleOrder(ArticleSort.Relevance, index, ranked: null, _ => 0) : text.Ranked(SearchQuery.Match(Ranking), matches);

    /// <summary>The search, with a note where the order does not follow all of its words.</summary>
    public SearchQuery Noted(SearchQuery search)
    {
        if (Common.Count == 0 || search.Echo is not { } echo) return search;
        var words = string.Join(" and ", Common.SelectMany(terms => terms).Select(term => term.Shown));
        var order = Ranking.Count == 0 ? "the newest come first" : "the other words decide the order";
        return search with { Echo = echo with { Notes = [.. echo.Notes, $"So many articles have {words} that {order}."] } };
    }

    static PositionSet Either(ArticleIndex index, IReadOnlyList<SearchTerm> terms, TextSearch text) =>
        terms.Aggregate(PositionSet.None(index.Count), (either, term) => either.Or(text.Holding(term.Match)));
}
