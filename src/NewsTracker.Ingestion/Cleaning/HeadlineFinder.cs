namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Finds the headline among the lines above the text.</summary>
public static class HeadlineFinder
{
    /// <summary>How far above the text a headline may stand, in lines.</summary>
    const int Reach = 30;

    /// <summary>Shortest and longest headline, in words.</summary>
    const int Shortest = 3, Longest = 30;

    /// <summary>Fewer words right above a headline are its section.</summary>
    const int ShortestOverDeck = 4;

    /// <summary>By how much a deck may outdo its headline; measured on headlines that pages declare: more of it takes other headlines for this one.</summary>
    const double DeckLead = 2;

    /// <summary>Finds it.</summary>
    /// <param name="document">The scrape.</param>
    /// <param name="span">Where the text lies.</param>
    /// <returns>The index of the line, the last one where it is repeated; null where no line can be a headline.</returns>
    public static int? Find(LineDocument document, BodySpan span)
    {
        if (span.IsEmpty) return null;
        var lines = document.Lines;
        var spoken = lines.Skip(span.First).Take(span.Last - span.First + 1).Where(line => line.IsText).SelectMany(line => line.LongWords).ToHashSet(StringComparer.Ordinal);
        var (best, found) = (0.0, (int?)null);
        for (var index = Math.Max(0, span.First - Reach); index <= span.Last && index < span.First + 2; index++)
        {
            if (index >= span.First && lines[index].IsProse && lines[index].Text.EndsWith('.')) break;
            if (!CanBe(document, index)) continue;
            var score = Score(document, index, span, spoken);
            if (score > best) (best, found) = (score, index);
        }

        return found is { } line && IsUnder(document, line, best, span, spoken) ? line - 1 : found;
    }

    /// <summary>Whether a line is the deck of the headline right above it: the deck tells more, so that it shares more with the text.</summary>
    static bool IsUnder(LineDocument document, int index, double score, BodySpan span, HashSet<string> spoken) =>
        index > 0 && CanBe(document, index - 1) && document.Lines[index - 1].Words >= ShortestOverDeck
        && document.Lines[index - 1].Key != document.Lines[index].Key && Score(document, index - 1, span, spoken) >= score - DeckLead;

    static bool CanBe(LineDocument document, int index) =>
        document.Lines[index].Furniture is null && !document.Lines[index].IsDate && document.Lines[index] is { IsBullet: false, Words: >= Shortest and <= Longest } line
        && !line.Text.EndsWith('.') && !line.Text.EndsWith(':');

    /// <summary>Ties to the text first, then length, repetition and nearness; a headline’s words come back in the article.</summary>
    static double Score(LineDocument document, int index, BodySpan span, HashSet<string> spoken)
    {
        var line = document.Lines[index];
        var shared = line.LongWords.Count(spoken.Contains);
        var score = (10.0 * shared / Math.Max(1, line.LongWords.Count)) + Math.Min(line.Words, 12) - Math.Max(0, line.Words - 20);
        if (document.Lines.Take(span.First).Count(other => other.Key == line.Key) > 1) score += 4;
        return score - ((span.First - index) * 0.3);
    }
}
