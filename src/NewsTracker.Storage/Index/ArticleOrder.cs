using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Index;

/// <summary>One order of articles: by a key, then newest first, then the later learned of.</summary>
/// <param name="sort">Which order it is.</param>
/// <param name="index">Whose articles.</param>
/// <param name="ranked">Positions in this order; null: all of them as they stand, newest first.</param>
/// <param name="key">A position's key, ascending along the order.</param>
sealed class ArticleOrder(ArticleSort sort, ArticleIndex index, int[]? ranked, Func<int, long> key)
{
    // A page of few matches is found faster by ordering them than by passing everything else over.
    const int NarrowShare = 64;

    readonly int _length = ranked?.Length ?? index.Count;

    /// <summary>Ranks articles.</summary>
    /// <param name="sort">Which order it is.</param>
    /// <param name="index">Whose articles.</param>
    /// <param name="among">Which of them.</param>
    /// <param name="key">A position's key, ascending.</param>
    public static ArticleOrder By(ArticleSort sort, ArticleIndex index, PositionSet among, Func<int, long> key)
    {
        var positions = new int[among.Count];
        var keys = new long[among.Count];
        var count = 0;
        foreach (var position in among)
        {
            positions[count] = position;
            keys[count++] = key(position);
        }

        Array.Sort(keys, positions);
        SortTies(keys, positions);
        return new ArticleOrder(sort, index, positions, key);
    }

    /// <summary>Every match in this order.</summary>
    public IEnumerable<int> Walk(PositionSet matches)
    {
        for (var rank = Ahead(matches, 0); rank >= 0; rank = Ahead(matches, rank + 1)) yield return Position(rank);
    }

    /// <summary>The matches of one page.</summary>
    /// <param name="matches">What may be on it.</param>
    /// <param name="cursor">Where it starts, or ends; null: the first page.</param>
    /// <param name="size">Most rows on it.</param>
    public OrderSlice Slice(PositionSet matches, PageCursor? cursor, int size)
    {
        if (ranked is not null && (long)matches.Count * NarrowShare < _length && matches.Count < _length)
            return By(sort, index, matches, key).Slice(matches, cursor, size);
        var ranks = cursor switch
        {
            null => Forward(matches, 0, size),
            { Backwards: false } after => Forward(matches, FirstRank(rank => Compare(rank, after) > 0), size),
            { } before => Backward(matches, FirstRank(rank => Compare(rank, before) >= 0) - 1, size),
        };
        if (ranks.Count == 0) return new OrderSlice([], null, null);
        return new OrderSlice(
            [.. ranks.Select(Position)],
            Ahead(matches, ranks[^1] + 1) >= 0 ? CursorAt(ranks[^1], backwards: false) : null,
            Behind(matches, ranks[0] - 1) >= 0 ? CursorAt(ranks[0], backwards: true) : null);
    }

    /// <summary>The cursor at a position; null where the order does not hold it. Reads the whole order.</summary>
    public PageCursor? CursorOf(int position, bool backwards)
    {
        var rank = ranked is null ? position : Array.IndexOf(ranked, position);
        return rank < 0 ? null : CursorAt(rank, backwards);
    }

    List<int> Forward(PositionSet matches, int from, int size)
    {
        List<int> ranks = [];
        for (var rank = Ahead(matches, from); rank >= 0 && ranks.Count < size; rank = Ahead(matches, rank + 1)) ranks.Add(rank);
        return ranks;
    }

    List<int> Backward(PositionSet matches, int from, int size)
    {
        List<int> ranks = [];
        for (var rank = Behind(matches, from); rank >= 0 && ranks.Count < size; rank = Behind(matches, rank - 1)) ranks.Add(rank);
        ranks.Reverse();
        return ranks;
    }

    // The next rank that matches; −1 where there is none.
    int Ahead(PositionSet matches, int rank)
    {
        if (ranked is null) return matches.Next(rank);
        while (rank < _length && !matches.Contains(ranked[rank])) rank++;
        return rank < _length ? rank : -1;
    }

    // The last rank before that matches; −1 where there is none.
    int Behind(PositionSet matches, int rank)
    {
        if (ranked is null) return matches.Previous(rank);
        while (rank >= 0 && !matches.Contains(ranked[rank])) rank--;
        return rank;
    }

    int FirstRank(Func<int, bool> beyond)
    {
        var (low, high) = (0, _length);
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
        var position = Position(rank);
        return (key(position), index.NewestAt(position), -index.IdAt(position)).CompareTo((cursor.Key, cursor.Newest, -cursor.Id));
    }

    PageCursor CursorAt(int rank, bool backwards)
    {
        var position = Position(rank);
        return new PageCursor(sort, backwards, key(position), index.NewestAt(position), index.IdAt(position));
    }

    int Position(int rank) => ranked is null ? rank : ranked[rank];

    // Sorting by key alone is twice as fast; what it left in any order is put right run by run.
    static void SortTies(long[] keys, int[] positions)
    {
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from]) to++;
            if (to - from > 1) Array.Sort(positions, from, to - from);
            from = to;
        }
    }
}

/// <summary>The matches of one page.</summary>
/// <param name="Positions">In order.</param>
/// <param name="Next">Where the page after it starts; null on the last.</param>
/// <param name="Previous">Where the page before it ends; null on the first.</param>
sealed record OrderSlice(IReadOnlyList<int> Positions, PageCursor? Next, PageCursor? Previous);
