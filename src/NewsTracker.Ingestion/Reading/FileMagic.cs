using System.Buffers;

namespace NewsTracker.Ingestion.Reading;

/// <summary>What the first bytes of a file tell about it.</summary>
static class FileMagic
{
    /// <summary>Text has next to no control characters; a thousandth is generous.</summary>
    const int BytesPerControl = 1000;

    /// <summary>Byte order marks with the encoding each states; UTF-32 first, for its mark starts with UTF-16's.</summary>
    public static IReadOnlyList<(byte[] Mark, string Encoding)> ByteOrderMarks { get; } =
    [
        ([0xFF, 0xFE, 0, 0], "utf-32"), ([0, 0, 0xFE, 0xFF], "utf-32BE"), ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE], "utf-16"), ([0xFE, 0xFF], "utf-16BE"),
    ];

    /// <summary>Not tab to carriage return, nor escape, which some Asian encodings switch with.</summary>
    static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(value => value is not (>= 0x09 and <= 0x0D or 0x1B)).Select(value => (byte)value)]);

    static readonly (byte[] Start, string Name)[] Kinds =
    [
        ([0x89, .. "PNG"u8], "PNG picture"), ([0xFF, 0xD8, 0xFF], "JPEG picture"), ([.. "GIF8"u8], "GIF picture"), ([.. "%PDF-"u8], "PDF"),
        ([.. "PK"u8, 3, 4], "ZIP (or Word, Excel, EPUB)"), ([0x1F, 0x8B], "gzip"), ([.. "Rar!"u8], "RAR"), ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip"),
        ([0x7F, .. "ELF"u8], "program"), ([.. "SQLite format 3"u8], "SQLite database"), ([0xD0, 0xCF, 0x11, 0xE0], "old Word or Excel"),
        ([.. "BZh"u8], "bzip2"), ([0xFD, .. "7zXZ"u8], "xz"), ([.. "RIFF"u8], "media"), ([.. "ID3"u8], "MP3"), ([.. "OggS"u8], "Ogg"), ([.. "wOF"u8], "font"),
    ];

    /// <summary>The kind of a well-known binary file; null for any other.</summary>
    /// <param name="bytes">The file.</param>
    public static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Kinds)
            if (bytes.StartsWith(start)) return name;
        return null;
    }

    /// <summary>Tells whether there are bytes that no eight-bit text has: a NUL, or more controls than a damaged text.</summary>
    /// <param name="bytes">The file.</param>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny(Controls) < 0) return false;
        if (bytes.Contains((byte)0)) return true;
        var controls = 0;
        foreach (var value in bytes)
            if (Controls.Contains(value)) controls++;
        return controls > 4 && controls > bytes.Length / BytesPerControl;
    }
}
