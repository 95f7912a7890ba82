using System.Text.Json;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Importing;

namespace NewsTracker.Web.Cli;

/// <summary>An import's report as JSON lines: one for each file, then one with the totals.</summary>
static class ImportJson
{
    // What is written out for the eye is an escape of JSON, so programs read the name as it is.
    public static void Write(ImportReport report)
    {
        foreach (var file in report.Files) Console.WriteLine(TextRepair.Visible(JsonSerializer.Serialize(Line(file), VerbJson.Readable.FileLine)));
        Console.WriteLine(JsonSerializer.Serialize(Totals(report), VerbJson.Readable.TotalsLine));
    }

    static FileLine Line(FileReport file) => new(
        file.Path, file.Outcome, file.ArticleId, file.Changes, file.Rejection is { } rejection ? ErrorLine.Of(rejection) : null,
        [.. file.Warnings.Select(warning => warning.Message)]);

    static TotalsLine Totals(ImportReport report) => new(
        report.RunId, report.State, report.Totals.Found, report.Totals.Done, report.Totals.Added, report.Totals.Updated, report.Totals.Unchanged,
        report.Totals.Rejected, report.Totals.RelatedAdded, Math.Round(report.Totals.Elapsed.TotalSeconds, 3));
}
