using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Parsing;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Ingestion.Tagging;

namespace NewsTracker.Ingestion;

/// <summary>What became of one file's bytes: a draft, or a rejection.</summary>
/// <param name="Draft">The article; null where rejected.</param>
/// <param name="Rejection">Why not; null where understood.</param>
/// <param name="Encoding">Web name of the encoding; null where it was not decoded.</param>
/// <param name="Format">How the file is written; null where it was not decoded.</param>
public sealed record FileReading(ArticleDraft? Draft, Rejection? Rejection, string? Encoding, SourceFormat? Format);

/// <summary>Turns a file's bytes into an article. The only class that knows the order of the stages; pure and safe to share between threads.</summary>
/// <param name="catalogue">The companies, topics and providers that tag it.</param>
/// <param name="limits">How much of a file is taken.</param>
public sealed class Ingestor(CompiledCatalogue catalogue, IngestionLimits limits)
{
    /// <summary>Goes up whenever the same bytes would be understood differently; stored beside each reading, so that old ones are known.</summary>
    public const int ReaderVersion = 4;

    readonly FrontMatterParser _frontMatter = new(limits);
    readonly TextScrapeParser _scrapes = new(catalogue.Data.Providers);
    readonly HtmlPageParser _pages = new(catalogue.Data.Providers);
    readonly Tagger _tagger = new(catalogue);

    /// <summary>Hash of the catalogue that it tags with.</summary>
    public string CatalogueVersion => catalogue.Version;

    /// <summary>The company that another one was merged into; null where none was merged under this slug.</summary>
    /// <param name="slug">The merged one's.</param>
    public CatalogueCompany? SuccessorOf(string slug) => catalogue.SuccessorOf(slug);

    /// <summary>Reads one file: decode, tell the format, parse and clean, tag. A fault of the reader's own rejects the file, too.</summary>
    /// <param name="file">Its bytes.</param>
    public FileReading Ingest(SourceFile file) => Read(file, _tagger.Tag);

    /// <summary>
    /// The same for who keeps what is new alone: of nine entries in a file's list eight are known already, so they have language and publisher,
    /// by which they are compared, and whoever stores one tags it.
    /// </summary>
    /// <param name="file">Its bytes.</param>
    public FileReading IngestOwn(SourceFile file) => Read(file, _tagger.TagOwn);

    /// <summary>Tags an article, and the related ones in it; tagging twice gives the same as once.</summary>
    /// <param name="draft">Parsed and cleaned.</param>
    public ArticleDraft Tag(ArticleDraft draft) => _tagger.Tag(draft);

    FileReading Read(SourceFile file, Func<ArticleDraft, ArticleDraft> tag)
    {
        try
        {
            return Understand(file, tag);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // Nothing in a file may throw, so this is a mistake of ours. It is caught once, here, because the thousands of other files of
            // a run should not pay for it. The contract has no code for it: "unreadable" is the one that says nothing about the article.
            return new FileReading(null, new Rejection(RejectionCode.Unreadable,
                $"The reader failed on this file ({fault.GetType().Name}: {fault.Message.TrimEnd('.')}). It is a fault of NewsTracker's own: please report it with the file; the rest of the run went on."), null, null);
        }
    }

    FileReading Understand(SourceFile file, Func<ArticleDraft, ArticleDraft> tag)
    {
        var decoded = TextDecoder.Decode(file.Bytes);
        if (decoded is not { Text: { } text, Encoding: { } encoding }) return new FileReading(null, decoded.Rejection, null, null);
        var source = new SourceText(file.Path, text, encoding, FormatSniffer.Sniff(text));
        var parsed = source.Format switch
        {
            SourceFormat.FrontMatter => _frontMatter.Parse(source),
            SourceFormat.Html => _pages.Parse(source),
            _ => _scrapes.Parse(source),
        };
        return new FileReading(parsed.Draft is { } draft ? tag(draft) : null, parsed.Rejection, encoding, source.Format);
    }
}
