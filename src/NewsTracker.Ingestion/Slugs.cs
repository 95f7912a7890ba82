using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsTracker.Ingestion;

/// <summary>Names as addresses carry them: lower case ASCII, <c>-</c> between words.</summary>
public static class Slugs
{
    const int HashDigits = 10;

    /// <summary>Longest slug of an article, in characters (contract).</summary>
    public const int MaxLength = 80;

    /// <summary>Makes a slug: <c>Face++</c> → <c>face-plus-plus</c>, <c>AT&amp;T</c> → <c>at-and-t</c>, <c>Société</c> → <c>societe</c>.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>At most <see cref="MaxLength"/> characters, cut between words; <c>untitled</c> where no ASCII letter or digit survives.</returns>
    public static string From(string text) => InAscii(text) ?? "untitled";

    /// <summary>Makes the slug of a topic or provider, which its name alone identifies: as <see cref="From"/>, but no two names share <c>untitled</c>.</summary>
    /// <param name="name">Its name, in any script.</param>
    /// <returns>
    /// Where no ASCII letter or digit survives, <c>x-</c> and the first ten hex digits of the name's SHA-256 (in NFKC, lower case, UTF-8): the same
    /// on every machine; names that differ only in case or width are one, as in ASCII.
    /// </returns>
    public static string ForName(string name) => InAscii(name) ?? "x-" + Hash(name.Normalize(NormalizationForm.FormKC).ToLowerInvariant())[..HashDigits];

    static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    static string? InAscii(string text)
    {
        var slug = new StringBuilder();
        var gap = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.Value is '\'' or '’' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            if (Spelled(rune) is not { } spelled)
            {
                gap = true;
                continue;
            }

            var separate = spelled.Length > 1;
            if ((gap || separate) && slug.Length > 0) slug.Append('-');
            slug.Append(spelled);
            gap = separate;
        }

        return slug.Length == 0 ? null : Shorten(slug.ToString());
    }

    static string? Spelled(Rune rune) => rune.Value switch
    {
        '+' => "plus",
        '&' => "and",
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' => ((char)rune.Value).ToString().ToLowerInvariant(),
        _ => null,
    };

    static string Shorten(string slug)
    {
        if (slug.Length <= MaxLength) return slug;
        var cut = slug.LastIndexOf('-', MaxLength);
        return cut > MaxLength / 2 ? slug[..cut] : slug[..MaxLength];
    }
}
