using NewsTracker.Storage.Queries;
using NewsTracker.Web.Exports;

namespace NewsTracker.Web.Endpoints;

/// <summary>Downloads of everything that a filter shows, written while it is read.</summary>
static class ExportEndpoints
{
    /// <summary>Maps <c>/export.csv</c> and <c>/export.jsonl</c>.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/export.csv", Csv).WithName("exportCsv").WithSummary("All articles that match, as CSV.").WithTags("Downloads").TakesFilters();
        routes.MapGet("/export.jsonl", JsonLines).WithName("exportJsonLines").WithSummary("All articles that match, one JSON object a line, bodies included.").WithTags("Downloads").TakesFilters();
    }

    static IResult Csv(HttpRequest request, ArticleQueries articles) => Download(request, "text/csv; charset=utf-8", "articles.csv", (filter, output, cancellation) =>
        ArticleExport.WriteCsvAsync(articles.ExportAsync(filter, cancellation), output, RequestFilter.Site(request), cancellation));

    static IResult JsonLines(HttpRequest request, ArticleQueries articles) => Download(request, "application/jsonl; charset=utf-8", "articles.jsonl", (filter, output, cancellation) =>
        ArticleExport.WriteJsonLinesAsync(articles.ExportAsync(filter, cancellation), output, cancellation));

    static IResult Download(HttpRequest request, string type, string name, Func<ArticleFilter, Stream, CancellationToken, Task> write)
    {
        var (filter, problems) = RequestFilter.Of(request.Query, defaultScope: null);
        return problems.Count > 0
            ? RequestFilter.Refusal(problems)
            : TypedResults.Stream(output => write(filter, output, request.HttpContext.RequestAborted), type, name);
    }
}
