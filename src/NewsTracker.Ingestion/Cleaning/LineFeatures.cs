namespace NewsTracker.Ingestion.Cleaning;

/// <summary>What the learned model is told about each line: how it looks, how its neighbours look, and where it stands in the scrape.</summary>
public static class LineFeatures
{
    /// <summary>How far above and below a line its neighbours are looked at.</summary>
    const int Reach = 3;

    /// <summary>Distances are told up to this many lines; further is far.</summary>
    const int Far = 40;

    static readonly Feature[] Own =
    [
        new("words", (line, _, _) => line.Words),
        new("ends sentence", (line, _, _) => Flag(line.EndsSentence)),
        new("function share", (line, _, _) => (float)line.FunctionShare),
        new("capital share", (line, _, _) => line.Letters.CapitalShare),
        new("prose", (line, _, _) => Flag(line.IsProse)),
        new("furniture", (line, _, _) => Flag(line.Furniture is not null)),
        new("date", (line, _, _) => Flag(line.IsDate)),
        new("apart", (_, document, index) => Flag(document.StandsApart(index))),
    ];

    static readonly Feature[] Alone =
    [
        new("characters", (line, _, _) => line.Text.Length),
        new("word length", (line, _, _) => (float)line.Text.Length / Math.Max(1, line.Words)),
        new("ends in colon", (line, _, _) => Flag(line.Text.EndsWith(':'))),
        new("ends in dots", (line, _, _) => Flag(line.Text.EndsWith('…') || line.Text.EndsWith("...", StringComparison.Ordinal))),
        new("asks or shouts", (line, _, _) => Flag(line.Text[^1] is '?' or '!')),
        new("starts small", (line, _, _) => Flag(char.IsLower(line.Text[0]))),
        new("starts with digit", (line, _, _) => Flag(char.IsAsciiDigit(line.Text[0]))),
        new("starts with quote", (line, _, _) => Flag(line.Text[0] is '"' or '“' or '‘' or '«' or '\'')),
        new("bullet", (line, _, _) => Flag(line.IsBullet)),
        new("digit share", (line, _, _) => line.Letters.DigitShare),
        new("upper share", (line, _, _) => line.Letters.UpperShare),
        new("commas", (line, _, _) => line.Letters.Commas),
        new("sentences", (line, _, _) => line.Letters.Sentences),
        new("quotes", (line, _, _) => line.Letters.Quotes),
        new("brackets", (line, _, _) => line.Letters.Brackets),
        new("glued words", (line, _, _) => line.Letters.Glued),
        new("separators", (line, _, _) => line.Letters.Separators),
        new("link", (line, _, _) => Flag(line.Text.Contains("://", StringComparison.Ordinal) || line.Text.Contains("www.", StringComparison.OrdinalIgnoreCase))),
        new("at sign", (line, _, _) => Flag(line.Text.Contains('@', StringComparison.Ordinal))),
        new("prompt words", (line, _, _) => line.PromptShare),
        new("speech words", (line, _, _) => line.SpeechWords),
        .. FurnitureRules.All.Select(rule => new Feature(rule.Reason, (line, _, _) => Flag(line.Furniture == rule.Reason))),
    ];

