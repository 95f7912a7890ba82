using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Web.Exports;

/// <summary>Cells that a spreadsheet must not take for a formula, and that read as what they are.</summary>
static class CsvCells
{
    // The characters that OWASP's page on CSV injection names, full-width forms included.
    const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text, behind an apostrophe where its first character could start a formula; what turns writing round in it is written out.</summary>
    public static string? Neutral(string? text)
    {
        if (string.IsNullOrEmpty(text)) return text;
        var seen = TextRepair.Visible(text);
        return Dangerous.Contains(seen[0], StringComparison.Ordinal) ? $"'{seen}" : seen;
    }
}
