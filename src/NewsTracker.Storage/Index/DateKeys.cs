using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Index;

/// <summary>
/// Dates as numbers to sort by: day (22 bits), how coarse the date is (2 bits), seconds since year 1 (39 bits).
/// </summary>
static class DateKeys
{
    const long Undated = long.MaxValue;

    /// <summary>A period stands where it starts, after everything that is known to have happened in it.</summary>
    public static long Newest(PublishedDate date) =>
        date.Period is { } period ? -Pack(period.First, Fineness(date.Precision), date) : Undated;

    /// <summary>A period stands where it ends, after everything that is known to have happened in it.</summary>
    public static long Oldest(PublishedDate date) =>
        date.Period is { } period ? Pack(period.Last, 3 - Fineness(date.Precision), date) : Undated;

    static long Pack(DateOnly day, long fineness, PublishedDate date) =>
        ((long)day.DayNumber << 41) | (fineness << 39) | (date.At.GetValueOrDefault().Ticks / TimeSpan.TicksPerSecond);

    static long Fineness(DatePrecision precision) => precision switch
    {
        DatePrecision.Second or DatePrecision.Minute => 3,
        DatePrecision.Day => 2,
        DatePrecision.Month => 1,
        _ => 0,
    };
}
