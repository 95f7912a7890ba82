using System.Text;
using System.Text.Json;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Exports;

/// <summary>Writes articles one by one as they are read: the same bytes for a download and for the command line.</summary>
static class ArticleExport
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>RFC 4180, UTF-8, one header line.</summary>
    /// <param name="articles">In the order to write.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="site">Scheme and host for permanent links, without a slash at the end.</param>
    /// <param name="cancellation">Stops between articles.</param>
    public static Task WriteCsvAsync(IAsyncEnumerable<StoredArticle> articles, Stream output, string site, CancellationToken cancellation) =>
        CsvFile.WriteAsync(CsvRow.Header, articles, output, article => CsvRow.Of(article, site), cancellation);

    /// <summary>One article a line, in the contract's shape, bodies included.</summary>
    /// <param name="articles">In the order to write.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="cancellation">Stops between articles.</param>
    public static async Task WriteJsonLinesAsync(IAsyncEnumerable<StoredArticle> articles, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        await foreach (var article in articles.WithCancellation(cancellation))
        {
            var line = JsonSerializer.Serialize(ArticleDocument.From(article, withBody: true), ArticleJson.Readable.ArticleDocument);
            await writer.WriteAsync(line.AsMemory(), cancellation);
            await writer.WriteAsync('\n');
        }
    }
}
