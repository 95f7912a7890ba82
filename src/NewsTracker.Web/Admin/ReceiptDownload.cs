using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Exports;

namespace NewsTracker.Web.Admin;

/// <summary>A run's receipts, all or those of one outcome, to keep.</summary>
static class ReceiptDownload
{
    /// <summary>Written while they are read; 404 where there is no such run.</summary>
    public static async Task<Results<PushStreamHttpResult, NotFound>> GetAsync(
        long id, string? outcome, RunQueries runs, HttpContext context, CancellationToken cancellation)
    {
        FileOutcome? only = Enum.TryParse<FileOutcome>(outcome, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        if (await runs.FindAsync(id, only, 0, 1, cancellation) is null) return TypedResults.NotFound();
        var name = string.Create(CultureInfo.InvariantCulture, $"run-{id}{(only is { } kept ? $"-{JobSentences.Outcome(kept)}" : "")}.csv");
        return TypedResults.Stream(output => ReceiptCsv.WriteAsync(runs.ReceiptsAsync(id, only), output, context.RequestAborted), "text/csv; charset=utf-8", name);
    }
}
