using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>Chooses a page's text among its blocks: prompts, links to other articles and what stands before the lead go.</summary>
public static class PageText
{
    /// <summary>From this share of link text on, a short block is a link, not a sentence with one.</summary>
    const double MostlyLinks = 0.6;

    /// <summary>Shorter blocks may come back, such as the question of an interview; longer ones are page copies.</summary>
    const int LeastTold = 15;

    /// <summary>Puts the text together.</summary>
    /// <param name="article">The blocks of the article's element, in order.</param>
    /// <param name="headline">The article's headline; null where none is known.</param>
    public static ScrapeText From(FoundArticle article, string? headline)
    {
        var title = ScrapeLine.KeyOf(headline ?? string.Empty);
        var paragraphs = new List<string>();
        var cuts = new List<Cut>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in article.Blocks)
        {
            var line = new ScrapeLine(0, TextRepair.Line(block.Text).Text);
            if (line.Text.Length == 0) continue;
            if (Unwanted(line, block, title, started: paragraphs.Count > 0, article.IsMarked, seen) is { } reason) cuts.Add(new(0, paragraphs.Count, reason, line.Text));
            else paragraphs.Add(line.Text);
        }

        return new(string.Join("\n\n", paragraphs), cuts);
    }

    static string? Unwanted(ScrapeLine line, PageBlock block, string title, bool started, bool marked, HashSet<string> seen)
    {
        if (title.Length > 0 && line.Key == title) return "repeated headline";
        if (block.IsQuoted) return null;
        if (LinePhrases.Furniture(line.Text) is { } furniture && !IsSentenceLikeACaption(line, furniture)) return furniture;
        if (!line.IsProse && DateLine.IsDateLine(line)) return "date line";
        if (!started && !line.IsProse && (!marked || line.Text.Contains("://", StringComparison.Ordinal))) return "before the article";
        if (block.LinkShare >= MostlyLinks && !line.IsProse) return "links to other articles";
        return line.Words >= LeastTold && !seen.Add(line.Key) ? "repeated line" : null;
    }

    /// <summary>Sentences that end “… told Reuters” are worded like the credit of a picture; in a page real captions are marked as such.</summary>
    static bool IsSentenceLikeACaption(ScrapeLine line, string furniture) => furniture == "picture caption" && line.IsProse && line.Words >= LeastTold;
}
