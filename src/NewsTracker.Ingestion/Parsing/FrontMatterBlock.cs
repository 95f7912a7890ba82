namespace NewsTracker.Ingestion.Parsing;

/// <summary>A text cut at its two fences.</summary>
/// <param name="Yaml">What stands between them.</param>
/// <param name="LinesBefore">Lines of the file before <paramref name="Yaml"/>, the opening fence included.</param>
/// <param name="Body">What follows the closing fence.</param>
sealed record FrontMatterBlock(string Yaml, int LinesBefore, string Body)
{
    /// <summary>Cuts a text that opens with a line of <c>---</c>; blank lines may stand before it.</summary>
    /// <param name="text">Any line ends.</param>
    /// <returns>Null where no line of <c>---</c> or <c>...</c> closes the front matter.</returns>
    public static FrontMatterBlock? Cut(string text)
    {
        int? start = null;
        var linesBefore = 0;
        for (int at = 0, line = 1; at < text.Length; line++)
        {
            var (content, next) = LineAt(text, at);
            if (start is null && content.Length > 0) (start, linesBefore) = (next, line);
            else if (start is { } from && content is "---" or "...") return new FrontMatterBlock(text[from..at], linesBefore, text[next..]);
            at = next;
        }

        return null;
    }

    static (string Content, int Next) LineAt(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\r', '\n');
        if (length < 0) return (text[at..].TrimEnd(), text.Length);
        var end = at + length;
        var next = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        return (text[at..end].TrimEnd(), next);
    }
}
