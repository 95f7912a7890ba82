using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>One article as the store holds it, with where its values come from.</summary>
public sealed record StoredArticle
{
    /// <summary>Key.</summary>
    public required long Id { get; init; }

    /// <summary>Readable part of the permanent address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its values: everything but the related articles.</summary>
    public required ArticleDraft Values { get; init; }

    /// <summary>The publisher as addresses carry it: its domain, or a slug of its name; null where unknown.</summary>
    public required string? ProviderSlug { get; init; }

    /// <summary>Slugs of its topics that are the tracker's own.</summary>
    public required IReadOnlySet<string> OwnTopics { get; init; }

    /// <summary>Own file or only related.</summary>
    public required ArticleOrigin Origin { get; init; }

    /// <summary>UTC; when the tracker learned of it.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>UTC; when a value last changed.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The file that its values come from.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>The articles listed beside it at the origin, in that order.</summary>
    public required IReadOnlyList<long> RelatedIds { get; init; }

    /// <summary>The same with titles, those that share a company or topic first; read only for a single article.</summary>
    public IReadOnlyList<RelatedArticle> Related { get; init; } = [];

    /// <summary>The articles whose lists name it, newest first; read only for a single article.</summary>
    public IReadOnlyList<RelatedArticle> ListedBy { get; init; } = [];

    /// <summary>Everywhere it was seen, latest first; read only for a single article.</summary>
    public IReadOnlyList<SightingRef> Sightings { get; init; } = [];
}

/// <summary>The file that an article's values come from.</summary>
/// <param name="File">Its path below the folder it was found in.</param>
/// <param name="Sha256">Lower-case hex of its bytes.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Encoding">Web name.</param>
/// <param name="ImportedAt">UTC.</param>
public sealed record SourceRef(string File, string Sha256, SourceFormat Format, string Encoding, DateTime ImportedAt);

/// <summary>An article named beside another.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">Readable part of the permanent address.</param>
/// <param name="Title">The headline; null where only an address is known.</param>
/// <param name="Published">When it was published.</param>
/// <param name="ProviderName">Who published it.</param>
/// <param name="SharesTag">True where both carry a company or one of the tracker's own topics.</param>
public sealed record RelatedArticle(long Id, string Slug, string? Title, PublishedDate Published, string? ProviderName, bool SharesTag);

/// <summary>Where the address of a merged article leads.</summary>
/// <param name="Id">The key that stayed.</param>
/// <param name="Slug">Readable part of its address.</param>
public sealed record MergedInto(long Id, string Slug);

/// <summary>Where an article was seen.</summary>
/// <param name="Path">The file's path below the folder it was found in.</param>
/// <param name="Entry">0 for the file's own article; else its place, from 1, in the list of related ones.</param>
/// <param name="Sha256">Lower-case hex of the file's bytes.</param>
/// <param name="SeenAt">UTC.</param>
/// <param name="RunId">The run that saw it.</param>
public sealed record SightingRef(string Path, int Entry, string Sha256, DateTime SeenAt, long RunId);

/// <summary>An original file as it was imported.</summary>
/// <param name="File">Its path below the folder it was found in.</param>
/// <param name="Bytes">Untouched.</param>
public sealed record SourceBytes(string File, byte[] Bytes);
