using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>HTML character references in text that should hold none, encoded once or several times over.</summary>
static class Entities
{
    /// <summary>The longest name in HTML's table has 31 characters; with <c>#x</c> or digits it is shorter.</summary>
    const int LongestName = 32;

    /// <summary>Decodes every complete reference (<c>&amp;…;</c>); what is none stays as it is.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text itself where nothing was found.</returns>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal)) return text;
        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '&')
            {
                decoded.Append(text[at]);
                continue;
            }

            // A decoded ampersand may open the next reference: "&amp;amp;#8217;" resolves in one walk.
            var symbol = "&";
            while (symbol == "&" && ReferenceAfter(text, at) is var (value, length))
            {
                symbol = value;
                at += length;
            }

            decoded.Append(symbol);
        }

        return decoded.ToString();
    }

    static (string Value, int Length)? ReferenceAfter(string text, int ampersand)
    {
        var end = text.AsSpan(ampersand + 1, Math.Min(LongestName, text.Length - ampersand - 1)).IndexOf(';');
        if (end < 1) return null;
        var name = text.AsSpan(ampersand + 1, end);
        if (name.ContainsAnyExcept(NameCharacters)) return null;
        var value = name[0] == '#' ? Numbered(name[1..]) : HtmlEntityProvider.Resolver.GetSymbol($"{name};");
        return value is null ? null : (value, end + 1);
    }

    static string? Numbered(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits.Length > 0 && digits[0] is 'x' or 'X';
        var read = hexadecimal
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        if (!read || code <= 0 || !Rune.IsValid(code)) return null;
        // HTML reads 128 to 159 as Windows-1252: "&#150;" is an en dash.
        return code is >= 0x80 and <= 0x9F ? Windows1252.CharacterOf((byte)code).ToString() : new Rune(code).ToString();
    }

    static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
