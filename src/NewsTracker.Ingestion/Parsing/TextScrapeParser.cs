using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>Reads what is left of a web page as text: finds the headline and the article's own lines and cuts the rest. Pure and stateless.</summary>
/// <param name="providers">Publishers with the marks by which a scrape betrays its site.</param>
public sealed class TextScrapeParser(IReadOnlyList<CatalogueProvider> providers)
{
    readonly ProviderMarks _marks = new(providers);

    /// <summary>Parses one file.</summary>
    /// <param name="source">Its text.</param>
    /// <returns>A draft with title, clean text, cuts, date and provider; or a rejection where no running text is found.</returns>
    public ParsedArticle Parse(SourceText source)
    {
        var lines = InTheirLanguage(LineReader.Read(source.Text));
        var classified = LineClassifier.Classify(lines);
        var text = ScrapeText.From(classified);
        if (text.Body.Length == 0) return new(null, NoText);
        var headline = classified.FirstOrDefault(line => line.Kind == LineKind.Title)?.Line;
        var dates = ScrapeDate.Find(classified, text.Body, source.Path);
        return new(
            new ArticleDraft
            {
                Title = headline?.Text ?? FirstSentence.Of(text.Body),
                TitleSource = headline is null ? TitleSource.Inferred : TitleSource.Text,
                Body = text.Body,
                Cuts = text.Cuts,
                Provider = _marks.Find(lines),
                Published = dates.Published,
                DateCandidates = dates.Candidates,
                Repairs = [.. Repairs(classified)],
                Warnings = [.. Warnings(source.Text, text.Body, classified, headline), .. dates.Warnings],
            },
            null);
    }

    /// <summary>Running text tells the language; the lines around it tell dates in it.</summary>
    static IReadOnlyList<ScrapeLine> InTheirLanguage(IReadOnlyList<ScrapeLine> lines) =>
        LanguageJudge.Told(null, lines.Where(line => line.IsProse).Select(line => Folding.Fold(line.Text))) is { } language and not "en"
            ? [.. lines.Select(line => line with { Language = language })]
            : lines;

    static IEnumerable<string> Repairs(IReadOnlyList<ClassifiedLine> lines) => lines
        .SelectMany(line => line.Line.Repairs.Select(repair => (repair, field: line.Kind == LineKind.Title ? "title" : line.IsKept ? "body" : null)))
        .Where(mended => mended.field is not null).Select(mended => $"{mended.repair}:{mended.field}").Distinct().Order(StringComparer.Ordinal);

    static Rejection NoText { get; } = new(
        RejectionCode.NotAnArticle,
        "No running text was found, only menus, lists or code. Save the article itself as text, or leave the file out.");

    static IEnumerable<Warning> Warnings(string raw, string body, IReadOnlyList<ClassifiedLine> lines, ScrapeLine? headline)
    {
        if (headline is null) yield return NoHeadline(lines);
        foreach (var line in lines.Where(line => line.IsKept || line.Kind == LineKind.Title))
            foreach (var words in line.Line.Injected) yield return Injected(line.Line.Number, words);
        foreach (var line in lines.Where(line => line.IsKept || line.Kind == LineKind.Title))
            foreach (var words in line.Line.Suspected) yield return Suspected(line.Line.Number, words);
        if (TextRepair.IsLossy(headline?.Text ?? string.Empty) || TextRepair.IsLossy(body))
            yield return new(WarningCode.LossyText, "Characters were lost before the file was saved; they show as � or ?. Save the page again as UTF-8.");
        if (LineReader.IsTooLong(raw))
            yield return new(WarningCode.LimitReached, $"Only the first {LineReader.MostLines} lines were read.", LineReader.MostLines);
    }

    static Warning Injected(int line, string words) =>
        new(WarningCode.InjectedText, $"Line {line} carried words that do not belong to the article: “{TextRepair.Line(words).Text}”. They were cut out of the sentence.", line);

    static Warning Suspected(int line, string words) =>
        new(WarningCode.InjectedText, $"Line {line} may carry words that do not belong to the article: “{words}”. They stand between wide gaps, as pasted links do; nothing was cut.", line);

    static Warning NoHeadline(IReadOnlyList<ClassifiedLine> lines)
    {
        var first = lines.First(line => line.IsKept).Line.Number;
        return new(WarningCode.TitleInferred, $"No headline was found; the first sentence (line {first}) stands in for it.", first);
    }
}
