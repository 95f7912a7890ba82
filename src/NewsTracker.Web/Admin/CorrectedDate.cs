using System.Globalization;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Admin;

/// <summary>The date that a person typed, or a sentence that says what is wrong with it.</summary>
/// <param name="Date">Null where something is wrong.</param>
/// <param name="Problem">Null where nothing is.</param>
sealed record CorrectedDate(PublishedDate? Date, string? Problem)
{
    const int FirstYear = 1900;

    /// <summary>Reads a year, a month, a day or a moment in UTC; nothing for “unknown”.</summary>
    /// <param name="text">Such as <c>2020</c>, <c>2020-07</c>, <c>2020-07-31</c>, <c>2020-07-31 18:06</c>.</param>
    /// <param name="today">In UTC. A publisher's civil day can be the one after.</param>
    public static CorrectedDate Of(string? text, DateOnly today)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0) return new(new PublishedDate(null, null, DatePrecision.Unknown, DateSource.Correction, null), null);
        if (Parsed(typed) is not { Period: var (first, _) } date) return new(null, $"“{typed}” is no date. Type 2020, 2020-07, 2020-07-31 or 2020-07-31 18:06 (UTC); nothing for “unknown”.");
        if (first.Year < FirstYear) return new(null, $"“{typed}” lies before {FirstYear}, and earlier dates are not taken. See whether the year is right.");
        if (first > today.AddDays(1)) return new(null, $"“{typed}” lies in the future, and nothing was published then yet. See whether the year is right; empty the field where the date is unknown.");
        return new(date, null);
    }

    static PublishedDate? Parsed(string typed)
    {
        if (At(typed, "yyyy") is { } year) return PublishedDate.InYear(year.Year, DateSource.Correction, null);
        if (At(typed, "yyyy-MM") is { } month) return PublishedDate.InMonth(month.Year, month.Month, DateSource.Correction, null);
        if (At(typed, "yyyy-MM-dd") is { } day) return PublishedDate.OnDay(DateOnly.FromDateTime(day), DateSource.Correction, null);
        if ((At(typed, "yyyy-MM-dd HH:mm") ?? At(typed, "yyyy-MM-ddTHH:mmZ")) is { } minute)
            return new PublishedDate(minute, DateOnly.FromDateTime(minute), DatePrecision.Minute, DateSource.Correction, null);
        return At(typed, "yyyy-MM-ddTHH:mm:ssZ") is { } second
            ? new PublishedDate(second, DateOnly.FromDateTime(second), DatePrecision.Second, DateSource.Correction, null)
            : null;
    }

    static DateTime? At(string text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
