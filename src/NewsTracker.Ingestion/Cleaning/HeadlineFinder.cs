namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Finds the headline among the lines above the text.</summary>
public static class HeadlineFinder
{
    /// <summary>How far above the text a headline may stand, in lines.</summary>
    const int Reach = 30;

    /// <summary>Shortest and longest headline, in words.</summary>
    const int Shortest = 3, Longest = 30;

    /// <summary>Words shorter than this are too common to tie a headline to its text.</summary>
    const int LeastLetters = 4;

    /// <summary>Finds it.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="furniture">For each line what <see cref="LinePhrases.Furniture"/> said.</param>
    /// <param name="span">Where the text lies.</param>
    /// <returns>The index of the line, the last one where it is repeated; null where no line can be a headline.</returns>
    public static int? Find(IReadOnlyList<ScrapeLine> lines, IReadOnlyList<string?> furniture, BodySpan span)
    {
        if (span.IsEmpty) return null;
        var spoken = lines.Skip(span.First).Take(span.Last - span.First + 1).SelectMany(line => WordsOf(line.Text)).ToHashSet(StringComparer.Ordinal);
        var (best, found) = (0.0, (int?)null);
        for (var index = Math.Max(0, span.First - Reach); index <= span.Last && index < span.First + 2; index++)
        {
            if (index >= span.First && lines[index].IsProse && lines[index].Text.EndsWith('.')) break;
            if (!CanBe(lines[index], furniture[index])) continue;
            var score = Score(lines, index, span, spoken);
            if (score > best) (best, found) = (score, index);
        }

        return found;
    }

    static bool CanBe(ScrapeLine line, string? furniture) =>
        furniture is null && line.Words is >= Shortest and <= Longest && !line.Text.EndsWith('.') && !line.Text.EndsWith(':') && !line.IsBullet
        && !DateLine.IsDateLine(line);

    /// <summary>Ties to the text first, then length, repetition and nearness; a headline’s words come back in the article.</summary>
    static double Score(IReadOnlyList<ScrapeLine> lines, int index, BodySpan span, HashSet<string> spoken)
    {
        var line = lines[index];
        var words = WordsOf(line.Text).ToList();
        var shared = words.Count(spoken.Contains);
        var score = (10.0 * shared / Math.Max(1, words.Count)) + Math.Min(line.Words, 12) - Math.Max(0, line.Words - 20);
        if (lines.Take(span.First).Count(other => other.Key == line.Key) > 1) score += 4;
        score -= (span.First - index) * 0.3;
        return score;
    }

    static IEnumerable<string> WordsOf(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '!', '?', '’', '\'', '“', '”', '"', '(', ')', '-', '—', '–'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= LeastLetters);
}
