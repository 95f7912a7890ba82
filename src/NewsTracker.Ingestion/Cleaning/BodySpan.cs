namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Where the article's text lies among the lines of a scrape.</summary>
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
    /// <param name="furniture">For each line what <see cref="LinePhrases.Furniture"/> said.</param>
    /// <param name="repeats">Keys of lines that stand there more than once.</param>
    public static BodySpan Find(IReadOnlyList<ScrapeLine> lines, IReadOnlyList<string?> furniture, IReadOnlySet<string> repeats)
    {
        var (best, span) = (0, None);
        var (sum, start) = (0, 0);
        for (var index = 0; index < lines.Count; index++)
        {
            if (sum <= 0) (sum, start) = (0, index);
            sum += Weight(lines[index], furniture[index], repeats);
            if (sum > best) (best, span) = (sum, new BodySpan(start, index));
        }

        return span;
    }

    static int Weight(ScrapeLine line, string? furniture, IReadOnlySet<string> repeats)
    {
        if (LinePhrases.EndsArticle(furniture)) return Ending;
        if (furniture is not null) return Furniture;
        return line.IsText && !repeats.Contains(line.Key) ? Math.Min(line.Words, HeaviestLine) : ShortLine;
    }
}
