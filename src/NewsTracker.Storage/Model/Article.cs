using System.Text.Json.Nodes;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Model;

/// <summary>How the tracker knows an article.</summary>
public enum ArticleOrigin
{
    /// <summary>Only through another article's list.</summary>
    Related,

    /// <summary>Through a file of its own.</summary>
    File,
}

/// <summary>One article, however often it was seen. Every value is the winning one: corrected, else declared, else inferred.</summary>
public sealed class Article
{
    /// <summary>Never reused, not after undo, merge or restore.</summary>
    public long Id { get; init; }

    /// <summary>The identity made from the address; null where no address is known.</summary>
    public string? UrlKey { get; set; }

    /// <summary>The identity made from the clean text, for articles without an address.</summary>
    public string? ContentKey { get; set; }

    /// <summary>Hash of the declared values: equal means that nothing changed.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The catalogue version that its tags come from.</summary>
    public required string TaggedWith { get; set; }

    /// <summary>The reader version that read it.</summary>
    public int ReadWith { get; set; }

    /// <summary>Own file or only related.</summary>
    public ArticleOrigin Origin { get; set; }

    /// <summary>Readable part of the permanent address.</summary>
    public required string Slug { get; set; }

    /// <summary>The headline; empty where only an address is known.</summary>
    public required string Title { get; set; }

    /// <summary>How the headline is known.</summary>
    public TitleSource TitleSource { get; set; }

    /// <summary>The teaser.</summary>
    public string? Excerpt { get; set; }

    /// <summary>The best web address, as given.</summary>
    public string? Url { get; set; }

    /// <summary>Declared address of the page.</summary>
    public string? LinkWeb { get; set; }

    /// <summary>Declared address of the AMP copy.</summary>
    public string? LinkAmp { get; set; }

    /// <summary>Declared address of the AMP copy on a CDN.</summary>
    public string? LinkCdnAmp { get; set; }

    /// <summary>Declared original address.</summary>
    public string? LinkOriginal { get; set; }

    /// <summary>The publisher; null where unknown.</summary>
    public long? ProviderId { get; set; }

    /// <summary>The publisher's name as this article gives it.</summary>
    public string? ProviderName { get; set; }

    /// <summary>How the publisher is known.</summary>
    public ValueSource? ProviderSource { get; set; }

    /// <summary>UTC start of the period of publication.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>The civil day of publication, where a day is known.</summary>
    public DateOnly? PublishedDay { get; set; }

    /// <summary>How finely the date is known.</summary>
    public DatePrecision PublishedPrecision { get; set; }

    /// <summary>How the date is known.</summary>
    public DateSource? PublishedSource { get; set; }

    /// <summary>The words that tell the date.</summary>
    public string? PublishedEvidence { get; set; }

    /// <summary>Every date that was found with its evidence, the chosen one first.</summary>
    public IReadOnlyList<PublishedDate> DateCandidates { get; set; } = [];

    /// <summary>About face recognition or not.</summary>
    public ScopeValue Scope { get; set; }

    /// <summary>How the scope is known.</summary>
    public ValueSource ScopeSource { get; set; }

    /// <summary>The words that decided the scope.</summary>
    public string? ScopeEvidence { get; set; }

    /// <summary><c>article</c>, <c>video</c>.</summary>
    public required string Type { get; set; }

    /// <summary><c>news</c>.</summary>
    public required string Category { get; set; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; set; }

    /// <summary>The origin's score.</summary>
    public int? Quality { get; set; }

    /// <summary>The origin's heat.</summary>
    public int? Heat { get; set; }

    /// <summary>The origin's promotion switch.</summary>
    public bool? Promoted { get; set; }

    /// <summary>What was cut from the text.</summary>
    public IReadOnlyList<Cut> Cuts { get; set; } = [];

    /// <summary>What was mended.</summary>
    public IReadOnlyList<string> Repairs { get; set; } = [];

    /// <summary>What to doubt.</summary>
    public IReadOnlyList<Warning> Warnings { get; set; } = [];

    /// <summary>Front-matter keys nobody planned for.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Extra { get; set; } = new Dictionary<string, JsonNode?>();

    /// <summary>The origin's encrypted value: kept, never shown.</summary>
    public string? Secured { get; set; }

    /// <summary>The sighting whose values these are.</summary>
    public long SightingId { get; set; }

    /// <summary>UTC; when the tracker learned of it.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>UTC; when a value last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>The state of the data that this row, its tags included, was last written in.</summary>
    public long ChangedIn { get; set; }

    /// <summary>Clean text, paragraphs split by a blank line. The last column: what stands behind a long text is found by walking all of it.</summary>
    public string? Body { get; set; }
}
