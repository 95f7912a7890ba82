using System.Globalization;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Makes spellings of the same phrase equal, one character for one, so that places in folded text are places in the text.</summary>
static class Folding
{
    /// <summary>Lower case, any white space or dash as a space, any apostrophe as <c>'</c>.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = char.ToLowerInvariant(FoldSign(source[i]));
    });

    /// <summary>White space, dashes and apostrophes as in <see cref="Fold"/>; letters stay.</summary>
    public static char FoldSign(char c) => c switch
    {
        '-' or '\u2010' or '\u2011' or '\u2012' or '–' or '—' => ' ',
        '’' or '‘' or 'ʼ' or '`' => '\'',
        < '\u0080' => c is '\t' or '\n' or '\r' ? ' ' : c,
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };

    /// <summary>Whether a word can start or end at this place. Chinese, Japanese and Korean have no spaces: every place will do.</summary>
    public static bool IsWordEdge(ReadOnlySpan<char> text, int index) =>
        index == 0 || index == text.Length || !IsWordPart(text[index - 1]) || !IsWordPart(text[index]);

    /// <summary>Whether a line is written in capitals throughout, so that case tells nothing.</summary>
    public static bool IsShouted(string text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) capitals++;
        }

        return capitals > LongestLoneAcronym;
    }

    /// <summary>A title of one acronym is no shouting; longer capitals are.</summary>
    const int LongestLoneAcronym = 6;

    /// <summary>Letters, digits and marks; no sign of a script without spaces.</summary>
    public static bool IsWordPart(char c) => c < '\u0080'
        ? char.IsAsciiLetterOrDigit(c)
        : !IsUnspaced(c) && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';
}
