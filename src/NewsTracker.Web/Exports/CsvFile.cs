using System.Globalization;
using System.Text;
using CsvHelper;

namespace NewsTracker.Web.Exports;

/// <summary>Rows as RFC 4180 has them, in UTF-8, behind one header line. No cell starts a formula.</summary>
static class CsvFile
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes rows one by one as they are read.</summary>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">In the order to write.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="cells">A row's cells.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public static async Task WriteAsync<T>(
        IEnumerable<string> header, IAsyncEnumerable<T> rows, Stream output, Func<T, IEnumerable<string?>> cells, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\r\n" };
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        await WriteAsync(csv, header);
        await foreach (var row in rows.WithCancellation(cancellation)) await WriteAsync(csv, cells(row).Select(CsvCells.Neutral));
    }

    static async Task WriteAsync(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        await csv.NextRecordAsync();
    }
}
