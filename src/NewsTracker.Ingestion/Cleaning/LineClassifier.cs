namespace NewsTracker.Ingestion.Cleaning;

/// <summary>
/// Tells text from furniture. A learned model decides which lines are text, from their look, their place and their neighbours;
/// plain rules name the headline, the dates and the reason that people read beside each cut line.
/// </summary>
public static class LineClassifier
{
    /// <summary>Odds, as a logarithm, below which no line is an article.</summary>
    const double Hopeless = -5;

    /// <summary>How far below the best line others may stay to go with it, where the model doubts every line.</summary>
    const double Like = 1;

    /// <summary>Classifies all lines.</summary>
    /// <param name="lines">In the order of the file.</param>
    /// <returns>One decision per line, in the same order.</returns>
    public static IReadOnlyList<ClassifiedLine> Classify(IReadOnlyList<ScrapeLine> lines) => Classify(new LineDocument(lines), LineModel.Shipped);

    /// <summary>Classifies all lines by a model.</summary>
    /// <param name="document">The scrape.</param>
    /// <param name="model">The one that ships, or one that is being learned.</param>
    public static IReadOnlyList<ClassifiedLine> Classify(LineDocument document, LineModel model)
    {
        var text = Text(document, model);
        var span = text.Contains(true) ? new BodySpan(Array.IndexOf(text, true), Array.LastIndexOf(text, true)) : BodySpan.None;
        var headline = HeadlineFinder.Find(document, span);
        return [.. document.Lines.Select((line, index) => Decide(document, index, text[index], span, headline))];
    }

    /// <summary>
    /// The model's choice. A line whose wording tells that it is furniture, or that only tells a date, or a label printed twice in a row, is none whatever stands around it. Whoever saved a page
    /// as a text meant it to hold an article: where no running text is left, the best line and its like are it, unless they are hopeless.
    /// </summary>
    static bool[] Text(LineDocument document, LineModel model)
    {
        double[] odds = [.. LineFeatures.Of(document).Select(model.Odds)];
        bool[] text = [.. model.Path(odds).Select((chosen, index) => chosen && !IsOut(document, index))];
        if (text.Index().Any(line => line.Item && document.Lines[line.Index].IsText)) return text;
        bool[] could = [.. document.Lines.Select((line, index) => line.IsText && !IsOut(document, index))];
        var best = odds.Where((_, index) => could[index]).DefaultIfEmpty(Hopeless).Max();
        return [.. could.Select((can, index) => can && best > Hopeless && odds[index] >= best - Like)];
    }

    static bool IsOut(LineDocument document, int index) =>
        document.Lines[index] is { IsDate: true } or { Furniture: not (null or LinePhrases.NoWords) } || IsDoubled(document, index);

    /// <summary>A label printed twice in a row is a picture's: once for those who do not see it.</summary>
    static bool IsDoubled(LineDocument document, int index) => document.Repeats(index) > 1 && !document.Lines[index].IsText
        && (Key(document, index - 1) == document.Lines[index].Key || Key(document, index + 1) == document.Lines[index].Key);

    static string? Key(LineDocument document, int index) => index >= 0 && index < document.Lines.Count ? document.Lines[index].Key : null;

    static ClassifiedLine Decide(LineDocument document, int index, bool text, BodySpan span, int? headline)
    {
        var line = document.Lines[index];
        if (index == headline) return new(line, LineKind.Title, "headline");
        if (headline is { } title && line.Key == document.Lines[title].Key) return new(line, LineKind.Furniture, "repeated headline");
        if (text) return new(line, line.IsText ? LineKind.Body : LineKind.Subhead, null);
        if (line.IsDate) return new(line, LineKind.Date, "date line");
        return new(line, LineKind.Furniture, line.Furniture ?? Reason(document, index, span));
    }

    /// <summary>Why a line is cut whose wording tells nothing: by its place and its look.</summary>
    static string Reason(LineDocument document, int index, BodySpan span)
    {
        if (span.IsEmpty || index < span.First) return "before the article";
        if (index > span.Last) return "after the article";
        if (document.Repeats(index) > 1) return "repeated line";
        return document.Lines[index].IsText ? "apart from the article" : "caption or label";
    }
}
