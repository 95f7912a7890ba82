using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>A filter's answer on one state of the data: which articles, in which order.</summary>
/// <param name="Index">The state of the data.</param>
/// <param name="Filter">What was asked.</param>
/// <param name="Search">Its text, understood.</param>
/// <param name="Matches">What passes.</param>
/// <param name="Sort">The order in force.</param>
/// <param name="Order">The same, ranked.</param>
sealed record Selection(
    ArticleIndex Index, ArticleFilter Filter, SearchQuery Search, FilterMatches Matches, ArticleSort Sort, ArticleOrder Order)
{
    public static async Task<Selection> OfAsync(ArticleIndex index, ArticleFilter filter, NewsContext context, CancellationToken cancellation)
    {
        var search = SearchQuery.Parse(filter.Text);
        var sort = search.SortOf(filter);
        var words = await WordMatches.FindAsync(index, search, sort, new TextSearch(context), cancellation);
        var order = sort == ArticleSort.Relevance ? words.ByRelevance(index) : index.InOrderOf(sort);
        return new Selection(index, filter, search, new FilterMatches(index, filter, search, words.Positions), sort, order);
    }

    /// <summary>The page that the filter asks for.</summary>
    public OrderSlice Page() => Order.Slice(Matches.All, Cursor(), Filter.Size);

    /// <summary>Names asked for that the tracker does not know.</summary>
    public IReadOnlyList<UnknownName> UnknownNames()
    {
        var names = new NameMatches(Index, Filter.Role);
        return
        [
            .. names.Unknown("company", Filter.Companies),
            .. names.Unknown("topic", Filter.Topics),
            .. names.Unknown("provider", Filter.Providers),
            .. Search.Fields.SelectMany(field => names.Unknown(field.Name, field.Alternatives)),
        ];
    }

    PageCursor? Cursor()
    {
        if (Filter.Cursor is not { } text || PageCursor.Parse(text) is not { } cursor || cursor.Sort != Sort) return null;
        // Scores move a little whenever an article is added: where the row still stands, its place today counts.
        return Sort == ArticleSort.Relevance && Index.PositionOf(cursor.Id) is { } position
            ? Order.CursorOf(position, cursor.Backwards) ?? cursor
            : cursor;
    }
}

/// <summary>Where the words of a search text were found.</summary>
/// <param name="Positions">Null where there are no words.</param>
/// <param name="Scores">By position, in millionths of a millionth, smaller is better; empty where no order needs them.</param>
sealed record WordMatches(PositionSet? Positions, IReadOnlyDictionary<int, long> Scores)
{
    // A word that most articles hold weighs as little as a millionth, and still has to be told apart.
    const double ScoreUnits = 1e12;

    static readonly Dictionary<int, long> NoScores = [];

    public static async Task<WordMatches> FindAsync(
        ArticleIndex index, SearchQuery search, ArticleSort sort, TextSearch text, CancellationToken cancellation)
    {
        var without = search.Forbidden is { } forbidden
            ? PositionSet.Of(index.Count, Known(index, await text.IdsAsync(forbidden, cancellation)))
            : null;
        if (search.Required is not { } required)
            return new WordMatches(without is null ? null : PositionSet.All(index.Count).Without(without), NoScores);
        var scores = sort == ArticleSort.Relevance ? Scored(index, await text.ScoredAsync(required, cancellation)) : NoScores;
        var found = sort == ArticleSort.Relevance ? scores.Keys : Known(index, await text.IdsAsync(required, cancellation));
        var positions = PositionSet.Of(index.Count, found);
        return new WordMatches(without is null ? positions : positions.Without(without), scores);
    }

    /// <summary>What was found, best first.</summary>
    public ArticleOrder ByRelevance(ArticleIndex index) =>
        new(ArticleSort.Relevance, Scores.Keys, position => Scores[position], position => index[position]);

    // An article that was committed after the index was read waits for the next one.
    static IEnumerable<int> Known(ArticleIndex index, IEnumerable<long> ids) => ids.Select(index.PositionOf).OfType<int>();

    static Dictionary<int, long> Scored(ArticleIndex index, List<TextHit> hits) => hits
        .Select(hit => (Position: index.PositionOf(hit.Id), hit.Score))
        .Where(hit => hit.Position is not null)
        .ToDictionary(hit => hit.Position.GetValueOrDefault(), hit => (long)Math.Round(hit.Score * ScoreUnits));
}
