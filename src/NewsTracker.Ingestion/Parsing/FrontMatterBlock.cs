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
            var content = LineAt(text, at, out var next);
            if (start is null && content.Length > 0) (start, linesBefore) = (next, line);
            else if (start is { } from && content is "---" or "...") return new FrontMatterBlock(text[from..at], linesBefore, text[next..]);
            at = next;
        }

        return null;
    }

    static ReadOnlySpan<char> LineAt(string text, int at, out int next)
    {
        var line = text.AsSpan(at);
        var length = line.IndexOfAny('\r', '\n');
        next = length < 0 ? text.Length : at + length + (line[length..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        return (length < 0 ? line : line[..length]).TrimEnd();
    }
}
