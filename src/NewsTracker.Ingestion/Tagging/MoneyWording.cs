namespace NewsTracker.Ingestion.Tagging;

/// <summary>Looks at the ends and insides of folded text, word by word.</summary>
static class MoneyWording
{
    /// <summary>Whether a text ends with one of these words.</summary>
    public static bool Ends(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        var before = text.TrimEnd();
        foreach (var word in words)
            if (before.EndsWith(word) && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)]))) return true;
        return false;
    }

    /// <summary>A text without these words at its end, however many stand there.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        for (var left = text.TrimEnd(); ; left = left[..^LastWord(left).Length].TrimEnd())
            if (LastWord(left) is var word && (word.IsEmpty || !Contains(words, word))) return left;
    }

    /// <summary>The letters and digits at the end of a text; empty where there are none.</summary>
    public static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        return text[start..];
    }

    /// <summary>Whether a text holds one of these, wherever.</summary>
    public static bool Holds(ReadOnlySpan<char> text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (text.Contains(part, StringComparison.Ordinal)) return true;
        return false;
    }

    static bool Contains(ReadOnlySpan<string> words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
            if (word.SequenceEqual(known)) return true;
        return false;
    }
}
