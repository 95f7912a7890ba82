using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Dates;

/// <summary>A moment as files write it: ISO 8601, whole or cut to the minute or the day.</summary>
static partial class DeclaredDate
{
    /// <summary>Before it there was no news on the web; dates such as 1970-01-01 say “unknown”.</summary>
    const int FirstYear = 1990;

    /// <summary>Beyond it a year is a slip of the pen. What is merely in the future the importer judges, who has a clock.</summary>
    const int LastYear = 2100;

    /// <summary>Reads a moment; one without an offset is UTC.</summary>
    /// <param name="text">As declared.</param>
    /// <param name="source">How it is known.</param>
    /// <returns>Null for what is no moment, or no plausible one.</returns>
    public static PublishedDate? Read(string text, DateSource source)
    {
        // As nearly every file has it; the pattern takes ten times as long.
        if (DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var usual)
            && usual.Year is >= FirstYear and <= LastYear) return PublishedDate.Instant(usual, source);
        if (Iso().Match(text.Trim()) is not { Success: true } match) return null;
        if (Number(match, "year") is < FirstYear or > LastYear || !DateOnly.TryParseExact(
            $"{match.Groups["year"].Value}-{Number(match, "month"):00}-{Number(match, "day"):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        if (!match.Groups["hour"].Success) return PublishedDate.OnDay(day, source, null);
        if (Number(match, "hour") > 23 || Number(match, "minute") > 59 || Number(match, "second") > 59) return null;
        var local = day.ToDateTime(new TimeOnly(Number(match, "hour"), Number(match, "minute"), Number(match, "second")), DateTimeKind.Utc);
        var offset = new TimeSpan(Number(match, "offsetHours"), Number(match, "offsetMinutes"), 0);
        if (offset > TimeSpan.FromHours(14)) return null;
        var published = PublishedDate.Instant(match.Groups["sign"].Value == "-" ? local + offset : local - offset, source);
        if (published.Precision == DatePrecision.Second && !match.Groups["second"].Success) published = published with { Precision = DatePrecision.Minute };
        // An offset states the publisher's own day.
        return published with { Day = day };
    }

    static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:[Tt ]\s?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?\s?(?:[Zz]|(?<sign>[+-])(?<offsetHours>[0-9]{2}):?(?<offsetMinutes>[0-9]{2})?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Iso();
}
