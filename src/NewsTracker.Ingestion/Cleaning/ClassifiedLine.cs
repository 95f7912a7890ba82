namespace NewsTracker.Ingestion.Cleaning;

/// <summary>What a line of a scrape is to the article.</summary>
public enum LineKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>A heading between two parts of the text.</summary>
    Subhead,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>A line that tells when it was published.</summary>
    Date,

    /// <summary>Anything that is not the article.</summary>
    Furniture,
}

/// <summary>A line and what it was taken for.</summary>
/// <param name="Line">The line.</param>
/// <param name="Kind">What it is to the article.</param>
/// <param name="Reason">Why it is not part of the text, in a few words; null for text and headings.</param>
public sealed record ClassifiedLine(ScrapeLine Line, LineKind Kind, string? Reason)
{
    /// <summary>Whether it stays in the article's text.</summary>
    public bool IsKept => Kind is LineKind.Body or LineKind.Subhead;
}
