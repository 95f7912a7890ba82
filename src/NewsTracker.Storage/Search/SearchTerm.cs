using System.Globalization;
using System.Text;

namespace NewsTracker.Storage.Search;

/// <summary>A word or phrase to look for.</summary>
/// <param name="Text">As typed, without the marks of the query language.</param>
/// <param name="Prefix">True where it may go on: <c>recogni*</c>.</param>
/// <param name="Quoted">True for a phrase.</param>
readonly record struct SearchTerm(string Text, bool Prefix, bool Quoted)
{
    /// <summary>Reads a piece of text; null where nothing in it can be searched, such as <c>+</c>.</summary>
    public static SearchTerm? Of(SearchToken token)
    {
        if (!token.Text.EnumerateRunes().Any(IsIndexed)) return null;
        var prefix = !token.Quoted && token.Text.EndsWith('*') && IsIndexed(token.Text.TrimEnd('*').EnumerateRunes().Last());
        return new SearchTerm(prefix ? token.Text.TrimEnd('*') : token.Text, prefix, token.Quoted);
    }

    /// <summary>The term as FTS5 takes it: inside quotation marks nothing is syntax.</summary>
    public string Match => $"\"{Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(Prefix ? "*" : "")}";

    /// <summary>The term as a person reads it.</summary>
    public string Shown => Quoted || (IsJoint && !Prefix) ? $"“{Text}”" : Prefix ? $"{Text}…" : Text;

    // A word of the sentence that tells how a search was understood.
    bool IsJoint => Text.ToUpperInvariant() is "AND" or "OR" or "NOT" or "WITHOUT";

    /// <summary>Whether signs at the end of one word, such as those of <c>C++</c>, are lost on the index.</summary>
    public bool LosesSigns =>
        Text.Length > 0 && (char.IsSymbol(Text[^1]) || Text[^1] is '#' or '&' or '@' or '%') && Text.TrimEnd(Text[^1]).All(char.IsLetterOrDigit);

    // The classes that SQLite's unicode61 takes for parts of words; all else separates.
    static bool IsIndexed(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.PrivateUse;
}
