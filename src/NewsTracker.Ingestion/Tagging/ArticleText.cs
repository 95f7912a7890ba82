using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Which part of an article a text is.</summary>
enum TextPart
{
    Title,
    Excerpt,
    Body,
}

/// <summary>One part of an article, folded once for every tagger.</summary>
sealed class TextField(TextPart part, string text)
{
    /// <summary>Characters of a body that count as its lead: about two paragraphs, as long as a teaser.</summary>
    const int LeadLength = 600;

    string? _folded;
    int[]? _sentenceEnds;

    public TextPart Part { get; } = part;

    public string Text { get; } = text;

    public string Folded => _folded ??= Folding.Fold(Text);

    /// <summary>The number of the sentence that a place lies in.</summary>
    public int SentenceAt(int index)
    {
        var found = Array.BinarySearch(Ends, index);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The sentence that holds a place.</summary>
    public (int Start, int End) SentenceBounds(int index)
    {
        var sentence = Math.Min(SentenceAt(index), Ends.Length - 1);
        return (sentence == 0 ? 0 : Ends[sentence - 1], Ends[sentence]);
    }

    /// <summary>Whether a place lies past the lead of a body.</summary>
    public bool IsDeep(int index) => Part == TextPart.Body && index > LeadLength;

    int[] Ends => _sentenceEnds ??= Part == TextPart.Title ? [Text.Length] : Sentences.Ends(Text);
}

/// <summary>What taggers read of an article: title, excerpt and body; never what was cut, nor related entries.</summary>
sealed class ArticleText
{
    public ArticleText(ArticleDraft draft)
    {
        Title = Field(TextPart.Title, draft.Title);
        Fields = [.. new[] { Title, Field(TextPart.Excerpt, draft.Excerpt), Field(TextPart.Body, draft.Body) }.OfType<TextField>()];
    }

    public TextField? Title { get; }

    /// <summary>The parts that are there, in reading order.</summary>
    public IReadOnlyList<TextField> Fields { get; }

    static TextField? Field(TextPart part, string? text) => string.IsNullOrWhiteSpace(text) ? null : new TextField(part, text);
}
