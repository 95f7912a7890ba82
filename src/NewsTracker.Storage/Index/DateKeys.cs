using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Index;

/// <summary>
/// Dates as numbers to sort by: day (22 bits), how coarse the date is (2 bits), seconds since year 1 (39 bits). Everything filters ask of a date
/// can be read from the number again.
/// </summary>
static class DateKeys
{
    /// <summary>The key of an article without a date, in both orders.</summary>
    public const long Undated = long.MaxValue;

    /// <summary>The day is not known, only the year.</summary>
    public const int YearOnly = 0;

    /// <summary>The day is not known, but the month.</summary>
    public const int MonthOnly = 1;

    const long Seconds = (1L << 39) - 1;

    /// <summary>A period stands where it starts, after everything that is known to have happened in it.</summary>
    public static long Newest(PublishedDate date) => Newest(date.At, date.Day, date.Precision);

    /// <summary>The same from the parts of a date.</summary>
    public static long Newest(DateTime? start, DateOnly? day, DatePrecision precision)
    {
        if (start is not { } at || precision == DatePrecision.Unknown) return Undated;
        return -Pack((day ?? DateOnly.FromDateTime(at)).DayNumber, Fineness(precision), at.Ticks / TimeSpan.TicksPerSecond);
    }

    /// <summary>From the newest-first key: a period stands where it ends, after everything that is known to have happened in it.</summary>
    public static long Oldest(long newest) =>
        newest == Undated ? Undated : Pack(LastDay(newest), 3 - FinenessOf(newest), -newest & Seconds);

    /// <summary>The first day of the period, as <see cref="DateOnly.DayNumber"/>.</summary>
    public static int FirstDay(long newest) => (int)(-newest >> 41);

    /// <summary>The last day of the period.</summary>
    public static int LastDay(long newest)
    {
        var fineness = FinenessOf(newest);
        if (fineness > MonthOnly) return FirstDay(newest);
        var first = DateOnly.FromDayNumber(FirstDay(newest));
        return fineness == YearOnly
            ? new DateOnly(first.Year, 12, 31).DayNumber
            : new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)).DayNumber;
    }

    /// <summary><see cref="YearOnly"/>, <see cref="MonthOnly"/>, 2 for a day, 3 for a time.</summary>
    public static int FinenessOf(long newest) => (int)(-newest >> 39) & 3;

    /// <summary>The least newest-first key of articles whose period starts on this day or earlier.</summary>
    public static long NewestOn(DateOnly day) => -(((long)day.DayNumber << 41) | (3L << 39) | Seconds);

    static long Pack(int day, long fineness, long seconds) => ((long)day << 41) | (fineness << 39) | seconds;

    static long Fineness(DatePrecision precision) => precision switch
    {
        DatePrecision.Second or DatePrecision.Minute => 3,
        DatePrecision.Day => 2,
        DatePrecision.Month => MonthOnly,
        _ => YearOnly,
    };
}
