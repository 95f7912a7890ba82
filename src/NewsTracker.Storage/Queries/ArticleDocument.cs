using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>
/// An article in the one JSON shape that <c>inspect</c>, <c>export</c> and the API share. The origin's encrypted value has no place in it.
/// </summary>
public sealed record ArticleDocument
{
    /// <summary>Never reused; null in <c>inspect</c>.</summary>
    public required long? Id { get; init; }

    /// <summary>Readable part of the permanent address.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline; null where only an address is known.</summary>
    public required string? Title { get; init; }

    /// <summary>How the headline is known.</summary>
    public required TitleSource TitleSource { get; init; }

    /// <summary>The teaser.</summary>
    public required string? Excerpt { get; init; }

    /// <summary>Clean text, paragraphs split by a blank line; null where only an excerpt is known; left out of lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BodyText Body { get; init; }

    /// <summary>Best web address, as given.</summary>
    public required string? Url { get; init; }

    /// <summary>Every address that was declared.</summary>
    public required ArticleLinks Links { get; init; }

    /// <summary>Who published it.</summary>
    public required ProviderDocument? Provider { get; init; }

    /// <summary>When it was published.</summary>
    public required PublishedDocument Published { get; init; }

    /// <summary>About face recognition or not.</summary>
    public required ScopeClaim Scope { get; init; }

    /// <summary><c>article</c>, <c>video</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>news</c>.</summary>
    public required string Category { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string? Language { get; init; }

    /// <summary>The origin's score.</summary>
    public required int? Quality { get; init; }

    /// <summary>The origin's heat.</summary>
    public required int? Heat { get; init; }

    /// <summary>The origin's promotion switch.</summary>
    public required bool? Promoted { get; init; }

    /// <summary>Own file or only related.</summary>
    public required ArticleOrigin Origin { get; init; }

    /// <summary>In the article's order.</summary>
    public required IReadOnlyList<TopicTag> Topics { get; init; }

    /// <summary>Subjects first, then by number of mentions.</summary>
    public required IReadOnlyList<CompanyTag> Companies { get; init; }

    /// <summary>Sums that the text states.</summary>
    public required IReadOnlyList<MoneyFact> Money { get; init; }

    /// <summary>Pictures, never fetched.</summary>
    public required IReadOnlyList<ImageRef> Images { get; init; }

    /// <summary>Ids of stored articles; whole articles in <c>inspect</c>.</summary>
    public required IReadOnlyList<RelatedEntry> Related { get; init; }

    /// <summary>The story it belongs to.</summary>
    public StoryDocument? Story { get; init; }

    /// <summary>The file it comes from.</summary>
    public required SourceDocument Source { get; init; }

    /// <summary>Front-matter keys nobody planned for.</summary>
    public required IReadOnlyDictionary<string, JsonNode?> Extra { get; init; }

    /// <summary>A stored article.</summary>
    /// <param name="article">With its body where <paramref name="withBody"/>.</param>
    /// <param name="withBody">False for lists.</param>
    public static ArticleDocument From(StoredArticle article, bool withBody) =>
        ArticleDocuments.Of(article.Values, article.Origin, SourceDocument.Of(article)) with
        {
            Id = article.Id,
            Slug = article.Slug,
            Body = withBody ? new BodyText(article.Values.Body) : default,
            Related = [.. article.RelatedIds.Select(id => new RelatedEntry(id))],
        };

    /// <summary>A file that was only looked at.</summary>
    /// <param name="draft">What was understood.</param>
    /// <param name="file">As people name it.</param>
    /// <param name="sha256">Lower-case hex of its bytes.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="encoding">Web name.</param>
    public static ArticleDocument From(ArticleDraft draft, string file, string sha256, SourceFormat format, string encoding) =>
        ArticleDocuments.Inspected(draft, ArticleOrigin.File, new SourceDocument(file, sha256, format, encoding, null, [], []));
}

/// <summary>A publisher.</summary>
/// <param name="Name">As this article gives it.</param>
/// <param name="Domain">Null where only a name is known.</param>
/// <param name="Source">Declared or inferred.</param>
public sealed record ProviderDocument(string Name, string? Domain, ValueSource Source);

/// <summary>A date of publication.</summary>
/// <param name="At">UTC start of the period.</param>
/// <param name="Day">The publisher's civil day where stated, else the UTC day.</param>
/// <param name="Precision">How finely it is known.</param>
/// <param name="Source">How it is known; null where unknown.</param>
/// <param name="Evidence">The words that tell.</param>
public sealed record PublishedDocument(DateTime? At, DateOnly? Day, DatePrecision Precision, DateSource? Source, string? Evidence);

/// <summary>A story: articles that tell the same thing.</summary>
/// <param name="Id">Key.</param>
/// <param name="Size">Articles in it.</param>
public sealed record StoryDocument(long Id, int Size);

/// <summary>The file an article comes from.</summary>
/// <param name="File">As people name it.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Encoding">Web name.</param>
/// <param name="ImportedAt">UTC; null in <c>inspect</c>.</param>
/// <param name="Repairs">What was mended.</param>
/// <param name="Warnings">Sentences.</param>
public sealed record SourceDocument(
    string File, string Sha256, SourceFormat Format, string Encoding, DateTime? ImportedAt,
    IReadOnlyList<string> Repairs, IReadOnlyList<string> Warnings)
{
    internal static SourceDocument Of(StoredArticle article) =>
        new(article.Source.File, article.Source.Sha256, article.Source.Format, article.Source.Encoding, article.Source.ImportedAt, [], []);
}
