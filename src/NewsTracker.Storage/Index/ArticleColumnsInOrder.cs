namespace NewsTracker.Storage.Index;

/// <summary>Each article's values, by position.</summary>
/// <param name="Ids">Keys.</param>
/// <param name="Newest">Places in time, ascending.</param>
/// <param name="Added">UTC ticks.</param>
/// <param name="Quality">Scores at the origin; <see cref="int.MinValue"/> where there is none.</param>
/// <param name="Heat">Heat at the origin; <see cref="int.MinValue"/> where there is none.</param>
sealed record ArticleColumnsInOrder(long[] Ids, long[] Newest, long[] Added, int[] Quality, int[] Heat)
{
    /// <summary>No article.</summary>
    public static ArticleColumnsInOrder Empty { get; } = new([], [], [], [], []);
}

/// <summary>Where articles stand, by key.</summary>
sealed class ArticlePositions
{
    readonly int[] _positions;

    /// <summary>Turns the keys around.</summary>
    /// <param name="ids">By position.</param>
    public ArticlePositions(long[] ids)
    {
        // Keys are handed out one after the other and never again, so the array has few holes.
        _positions = new int[ids.Length == 0 ? 0 : ids.Max() + 1];
        Array.Fill(_positions, -1);
        for (var position = 0; position < ids.Length; position++) _positions[ids[position]] = position;
    }

    /// <summary>The position of an article; −1 where it is unknown.</summary>
    public int Of(long id) => id >= 0 && id < _positions.Length ? _positions[id] : -1;
}
