using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Index;

/// <summary>One order of articles: by a key, then newest first, then the later learned of.</summary>
sealed class ArticleOrder
{
    readonly (long Key, int Position)[] _ranked;
    readonly Func<int, IndexedArticle> _article;
    readonly ArticleSort _sort;

    /// <summary>Ranks positions.</summary>
    /// <param name="sort">Which order it is.</param>
    /// <param name="positions">Positions of the index, where newest stands first.</param>
    /// <param name="key">Ascending.</param>
    /// <param name="article">The article at a position.</param>
    public ArticleOrder(ArticleSort sort, IEnumerable<int> positions, Func<int, long> key, Func<int, IndexedArticle> article)
    {
        _sort = sort;
        _article = article;
        _ranked = [.. positions.Select(position => (key(position), position))];
        Array.Sort(_ranked);
    }

    /// <summary>Every match in this order.</summary>
    public IEnumerable<int> Walk(PositionSet matches) =>
        _ranked.Where(ranked => matches.Contains(ranked.Position)).Select(ranked => ranked.Position);

    /// <summary>The matches of one page.</summary>
    /// <param name="matches">What may be on it.</param>
    /// <param name="cursor">Where it starts, or ends; null: the first page.</param>
    /// <param name="size">Most rows on it.</param>
    public OrderSlice Slice(PositionSet matches, PageCursor? cursor, int size)
    {
        var ranks = cursor switch
        {
            null => Ahead(matches, 0).Take(size).ToList(),
            { Backwards: false } after => Ahead(matches, FirstRank(rank => Compare(rank, after) > 0)).Take(size).ToList(),
            { } before => [.. Behind(matches, FirstRank(rank => Compare(rank, before) >= 0) - 1).Take(size).Reverse()],
        };
        if (ranks.Count == 0) return new OrderSlice([], null, null);
        return new OrderSlice(
            [.. ranks.Select(rank => _ranked[rank].Position)],
            Ahead(matches, ranks[^1] + 1).Any() ? CursorAt(ranks[^1], backwards: false) : null,
            Behind(matches, ranks[0] - 1).Any() ? CursorAt(ranks[0], backwards: true) : null);
    }

    /// <summary>The rank of a position; −1 where it has none. Reads the whole order.</summary>
    public PageCursor? CursorOf(int position, bool backwards)
    {
        var rank = Array.FindIndex(_ranked, ranked => ranked.Position == position);
        return rank < 0 ? null : CursorAt(rank, backwards);
    }

    IEnumerable<int> Ahead(PositionSet matches, int rank)
    {
        for (; rank < _ranked.Length; rank++)
            if (matches.Contains(_ranked[rank].Position))
                yield return rank;
    }

    IEnumerable<int> Behind(PositionSet matches, int rank)
    {
        for (; rank >= 0; rank--)
            if (matches.Contains(_ranked[rank].Position))
                yield return rank;
    }

    int FirstRank(Func<int, bool> beyond)
    {
        var (low, high) = (0, _ranked.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (beyond(middle)) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    int Compare(int rank, PageCursor cursor)
    {
        var (key, position) = _ranked[rank];
        var article = _article(position);
        return (key, article.NewestKey, -article.Id).CompareTo((cursor.Key, cursor.Newest, -cursor.Id));
    }

    PageCursor CursorAt(int rank, bool backwards)
    {
        var (key, position) = _ranked[rank];
        var article = _article(position);
        return new PageCursor(_sort, backwards, key, article.NewestKey, article.Id);
    }
}

/// <summary>The matches of one page.</summary>
/// <param name="Positions">In order.</param>
/// <param name="Next">Where the page after it starts; null on the last.</param>
/// <param name="Previous">Where the page before it ends; null on the first.</param>
sealed record OrderSlice(IReadOnlyList<int> Positions, PageCursor? Next, PageCursor? Previous);
