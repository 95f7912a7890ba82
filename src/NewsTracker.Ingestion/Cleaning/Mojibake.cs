using System.Buffers;
using System.Text;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>
/// UTF-8 that somebody read as Windows-1252 (<c>â€™</c> for ’). A sequence is mended only where its bytes are exactly one UTF-8
/// character and no right text writes those characters side by side.
/// </summary>
static class Mojibake
{
    /// <summary>Signs that right text sets directly after a letter (<c>Spaß“</c>, <c>CAFÉ »</c>, <c>hésité…”</c>).</summary>
    static readonly SearchValues<char> MayFollowLetters = SearchValues.Create("\u00a0…‘’“”„‚«»‹›–—™®©°ºª¹²³•·§†‡´¨¡¿");

    /// <summary>The bytes that UTF-8 opens a sequence with, taken for characters.</summary>
    const char FirstLead = '\u00c2';

    const char LastLead = '\u00f4';

    /// <summary>Mends one level of damage; text that is already right comes back as it is.</summary>
    /// <param name="text">Any text.</param>
    public static string Mend(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstLead, LastLead)) return text;
        StringBuilder? mended = null;
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (SequenceAt(text, at) is not var (rune, length) || !(IsSure(text, at, length) || Continues(mended, copied, at))) continue;
            (mended ??= new StringBuilder(text.Length)).Append(text, copied, at - copied).Append(rune.ToString());
            copied = at + length;
            at = copied - 1;
        }

        return mended is null ? text : mended.Append(text, copied, text.Length - copied).ToString();
    }

    static (Rune Rune, int Length)? SequenceAt(string text, int at)
    {
        if (text[at] is < FirstLead or > LastLead) return null;
        Span<byte> bytes = stackalloc byte[4];
        var length = text[at] switch { < '\u00e0' => 2, < '\u00f0' => 3, _ => 4 };
        if (at + length > text.Length) return null;
        for (var i = 0; i < length; i++)
        {
            if (Windows1252.ByteOf(text[at + i]) is not { } value) return null;
            bytes[i] = value;
        }

        return Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) == OperationStatus.Done && used == length
            ? (rune, length)
            : null;
    }

    /// <summary>Damage goes on where the sequence before was damage: the last letter of a Cyrillic word.</summary>
    static bool Continues(StringBuilder? mended, int copied, int at) => mended is not null && copied == at;

    static bool IsSure(string text, int at, int length)
    {
        var signs = text.AsSpan(at + 1, length - 1);
        if (text[at] is 'â' or 'ð' or 'ï' || signs.ContainsAnyExcept(MayFollowLetters)) return true;
        var afterCapital = at > 0 && char.IsUpper(text[at - 1]);
        if (text[at] is 'Â' or 'Ã' && !afterCapital) return true;
        var next = at + length;
        var insideWord = at > 0 && char.IsLetter(text[at - 1]) && next < text.Length && char.IsAsciiLetterLower(text[next]);
        return insideWord || (next < text.Length && SequenceAt(text, next) is not null);
    }
}
