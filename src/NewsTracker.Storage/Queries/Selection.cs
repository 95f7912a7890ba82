using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model.Sqlite;
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
    /// <summary>Looks everything up.</summary>
    /// <param name="index">The state of the data.</param>
    /// <param name="filter">What is asked.</param>
    /// <param name="reader">Where texts are.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Selection Of(ArticleIndex index, ArticleFilter filter, SqliteReader reader, CancellationToken cancellation)
    {
        var search = SearchQuery.Parse(filter.Text);
        var text = new TextSearch(reader, index, cancellation);
        var words = WordMatches.Find(index, search, text);
        var matches = new FilterMatches(index, filter, search, words.Positions);
        var sort = search.SortOf(filter);
        return sort == ArticleSort.Relevance
            ? new Selection(index, filter, words.Noted(search), matches, sort, words.ByRelevance(index, text, matches.All))
            : new Selection(index, filter, search, matches, sort, index.InOrderOf(sort));
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
        return Sort == ArticleSort.Relevance && Index.PositionOf(cursor.Id) is >= 0 and var position
            ? Order.CursorOf(position, cursor.Backwards) ?? cursor
            : cursor;
    }
}
