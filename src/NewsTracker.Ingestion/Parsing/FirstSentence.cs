namespace NewsTracker.Ingestion.Parsing;

/// <summary>Stands in for a headline where none was found.</summary>
static class FirstSentence
{
    /// <summary>Fewer characters are no sentence: an initial, a greeting.</summary>
    const int Shortest = 20;

    /// <summary>A longer sentence is cut between words.</summary>
    const int Longest = 160;

    /// <summary>Takes it from clean text.</summary>
    /// <param name="body">Paragraphs split by a blank line; not empty.</param>
    public static string Of(string body)
    {
        var paragraph = body.AsSpan(0, body.IndexOf('\n', StringComparison.Ordinal) is var end and > 0 ? end : body.Length);
        for (var at = Shortest; at < Math.Min(paragraph.Length - 2, Longest); at++)
            if (Ends(paragraph[(at - 1)..])) return paragraph[..(at + 1)].ToString();
        if (paragraph.Length <= Longest) return paragraph.ToString();
        var cut = paragraph[..Longest].LastIndexOf(' ');
        return $"{paragraph[..(cut > 0 ? cut : Longest)]}…";
    }

    /// <summary>A small letter, the mark, a space, a capital: “… went up. The” does, “U.S. Army” does not.</summary>
    static bool Ends(ReadOnlySpan<char> text) => char.IsLower(text[0]) && text[1] is '.' or '!' or '?' && text[2] == ' ' && char.IsUpper(text[3]);
}
