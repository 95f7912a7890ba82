namespace NewsTracker.Web.Exports;

/// <summary>Cells that a spreadsheet must not take for a formula.</summary>
static class CsvCells
{
    // The characters that OWASP's page on CSV injection names, full-width forms included.
    const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text, behind an apostrophe where its first character could start a formula.</summary>
    public static string? Neutral(string? text) => text is { Length: > 0 } && Dangerous.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}
