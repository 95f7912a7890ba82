namespace NewsTracker.Ingestion;

/// <summary>How finely a moment is known.</summary>
public enum DatePrecision
{
    /// <summary>Not at all.</summary>
    Unknown,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The month.</summary>
    Month,

    /// <summary>The civil day.</summary>
    Day,

    /// <summary>The minute.</summary>
    Minute,

    /// <summary>The second.</summary>
    Second,
}

/// <summary>How a date of publication is known, the strongest first.</summary>
public enum DateSource
{
    /// <summary>A front-matter key.</summary>
    Declared,

    /// <summary>Markup of a saved page.</summary>
    Html,

    /// <summary>The web address.</summary>
    Address,

    /// <summary>The file's name.</summary>
    FileName,

    /// <summary>A dateline or a “published on” line.</summary>
    Text,

    /// <summary>An entry in another article's list.</summary>
    Related,

    /// <summary>Worked out from what the text tells; shown with “≈”, never as stated.</summary>
    Estimated,

    /// <summary>A person decided.</summary>
    Correction,
}

/// <summary>When an article was published, with precision, source and evidence.</summary>
/// <param name="At">UTC start of the period; null where unknown.</param>
/// <param name="Day">The publisher's civil day where stated, else the UTC day; null where less than a day is known.</param>
/// <param name="Precision">How finely it is known.</param>
/// <param name="Source">How it is known; null where unknown.</param>
/// <param name="Evidence">The words or markup that tell; null where declared.</param>
public sealed record PublishedDate(DateTime? At, DateOnly? Day, DatePrecision Precision, DateSource? Source, string? Evidence)
{
    /// <summary>No date.</summary>
    public static PublishedDate Unknown { get; } = new(null, null, DatePrecision.Unknown, null, null);

    /// <summary>An exact instant; exactly midnight UTC says only the day (see docs/formats.md).</summary>
    /// <param name="at">UTC.</param>
    /// <param name="source">How it is known.</param>
    /// <param name="evidence">The words or markup that tell.</param>
    public static PublishedDate Instant(DateTime at, DateSource source, string? evidence = null) =>
        new(at, DateOnly.FromDateTime(at), at.TimeOfDay == TimeSpan.Zero ? DatePrecision.Day : DatePrecision.Second, source, evidence);

    /// <summary>A civil day.</summary>
    /// <param name="day">The publisher's day.</param>
    /// <param name="source">How it is known.</param>
    /// <param name="evidence">The words or markup that tell.</param>
    public static PublishedDate OnDay(DateOnly day, DateSource source, string? evidence) =>
        new(StartOf(day), day, DatePrecision.Day, source, evidence);

    /// <summary>A month.</summary>
    /// <param name="year">Year, Gregorian.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="source">How it is known.</param>
    /// <param name="evidence">The words or markup that tell.</param>
    public static PublishedDate InMonth(int year, int month, DateSource source, string? evidence) =>
        new(StartOf(new DateOnly(year, month, 1)), null, DatePrecision.Month, source, evidence);

    /// <summary>A year.</summary>
    /// <param name="year">Gregorian.</param>
    /// <param name="source">How it is known.</param>
    /// <param name="evidence">The words or markup that tell.</param>
    public static PublishedDate InYear(int year, DateSource source, string? evidence) =>
        new(StartOf(new DateOnly(year, 1, 1)), null, DatePrecision.Year, source, evidence);

    /// <summary>First and last civil day of the period, both included; null where unknown.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public (DateOnly First, DateOnly Last)? Period
    {
        get
        {
            if (At is not { } at || Precision == DatePrecision.Unknown) return null;
            var first = Day ?? DateOnly.FromDateTime(at);
            return Precision switch
            {
                DatePrecision.Year => (first, new DateOnly(first.Year, 12, 31)),
                DatePrecision.Month => (first, new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month))),
                _ => (first, first),
            };
        }
    }

    static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
