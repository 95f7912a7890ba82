using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>A paragraph with what was cut away before it.</summary>
/// <param name="Cuts">In the order of the file; empty where nothing was cut.</param>
/// <param name="Pieces">The paragraph; empty behind the last one.</param>
sealed record BodyParagraph(IReadOnlyList<Cut> Cuts, IReadOnlyList<TextPiece> Pieces)
{
    /// <summary>Why the pieces were cut, each reason once: “menu, newsletter prompt”.</summary>
    public string Reasons => string.Join(", ", Cuts.Select(cut => cut.Reason).Distinct());
}

/// <summary>An article's text as its page shows it: paragraphs, companies and sums marked, cut pieces at their place.</summary>
static class BodyView
{
    /// <summary>The teaser with companies and sums marked; empty where there is none.</summary>
    public static IReadOnlyList<TextPiece> Excerpt(ArticleDraft article) =>
        article.Excerpt is { Length: > 0 } excerpt ? new MarkedText(article.Companies, article.Money).Split(excerpt) : [];

    /// <summary>The paragraphs in order; one more without text where something was cut behind the last.</summary>
    public static IReadOnlyList<BodyParagraph> Of(ArticleDraft article)
    {
        if (article.Body is not { } body) return [];
        var marks = new MarkedText(article.Companies, article.Money);
        var paragraphs = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var cuts = article.Cuts.ToLookup(cut => Math.Clamp(cut.BeforeParagraph, 0, paragraphs.Length));
        List<BodyParagraph> view = [.. paragraphs.Select((text, index) => new BodyParagraph([.. cuts[index]], marks.Split(text)))];
        if (cuts[paragraphs.Length].ToList() is { Count: > 0 } behind) view.Add(new BodyParagraph(behind, []));
        return view;
    }
}
