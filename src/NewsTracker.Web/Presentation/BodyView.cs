using NewsTracker.Ingestion;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Presentation;

/// <summary>A paragraph with what was cut away before it.</summary>
/// <param name="Cuts">In the order of the file; empty where nothing was cut.</param>
/// <param name="Passages">The paragraph; empty behind the last one.</param>
sealed record BodyParagraph(IReadOnlyList<Cut> Cuts, IReadOnlyList<TextPassage> Passages)
{
    /// <summary>Why the pieces were cut, each reason once: “menu, newsletter prompt”.</summary>
    public string Reasons => string.Join(", ", Cuts.Select(cut => cut.Reason).Distinct());
}

/// <summary>An article's text as its page shows it: paragraphs, companies, sums and the words that topics rest on marked, cut pieces at their place.</summary>
/// <param name="Paragraphs">In order; one more without text where something was cut behind the last. Empty where no text was ever held.</param>
/// <param name="IsCutByPerson">True where no text is left because a person cut it away.</param>
/// <param name="Excerpt">The teaser, marked too, where it stands for the text.</param>
/// <param name="Shown">Topics whose words are marked, by slug.</param>
sealed record BodyView(IReadOnlyList<BodyParagraph> Paragraphs, bool IsCutByPerson, IReadOnlyList<TextPassage> Excerpt, IReadOnlySet<string> Shown)
{
    /// <summary>Whether any text is left to read.</summary>
    public bool IsHeld => Paragraphs.Any(paragraph => paragraph.Passages.Count > 0);

    /// <summary>Marks an article.</summary>
    /// <param name="article">Its values.</param>
    public static BodyView Of(ArticleDraft article)
    {
        var passages = new TopicPassages(article.Topics, new MarkedText(article.Companies, article.Money));
        if (article.Body is not { Length: > 0 } body)
        {
            return new BodyView(
                article.Cuts.Count > 0 ? [new BodyParagraph(article.Cuts, [])] : [],
                article.Cuts.Any(cut => cut.Reason == CorrectedDraft.CutByPerson),
                article.Excerpt is { Length: > 0 } excerpt ? passages.Split(excerpt) : [],
                passages.Found);
        }

        var paragraphs = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var cuts = article.Cuts.ToLookup(cut => Math.Clamp(cut.BeforeParagraph, 0, paragraphs.Length));
        List<BodyParagraph> view = [.. paragraphs.Select((text, index) => new BodyParagraph([.. cuts[index]], passages.Split(text)))];
        if (cuts[paragraphs.Length].ToList() is { Count: > 0 } behind) view.Add(new BodyParagraph(behind, []));
        return new BodyView(view, false, [], passages.Found);
    }
}
