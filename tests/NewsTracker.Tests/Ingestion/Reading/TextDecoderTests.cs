using System.IO.Compression;
using System.Text;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Reading;

public sealed class TextDecoderTests
{
    const string French = "Le ministère a déclaré que la reconnaissance faciale est « très risquée » pour l’été prochain. Où ça ? À Paris, très bientôt.";

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Plain_utf8_is_utf8() => Assert.Equal((French, "utf-8"), Decoded(Encoding.UTF8.GetBytes(French)));

    [Fact]
    public void Utf16_is_known_without_its_mark()
    {
        Assert.Equal(("title: plain ASCII text", "utf-16"), Decoded(Encoding.Unicode.GetBytes("title: plain ASCII text")));
        Assert.Equal(("title: plain ASCII text", "utf-16BE"), Decoded(Encoding.BigEndianUnicode.GetBytes("title: plain ASCII text")));
    }

    [Fact]
    public void Windows_1252_is_detected() => Assert.Equal((French, "windows-1252"), Decoded(Windows1252.GetBytes(French)));

    [Fact]
    public void A_page_says_its_own_encoding()
    {
        const string Page = "<html><head><meta charset=\"windows-1251\"></head><body>Да</body></html>";

        Assert.Equal((Page, "windows-1251"), Decoded(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Page)));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("x-nobody-knows")]
    public void An_encoding_that_nobody_reads_counts_as_undeclared(string name)
    {
        var page = $"<html><head><meta charset=\"{name}\"></head><body>{French}</body></html>";

        Assert.Equal((page, "windows-1252"), Decoded(Windows1252.GetBytes(page)));
    }

    [Fact]
    public void What_is_no_text_is_refused_with_a_remedy()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("text"u8);

        Refused(RejectionCode.Empty, []);
        Refused(RejectionCode.Empty, " \r\n\t"u8.ToArray());
        Refused(RejectionCode.Empty, [0xEF, 0xBB, 0xBF]);
        Refused(RejectionCode.Empty, [0x20, 0x0A, 0xEF, 0xBB, 0xBF, 0x0A]);
        Refused(RejectionCode.Binary, zipped.ToArray());
        Refused(RejectionCode.Binary, "%PDF-1.7 x"u8.ToArray());
        Refused(RejectionCode.Binary, "text with a \0 in it"u8.ToArray());
        Refused(RejectionCode.Binary, [.. Enumerable.Repeat<byte>(1, 50)]);
        Refused(RejectionCode.Encoding, [0xEF, 0xBB, 0xBF, (byte)'a', 0xFF, (byte)'b']);
    }

    static (string?, string?) Decoded(byte[] bytes) => TextDecoder.Decode(bytes) switch { var decoded => (decoded.Text, decoded.Encoding) };

    static void Refused(RejectionCode code, byte[] bytes)
    {
        var rejection = TextDecoder.Decode(bytes).Rejection;

        Assert.Equal(code, rejection?.Code);
        Assert.Contains(". ", rejection!.Message, StringComparison.Ordinal);
    }
}
