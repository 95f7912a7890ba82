using System.Buffers;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>A piece of a paragraph: plain text for the page to encode, never markup.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Company">The company it names; null for other words.</param>
/// <param name="Money">The sum it states; null for other words.</param>
readonly record struct TextPiece(string Text, CompanyTag? Company = null, MoneyFact? Money = null);

/// <summary>Finds the companies and sums of an article in its text, by the spellings that tagging found, as whole words; the longest wins.</summary>
sealed class MarkedText
{
    // Scripts from here on (CJK, Hangul …) write words without spaces between them, so a neighbour letter says nothing.
    const char FirstUnspaced = '\u2E80';

    readonly Dictionary<string, TextPiece> _forms = new(StringComparer.Ordinal);
    readonly string[] _longestFirst;
    readonly SearchValues<string> _search;

    /// <summary>Prepares the search for one article.</summary>
    /// <param name="companies">Each with its spellings.</param>
    /// <param name="money">Each with its spellings.</param>
    public MarkedText(IReadOnlyList<CompanyTag> companies, IReadOnlyList<MoneyFact> money)
    {
        foreach (var company in companies)
            foreach (var form in company.Forms) _forms.TryAdd(form, new TextPiece(form, Company: company));
        foreach (var fact in money)
            foreach (var form in fact.Forms) _forms.TryAdd(form, new TextPiece(form, Money: fact));
        _forms.Remove("");
        _longestFirst = [.. _forms.Keys.OrderByDescending(form => form.Length)];
        _search = SearchValues.Create(_longestFirst, StringComparison.Ordinal);
    }

    /// <summary>Splits a paragraph; the pieces joined are the paragraph.</summary>
    public IReadOnlyList<TextPiece> Split(string paragraph)
    {
        if (_longestFirst.Length == 0) return [new TextPiece(paragraph)];
        List<TextPiece> pieces = [];
        var (plain, from) = (0, 0);
        while (from < paragraph.Length && paragraph.AsSpan(from).IndexOfAny(_search) is >= 0 and var offset)
        {
            var start = from + offset;
            if (FormAt(paragraph, start) is not { } form)
            {
                from = start + 1;
                continue;
            }

            if (start > plain) pieces.Add(new TextPiece(paragraph[plain..start]));
            pieces.Add(_forms[form]);
            plain = from = start + form.Length;
        }

        if (plain < paragraph.Length) pieces.Add(new TextPiece(paragraph[plain..]));
        return pieces;
    }

    string? FormAt(string text, int start) => _longestFirst.FirstOrDefault(form =>
        string.CompareOrdinal(text, start, form, 0, form.Length) == 0
        && !(start > 0 && Joined(text[start - 1], form[0]))
        && !(start + form.Length < text.Length && Joined(form[^1], text[start + form.Length])));

    static bool Joined(char left, char right) =>
        char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right) && left < FirstUnspaced && right < FirstUnspaced;
}
