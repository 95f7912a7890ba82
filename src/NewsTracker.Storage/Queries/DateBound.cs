using System.Globalization;

namespace NewsTracker.Storage.Queries;

/// <summary>A date as a person typed it, and the days it covers.</summary>
/// <param name="Text"><c>2020</c>, <c>2020-07</c> or <c>2020-07-31</c>.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record DateBound(string Text, DateOnly First, DateOnly Last)
{
    /// <summary>Reads a year, a month or a day.</summary>
    /// <param name="text">As typed.</param>
    /// <returns>Null where it is none of the three.</returns>
    public static DateBound? Parse(string text)
    {
        if (Read(text, "yyyy") is { } year) return new(text, year, new DateOnly(year.Year, 12, 31));
        if (Read(text, "yyyy-MM") is { } month)
            return new(text, month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        return Read(text, "yyyy-MM-dd") is { } day ? new(text, day, day) : null;
    }

    static DateOnly? Read(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
