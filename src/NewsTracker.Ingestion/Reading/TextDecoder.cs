using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace NewsTracker.Ingestion.Reading;

/// <summary>Text with its encoding, or why the bytes are none.</summary>
/// <param name="Text">Without BOM, line ends as they were; null where rejected.</param>
/// <param name="Encoding">Web name; null where rejected.</param>
/// <param name="Rejection">Null where decoded.</param>
public sealed record DecodedText(string? Text, string? Encoding, Rejection? Rejection);

/// <summary>Turns bytes into text: what a BOM states, else strict UTF-8, else what a page declares, else what detection is sure of.</summary>
public static partial class TextDecoder
{
    /// <summary>UTF.Unknown's confidence, 0 to 1, below which its answer is a guess; short Western texts lie at 0.5 to 0.7.</summary>
    const float SureEnough = 0.5f;

    /// <summary>A page must declare its encoding within its first 1,024 bytes (HTML standard).</summary>
    const int DeclarationBytes = 1024;

    const string Remedy = "Save it as UTF-8 text and import it again.";

    /// <summary>Decodes a file.</summary>
    /// <param name="bytes">The whole file.</param>
    public static DecodedText Decode(byte[] bytes)
    {
        if (bytes.All(value => value is 0x20 or 0x09 or 0x0A or 0x0D))
            return Rejected(RejectionCode.Empty, "The file is empty. Save the article into it, or leave it out.");
        if (FileMagic.NameOf(bytes) is { } kind)
            return Rejected(RejectionCode.Binary, $"This is a {kind} file, not text. Save the article as text, a web page or front matter.");
        var decoded = Marked(bytes) ?? Utf16WithoutMark(bytes);
        if (decoded is null && FileMagic.LooksBinary(bytes))
            return Rejected(RejectionCode.Binary, "The file holds bytes that no text has (such as NUL). Save the article as text.");
        decoded ??= Strict(bytes, 0, Encoding.UTF8) ?? DeclaredByPage(bytes) ?? Detected(bytes);
        if (decoded is null) return Rejected(RejectionCode.Encoding, $"Nobody can tell which encoding this text has. {Remedy}");
        return decoded.Text is { } text && text.All(IsBlank)
            ? Rejected(RejectionCode.Empty, "The file holds nothing but white space. Save the article into it, or leave it out.")
            : decoded;
    }

    /// <summary>White space, and what shows as little: a byte order mark that an editor moved, joiners, controls.</summary>
    static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;

    static DecodedText? Marked(byte[] bytes)
    {
        foreach (var (mark, name) in FileMagic.ByteOrderMarks)
        {
            if (!bytes.AsSpan().StartsWith(mark)) continue;
            return Strict(bytes, mark.Length, Encoding.GetEncoding(name))
                ?? Rejected(RejectionCode.Encoding, $"The file says it is {name}, but some of its bytes are not. {Remedy}");
        }

        return null;
    }

    /// <summary>News in UTF-16 has a NUL in nearly every second byte wherever it is written in ASCII: markup, keys, spaces.</summary>
    static DecodedText? Utf16WithoutMark(byte[] bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        var sample = bytes.AsSpan(0, Math.Min(bytes.Length, 4096));
        if (!sample.Contains((byte)0)) return null;
        int even = 0, odd = 0;
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] != 0) continue;
            if (at % 2 == 0) even++;
            else odd++;
        }

        var many = sample.Length / 2 * 7 / 10;
        if (odd > many && even == 0) return Strict(bytes, 0, Encoding.Unicode);
        return even > many && odd == 0 ? Strict(bytes, 0, Encoding.BigEndianUnicode) : null;
    }

    static DecodedText? DeclaredByPage(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(DeclarationBytes, bytes.Length));
        // The HTML standard reads both names as Windows-1252.
        return Charset().Match(head) is { Success: true } match
            ? Named(bytes, match.Groups["name"].Value.ToLowerInvariant() is "iso-8859-1" or "us-ascii" ? "windows-1252" : match.Groups["name"].Value)
            : null;
    }

    static DecodedText? Detected(byte[] bytes)
    {
        var best = CharsetDetector.DetectFromBytes(bytes).Detected;
        if (best?.EncodingName is not { } name || best.Confidence < SureEnough) return null;
        return Named(bytes, name.ToLowerInvariant() is "iso-8859-1" or "ascii" ? "windows-1252" : name);
    }

    static DecodedText? Named(byte[] bytes, string name)
    {
        try
        {
            return Strict(bytes, 0, CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            // The only way the runtime says that it knows no such encoding, or that it no longer reads it (UTF-7).
            return null;
        }
    }

    static DecodedText? Strict(byte[] bytes, int from, Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return new DecodedText(strict.GetString(bytes, from, bytes.Length - from), strict.WebName, null);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static DecodedText Rejected(RejectionCode code, string message) => new(null, null, new Rejection(code, message));

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?(?<name>[a-z0-9_:-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
