using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>White space and invisible characters.</summary>
static class TextSpacing
{
    /// <summary>
    /// Marks, embeddings, overrides and isolates of direction. An override makes a headline read as another, and one that is not closed turns
    /// round what stands behind it on our pages. The marks go too: letters know their direction by themselves, a mark only moves a sign beside
    /// them, and a name with one inside is found neither by its company nor by a search.
    /// </summary>
    static readonly SearchValues<char> Directions = SearchValues.Create(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    /// <summary>One line: every run of white space becomes one space, ends are trimmed.</summary>
    /// <param name="text">Any text.</param>
    public static string Line(string text)
    {
        if (IsLine(text)) return text;
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in text)
        {
            if (IsSpace(character) || character is '\n' or '\r')
            {
                gap = line.Length > 0;
                continue;
            }

            if (IsInvisible(character)) continue;
            if (gap) line.Append(' ');
            gap = false;
            line.Append(character);
        }

        return line.ToString();
    }

    /// <summary>Each line as <see cref="Line"/>; any number of blank lines becomes one.</summary>
    /// <param name="text">Any text.</param>
    public static string Block(string text) => Joined(text, Line);

    /// <summary>What trimming alone gives: a change beyond it is worth recording.</summary>
    /// <param name="text">Any text.</param>
    public static string Trimmed(string text) => Joined(text, line => line.Trim());

    /// <summary>Removes control characters other than tab and line ends, and those that turn writing round; half a surrogate pair becomes U+FFFD.</summary>
    /// <param name="text">Any text.</param>
    public static string WithoutControls(string text)
    {
        text = WithoutDirections(text);
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
            && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control) kept.Append(rune.ToString());
            else if (rune.Value == 0x85) kept.Append('\n');
        }

        return kept.ToString();
    }

    /// <summary>Trims white space and what cannot be seen off the ends of an address, and writes what turns writing round inside it as browsers do, <c>%E2%80%AE</c>: it is a part of the path.</summary>
    /// <param name="address">As declared, entities decoded.</param>
    public static string Address(string address)
    {
        var whole = Inside(address).ToString();
        return TurnsInside(whole) ? string.Concat(whole.Select(Encoded)) : whole;
    }

    /// <summary>Whether <see cref="Address"/> encodes anything.</summary>
    /// <param name="address">As declared, entities decoded.</param>
    public static bool TurnsInside(string address) => Inside(address).ContainsAny(Directions);

    /// <summary>Writes out what turns writing round, as programs do: <c>\u202E</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Visible(string text) => text.AsSpan().ContainsAny(Directions)
        ? string.Concat(text.Select(character => Directions.Contains(character) ? $"\\u{(int)character:X4}" : character.ToString()))
        : text;

    static ReadOnlySpan<char> Inside(string address)
    {
        var inside = address.AsSpan();
        while (!inside.IsEmpty && IsUnseen(inside[0])) inside = inside[1..];
        while (!inside.IsEmpty && IsUnseen(inside[^1])) inside = inside[..^1];
        return inside;
    }

    static bool IsUnseen(char character) => char.IsWhiteSpace(character) || character is '\u200b' or '\ufeff' || Directions.Contains(character);

    static string Encoded(char character) => Directions.Contains(character) ? Uri.EscapeDataString(character.ToString()) : character.ToString();

    static string WithoutDirections(string text) =>
        text.AsSpan().ContainsAny(Directions) ? string.Concat(text.Where(character => !Directions.Contains(character))) : text;

    /// <summary>Whether nothing is to be done, as with nearly every headline.</summary>
    static bool IsLine(string text)
    {
        var gap = true;
        foreach (var character in text)
        {
            var space = character == ' ';
            if (space ? gap : IsSpace(character) || IsInvisible(character)) return false;
            gap = space;
        }

        return text.Length == 0 || !gap;
    }

    static string Joined(string text, Func<string, string> clean)
    {
        var joined = new StringBuilder(text.Length);
        var blank = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var cleaned = clean(line);
            if (cleaned.Length == 0)
            {
                blank = true;
                continue;
            }

            if (joined.Length > 0) joined.Append(blank ? "\n\n" : "\n");
            blank = false;
            joined.Append(cleaned);
        }

        return joined.ToString();
    }

    /// <summary>White space within a line, but for the ideographic space, which Chinese and Japanese set on purpose.</summary>
    static bool IsSpace(char character) => character != '\u3000' && char.IsWhiteSpace(character);

    /// <summary>Zero-width space, soft hyphen, word joiner and stray BOM; joiners that shape letters and emoji are not among them.</summary>
    static bool IsInvisible(char character) => character is '\u200b' or '\u00ad' or '\u2060' or '\ufeff';
}
