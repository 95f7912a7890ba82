namespace NewsTracker.Ingestion.Cleaning;

/// <summary>What the lines of one scrape tell together: sums, distances and words that the features of each line are read from.</summary>
public sealed class LineDocument
{
    /// <summary>Fewer letters and digits than this say nothing when they repeat.</summary>
    const int LeastRepeat = 12;

    readonly Dictionary<string, int> _repeats;
    readonly HashSet<string> _headlineWords;
    readonly Dictionary<string, int> _spanWords = new(StringComparer.Ordinal);
    readonly int[] _proseWords, _endings, _furniture;
    readonly int[] _proseBefore, _proseAfter, _endingBefore, _endingAfter;

    /// <summary>Reads a scrape.</summary>
    /// <param name="lines">In the order of the file.</param>
    public LineDocument(IReadOnlyList<ScrapeLine> lines)
    {
        Lines = lines;
        _repeats = lines.CountBy(line => line.Key).ToDictionary(StringComparer.Ordinal);
        Span = BodySpan.Find(lines, index => Repeats(index) > 1);
        Headline = HeadlineFinder.Find(this, Span);
        _headlineWords = Headline is { } headline ? [.. lines[headline].LongWords] : [];
        for (var index = Span.First; index <= Span.Last; index++) Count(lines[index], _spanWords);
        _proseWords = Sums(index => IsOwnProse(index) ? lines[index].Words : 0);
        _endings = Sums(index => LinePhrases.EndsArticle(lines[index].Furniture) ? 1 : 0);
        _furniture = Sums(index => lines[index].Furniture is null ? 0 : 1);
        (_proseBefore, _proseAfter) = Distances(IsOwnProse);
        (_endingBefore, _endingAfter) = Distances(index => LinePhrases.EndsArticle(lines[index].Furniture));
        ProseLines = Enumerable.Range(0, lines.Count).Count(IsOwnProse);
    }

    /// <summary>All lines.</summary>
    public IReadOnlyList<ScrapeLine> Lines { get; }

    /// <summary>The densest stretch by the plain rules.</summary>
    public BodySpan Span { get; }

    /// <summary>The line that the plain rules take for the headline.</summary>
    public int? Headline { get; }

    /// <summary>How many lines are running text by their own look.</summary>
    public int ProseLines { get; }

    /// <summary>Words in them.</summary>
    public int ProseWords => _proseWords[^1];

    /// <summary>Words of running text from a line to another, ends clipped to the scrape.</summary>
    /// <param name="from">The first line.</param>
    /// <param name="to">The line after the last.</param>
    public int ProseBetween(int from, int to) => Between(_proseWords, from, to);

    /// <summary>Lines of furniture from a line to another.</summary>
    /// <param name="from">The first line.</param>
    /// <param name="to">The line after the last.</param>
    public int FurnitureBetween(int from, int to) => Between(_furniture, from, to);

    /// <summary>End markers between the start of the densest part and a line.</summary>
    /// <param name="index">The line.</param>
    public int EndingsSoFar(int index) => Between(_endings, Span.First, index + 1);

    /// <summary>Lines since running text and until it, those without any counted to the ends of the scrape.</summary>
    /// <param name="index">The line.</param>
    public (int Before, int After) ToProse(int index) => (_proseBefore[index], _proseAfter[index]);

    /// <summary>Lines since an end marker and until one.</summary>
    /// <param name="index">The line.</param>
    public (int Before, int After) ToEnding(int index) => (_endingBefore[index], _endingAfter[index]);

    /// <summary>How often a line stands in the scrape; 1 where it is too short to tell.</summary>
    /// <param name="index">The line.</param>
    public int Repeats(int index) => Lines[index].Key.Length < LeastRepeat ? 1 : _repeats[Lines[index].Key];

    /// <summary>Whether a blank line, or the edge of the scrape, stands above a line.</summary>
    /// <param name="index">The line, or the number of lines for the lower edge.</param>
    public bool StandsApart(int index) =>
        index <= 0 || index >= Lines.Count || Lines[index].Number == 0 || Lines[index].Number > Lines[index - 1].LastNumber + 1;

    /// <summary>The part of a line's long words that the headline has too.</summary>
    /// <param name="index">The line.</param>
    public float HeadlineOverlap(int index) => Share(Lines[index].LongWords, _headlineWords.Contains);

    /// <summary>The part of a line's long words that the densest part has too, the line itself aside.</summary>
    /// <param name="index">The line.</param>
    public float SpanOverlap(int index)
    {
        if (index < Span.First || index > Span.Last) return Share(Lines[index].LongWords, _spanWords.ContainsKey);
        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(Lines[index], own);
        return Share(Lines[index].LongWords, word => _spanWords[word] > own[word]);
    }

    bool IsOwnProse(int index) => Lines[index].Furniture is null && Lines[index].IsProse;

    static float Share(IReadOnlyList<string> words, Predicate<string> shared)
    {
        var count = 0;
        foreach (var word in words)
            if (shared(word)) count++;
        return words.Count == 0 ? 0 : (float)count / words.Count;
    }

    static void Count(ScrapeLine line, Dictionary<string, int> counts)
    {
        foreach (var word in line.LongWords) counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    int[] Sums(Func<int, int> value)
    {
        var sums = new int[Lines.Count + 1];
        for (var index = 0; index < Lines.Count; index++) sums[index + 1] = sums[index] + value(index);
        return sums;
    }

    int Between(int[] sums, int from, int to)
    {
        (from, to) = (Math.Clamp(from, 0, Lines.Count), Math.Clamp(to, 0, Lines.Count));
        return to <= from ? 0 : sums[to] - sums[from];
    }

    (int[] Before, int[] After) Distances(Predicate<int> matches)
    {
        var (before, after) = (new int[Lines.Count], new int[Lines.Count]);
        for (var (index, last) = (0, -1); index < Lines.Count; index++)
        {
            before[index] = index - last;
            if (matches(index)) last = index;
        }

        for (var (index, next) = (Lines.Count - 1, Lines.Count); index >= 0; index--)
        {
            after[index] = next - index;
            if (matches(index)) next = index;
        }

        return (before, after);
    }
}
