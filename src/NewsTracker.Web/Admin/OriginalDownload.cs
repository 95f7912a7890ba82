using Microsoft.AspNetCore.Http.HttpResults;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Admin;

/// <summary>The bytes of a file as they were imported.</summary>
static class OriginalDownload
{
    /// <summary>As an attachment of plain text, so that no browser ever runs what a file holds.</summary>
    public static async Task<Results<FileContentHttpResult, NotFound>> GetAsync(string sha256, ArticleQueries articles, CancellationToken cancellation) =>
        await articles.OriginalAsync(sha256, cancellation) is { } original
            ? TypedResults.File(original.Bytes, "text/plain", Path.GetFileName(original.File))
            : TypedResults.NotFound();
}
