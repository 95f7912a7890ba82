using System.Globalization;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Exports;

/// <summary>The log as CSV.</summary>
static class AuditCsv
{
    static readonly string[] Header = ["id", "at", "who", "kind", "subject", "article", "run", "reason", "before", "after"];

    /// <summary>Writes entries one by one as they are read.</summary>
    /// <param name="entries">In the order to write.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="cancellation">Stops between entries.</param>
    public static Task WriteAsync(IAsyncEnumerable<AuditEntry> entries, Stream output, CancellationToken cancellation) =>
        CsvFile.WriteAsync(Header, entries, output, Cells, cancellation);

    static IEnumerable<string?> Cells(AuditEntry entry) =>
    [
        entry.Id.ToString(CultureInfo.InvariantCulture), DateWords.Machine(entry.At), entry.Who, EnumWords.Of(entry.Kind), entry.Subject,
        entry.ArticleId?.ToString(CultureInfo.InvariantCulture), entry.RunId?.ToString(CultureInfo.InvariantCulture), entry.Reason, entry.Before, entry.After,
    ];
}
