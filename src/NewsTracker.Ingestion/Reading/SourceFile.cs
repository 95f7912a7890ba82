namespace NewsTracker.Ingestion.Reading;

/// <summary>A file as it was found under one of the roots.</summary>
/// <param name="Root">The root folder as a full path; the file's own folder when a file was named directly.</param>
/// <param name="Path">The path below <paramref name="Root"/>, with <c>/</c>: how people and the database name it.</param>
public sealed record FoundFile(string Root, string Path)
{
    /// <summary>Where it lies on this machine.</summary>
    public string FullPath => System.IO.Path.Combine(Root, Path);
}

/// <summary>A file's bytes with their checksum, read once.</summary>
/// <param name="Path">As in <see cref="FoundFile.Path"/>.</param>
/// <param name="Bytes">The original, untouched.</param>
/// <param name="Sha256">Lower-case hex of <paramref name="Bytes"/>.</param>
public sealed record SourceFile(string Path, byte[] Bytes, string Sha256);

/// <summary>A file's text and how it was found.</summary>
/// <param name="Path">As in <see cref="FoundFile.Path"/>.</param>
/// <param name="Text">Decoded, without BOM; line ends as they were.</param>
/// <param name="Encoding">Web name: <c>utf-8</c>, <c>utf-16</c>, <c>windows-1252</c> ….</param>
/// <param name="Format">Decided by the content.</param>
public sealed record SourceText(string Path, string Text, string Encoding, SourceFormat Format);
