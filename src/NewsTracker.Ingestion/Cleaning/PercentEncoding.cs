using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Percent-encoding as RFC 3986 has it, for text that was encoded halfway, twice or not at all.</summary>
static class PercentEncoding
{
    const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>Characters that mean the same raw and encoded: unreserved ones and the marks of the older RFC 2396.</summary>
    const string Plain = Unreserved + "!*'()";

    /// <summary>What may stand raw in a path.</summary>
    public static SearchValues<char> InPath { get; } = SearchValues.Create(Plain + "/:@$&+,;=");

    /// <summary>What may stand raw in a query.</summary>
    public static SearchValues<char> InQuery { get; } = SearchValues.Create(Plain + "/:@$&+,;=?");

    static readonly SearchValues<char> PlainCharacters = SearchValues.Create(Plain);

    /// <summary>
    /// One spelling for each character: what must not stand raw is encoded, needless encoding is undone, hex digits are upper case; a lone
    /// <c>%</c> becomes <c>%25</c>.
    /// </summary>
    /// <param name="text">A path or query.</param>
    /// <param name="allowed">What may stand raw.</param>
    public static string Normalize(string text, SearchValues<char> allowed)
    {
        if (!text.AsSpan().ContainsAnyExcept(allowed)) return text;
        var walked = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            if (EncodedByte(text, at) is { } value)
            {
                if (PlainCharacters.Contains((char)value)) walked.Append((char)value);
                else Append(walked, value);
                at += 3;
                continue;
            }

            var found = Rune.TryGetRuneAt(text, at, out var rune);
            if (!found) rune = Rune.ReplacementChar;
            if (rune.IsAscii && allowed.Contains((char)rune.Value)) walked.Append((char)rune.Value);
            else foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)]) Append(walked, unit);
            at += found ? rune.Utf16SequenceLength : 1;
        }

        return walked.ToString();
    }

    static byte? EncodedByte(string text, int at) =>
        text[at] == '%' && at + 2 < text.Length
        && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    static void Append(StringBuilder text, byte value) => text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
}
