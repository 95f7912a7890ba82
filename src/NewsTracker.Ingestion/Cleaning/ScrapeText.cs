namespace NewsTracker.Ingestion.Cleaning;

/// <summary>The clean text of a scrape and what was cut from it.</summary>
/// <param name="Body">Paragraphs split by a blank line; empty where no running text survived.</param>
/// <param name="Cuts">In the order of the file.</param>
public sealed record ScrapeText(string Body, IReadOnlyList<Cut> Cuts)
{
    /// <summary>Puts the kept lines together.</summary>
    /// <param name="lines">All lines, classified.</param>
    public static ScrapeText From(IReadOnlyList<ClassifiedLine> lines)
    {
        var paragraphs = new List<string>();
        var cuts = new List<Cut>();
        foreach (var (line, kind, reason) in lines)
        {
            cuts.AddRange(line.Injected.Select(words => new Cut(line.Number, paragraphs.Count, "words that were slipped in", words)));
            if (kind is LineKind.Body or LineKind.Subhead) paragraphs.Add(line.Text);
            else if (kind != LineKind.Title) cuts.Add(new(line.Number, paragraphs.Count, reason ?? "not the article", line.Text));
        }

        return new(string.Join("\n\n", paragraphs), cuts);
    }
}
