using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Model;

/// <summary>The bytes of a file, kept once however many files carry them.</summary>
public sealed class Document
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Lower-case hex of the original bytes; unique.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size of the original, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Web name of the encoding it was read in.</summary>
    public required string Encoding { get; init; }

    /// <summary>How it is written.</summary>
    public SourceFormat Format { get; init; }

    /// <summary>The original bytes, compressed (zlib).</summary>
    public required byte[] Content { get; init; }
}

/// <summary>A file that was taken at least once, and what it held when last read.</summary>
public sealed class TrackedFile
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Where it lay on the machine that imported it; unique. Never shown to the public.</summary>
    public required string FullPath { get; init; }

    /// <summary>Its path below the root it was found under: how people name it.</summary>
    public required string Path { get; set; }

    /// <summary>Its bytes when last read.</summary>
    public long DocumentId { get; set; }

    /// <summary>Checksum of those bytes, here so that an unchanged file costs one hash and one look-up.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The reader version that read them.</summary>
    public int ReadWith { get; set; }

    /// <summary>The article it carried when last read.</summary>
    public long ArticleId { get; set; }
}

/// <summary>One appearance of an article: in a file of its own, or in another article's list.</summary>
public sealed class Sighting
{
    /// <summary>Key; a later one is newer.</summary>
    public long Id { get; init; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>The file it was seen in.</summary>
    public long FileId { get; init; }

    /// <summary>The bytes it was seen in, from which everything it declared can be read again.</summary>
    public long DocumentId { get; init; }

    /// <summary>0 for the file's own article; else its place, from 1, in the list of related ones.</summary>
    public int Entry { get; init; }

    /// <summary>Hash of what it declared: a file read again claims something new only where this differs.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The run that saw it.</summary>
    public long RunId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime SeenAt { get; init; }
}

/// <summary>“Listed together at origin”: one article's own file lists another. Not identity, not transitive.</summary>
public sealed class RelatedLink
{
    /// <summary>The article whose file holds the list.</summary>
    public long ArticleId { get; init; }

    /// <summary>Place in the list, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The article listed.</summary>
    public long RelatedId { get; init; }
}

/// <summary>A picture of an article, by its address.</summary>
public sealed class ArticleImage
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>Place, from 0.</summary>
    public int Position { get; init; }

    /// <summary>http(s).</summary>
    public required string Url { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }
}
