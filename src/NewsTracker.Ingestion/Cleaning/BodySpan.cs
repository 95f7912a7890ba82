namespace NewsTracker.Ingestion.Cleaning;

/// <summary>A stretch of lines that holds the article's text.</summary>
/// <param name="First">Index of its first line.</param>
/// <param name="Last">Index of its last line; before <paramref name="First"/> where there is no running text.</param>
public readonly record struct BodySpan(int First, int Last)
{
    /// <summary>A paragraph of this many words weighs no more than a longer one: a single huge line must not outweigh the article.</summary>
    const int HeaviestLine = 60;

    /// <summary>What a short line costs: a menu of twenty outweighs a paragraph, a subhead does not.</summary>
    const int ShortLine = -4;

    /// <summary>What a line of furniture costs.</summary>
    const int Furniture = -12;

    /// <summary>What a line that usually ends an article costs.</summary>
    const int Ending = -40;

    /// <summary>No running text at all.</summary>
    public static BodySpan None { get; } = new(0, -1);

    /// <summary>Whether there is no running text.</summary>
    public bool IsEmpty => Last < First;

    /// <summary>Finds the densest stretch: the one whose running text outweighs its menus and furniture by the most.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="repeats">Whether a line stands there more than once.</param>
    public static BodySpan Find(IReadOnlyList<ScrapeLine> lines, Predicate<int> repeats)
    {
        var (best, span) = (0, None);
        var (sum, start) = (0, 0);
        for (var index = 0; index < lines.Count; index++)
        {
            if (sum <= 0) (sum, start) = (0, index);
            sum += Weight(lines[index], repeats(index));
            if (sum > best) (best, span) = (sum, new BodySpan(start, index));
        }

        return span;
    }

    static int Weight(ScrapeLine line, bool repeats)
    {
        if (LinePhrases.EndsArticle(line.Furniture)) return Ending;
        if (line.Furniture is not null) return Furniture;
        return line.IsText && !repeats ? Math.Min(line.Words, HeaviestLine) : ShortLine;
    }
}
