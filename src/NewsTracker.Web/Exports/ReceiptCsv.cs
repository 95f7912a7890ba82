using System.Globalization;
using System.Text;
using CsvHelper;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Exports;

/// <summary>A run's receipts as CSV: RFC 4180, UTF-8, one header line, cells neutralised.</summary>
static class ReceiptCsv
{
    const string Separator = "; ";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Their names, stable.</summary>
    public static IReadOnlyList<string> Header { get; } = ["file", "outcome", "article", "changedFields", "code", "line", "column", "reason", "warnings", "sha256"];

    /// <summary>Writes them one by one as they are read.</summary>
    /// <param name="receipts">In the order to write.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="cancellation">Stops between receipts.</param>
    public static async Task WriteAsync(IAsyncEnumerable<ReceiptRow> receipts, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\r\n" };
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        await RowAsync(csv, Header);
        await foreach (var receipt in receipts.WithCancellation(cancellation)) await RowAsync(csv, Cells(receipt).Select(CsvCells.Neutral));
    }

    static IEnumerable<string?> Cells(ReceiptRow receipt) =>
    [
        receipt.Path, EnumWords.Of(receipt.Outcome), Number(receipt.ArticleId), string.Join(Separator, receipt.Fields),
        receipt.Rejection is { } rejection ? RunSentences.Code(rejection.Code) : null, Number(receipt.Rejection?.Line), Number(receipt.Rejection?.Column),
        receipt.Rejection?.Message, string.Join(Separator, receipt.Warnings), receipt.Sha256,
    ];

    static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    static async Task RowAsync(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        await csv.NextRecordAsync();
    }
}
