using System.IO.Compression;

namespace NewsTracker.Storage.Model;

/// <summary>How original bytes are kept: zlib, which any tool can open.</summary>
public static class OriginalBytes
{
    /// <summary>Compresses.</summary>
    /// <param name="original">The file's bytes.</param>
    public static byte[] Pack(byte[] original)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(original);
        return packed.ToArray();
    }

    /// <summary>Gives the file's bytes back, exactly.</summary>
    /// <param name="packed">From <see cref="Pack"/>.</param>
    /// <exception cref="InvalidDataException">The stored bytes are damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var original = new MemoryStream();
        zlib.CopyTo(original);
        return original.ToArray();
    }
}