    static readonly Feature[] Place =
    [
        new("from top", (_, _, index) => Math.Min(index, Far)),
        new("from bottom", (_, document, index) => Math.Min(document.Lines.Count - index, Far)),
        new("position", (_, document, index) => (float)index / document.Lines.Count),
        new("prose before share", (_, document, index) => (float)document.ProseBetween(0, index) / Math.Max(1, document.ProseWords)),
        new("in span", (_, document, index) => Flag(index >= document.Span.First && index <= document.Span.Last)),
        new("from span start", (_, document, index) => Math.Clamp(index - document.Span.First, -Far, Far)),
        new("from span end", (_, document, index) => Math.Clamp(index - document.Span.Last, -Far, Far)),
        new("prose 2 before", (_, document, index) => document.ProseBetween(index - 2, index)),
        new("prose 2 after", (_, document, index) => document.ProseBetween(index + 1, index + 3)),
        new("prose 5 before", (_, document, index) => document.ProseBetween(index - 5, index)),
        new("prose 5 after", (_, document, index) => document.ProseBetween(index + 1, index + 6)),
        new("prose 12 before", (_, document, index) => document.ProseBetween(index - 12, index)),
        new("prose 12 after", (_, document, index) => document.ProseBetween(index + 1, index + 13)),
        new("furniture 8 before", (_, document, index) => document.FurnitureBetween(index - 8, index)),
        new("furniture 8 after", (_, document, index) => document.FurnitureBetween(index + 1, index + 9)),
        new("since prose", (_, document, index) => Math.Min(document.ToProse(index).Before, Far)),
        new("until prose", (_, document, index) => Math.Min(document.ToProse(index).After, Far)),
        new("endings so far", (_, document, index) => document.EndingsSoFar(index)),
        new("since ending", (_, document, index) => Math.Min(document.ToEnding(index).Before, Far)),
        new("until ending", (_, document, index) => Math.Min(document.ToEnding(index).After, Far)),
        new("repeats", (_, document, index) => document.Repeats(index)),
        new("is headline", (_, document, index) => Flag(document.Headline == index)),
        new("from headline", (_, document, index) => document.Headline is { } headline ? Math.Clamp(index - headline, -Far, Far) : -Far - 1),
        new("headline overlap", (_, document, index) => document.HeadlineOverlap(index)),
        new("span overlap", (_, document, index) => document.SpanOverlap(index)),
        new("apart below", (_, document, index) => Flag(document.StandsApart(index + 1))),
        new("document lines", (_, document, _) => document.Lines.Count),
        new("document prose words", (_, document, _) => document.ProseWords),
        new("document prose share", (_, document, _) => (float)document.ProseLines / document.Lines.Count),
        new("prose length", (_, document, _) => (float)document.ProseWords / Math.Max(1, document.ProseLines)),
        new("span words", (_, document, _) => document.ProseBetween(document.Span.First, document.Span.Last + 1)),
    ];

    /// <summary>The names of the features, in the order of the values.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Own.Select(feature => feature.Name), .. Alone.Select(feature => feature.Name), .. Place.Select(feature => feature.Name),
        .. Offsets.SelectMany(offset => Own.Select(feature => $"{feature.Name} {offset:+0;-0}")),
    ];

    static IEnumerable<int> Offsets => Enumerable.Range(-Reach, (2 * Reach) + 1).Where(offset => offset != 0);

    /// <summary>Where a feature stands among the values; −1 where there is none of that name.</summary>
    /// <param name="name">As in <see cref="Names"/>.</param>
    public static int IndexOf(string name) => Indices.GetValueOrDefault(name, -1);

    static Dictionary<string, int> Indices { get; } = Names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);

    /// <summary>Reads the values for every line.</summary>
    /// <param name="document">The scrape.</param>
    /// <returns>One row per line, each as long as <see cref="Names"/>.</returns>
    public static IReadOnlyList<float[]> Of(LineDocument document)
    {
        var rows = new float[document.Lines.Count][];
        for (var index = 0; index < rows.Length; index++) rows[index] = OwnRow(document, index);
        for (var index = 0; index < rows.Length; index++) AddNeighbours(rows, index);
        return rows;
    }

    static float[] OwnRow(LineDocument document, int index)
    {
        var row = new float[Names.Count];
        var (line, at) = (document.Lines[index], 0);
        foreach (var feature in Own) row[at++] = feature.Value(line, document, index);
        foreach (var feature in Alone) row[at++] = feature.Value(line, document, index);
        foreach (var feature in Place) row[at++] = feature.Value(line, document, index);
        return row;
    }

    /// <summary>Beyond the edges of the scrape every value is −1, which none has of its own.</summary>
    static void AddNeighbours(float[][] rows, int index)
    {
        var at = Own.Length + Alone.Length + Place.Length;
        for (var offset = -Reach; offset <= Reach; offset++)
        {
            if (offset == 0) continue;
            var other = index + offset;
            if (other >= 0 && other < rows.Length) rows[other].AsSpan(0, Own.Length).CopyTo(rows[index].AsSpan(at));
            else rows[index].AsSpan(at, Own.Length).Fill(-1);
            at += Own.Length;
        }
    }

    static float Flag(bool value) => value ? 1 : 0;

    sealed record Feature(string Name, Func<ScrapeLine, LineDocument, int, float> Value);
}
