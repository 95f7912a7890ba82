using System.Globalization;

namespace NewsTracker.Ingestion.Dates;

/// <summary>A date that was told where dates of publication stand, and that nobody can be sure of.</summary>
/// <param name="Place">Who tells it, to open a sentence: “Line 5”, “The page’s markup (datePublished)”.</param>
/// <param name="Text">As written.</param>
/// <param name="Readings">The days it may mean; empty where it is no day of any calendar.</param>
/// <param name="Line">Line in the file, from 1; null where the format has none.</param>
public sealed record DoubtfulDate(string Place, string Text, IReadOnlyList<DateOnly> Readings, int? Line = null)
{
    /// <summary>Longer values are cut in the warning, in characters.</summary>
    const int LongestQuote = 60;

    /// <summary>Whether other evidence settles which day is meant.</summary>
    /// <param name="others">What else tells the date.</param>
    public bool IsSettledBy(IEnumerable<PublishedDate> others) => others.Any(other => other.Day is { } day && Readings.Contains(day));

    /// <summary>The doubt as a sentence.</summary>
    public Warning Warning => new(WarningCode.FieldLeftOut, $"{Place} says “{Quoted}”, {Why}; it was left out. If you know the day, correct it at the desk.", Line);

    string Quoted => Text.Length <= LongestQuote ? Text : $"{Text[..LongestQuote]}…";

    string Why => Readings is [var one, var other] ? $"which may be {Iso(one)} or {Iso(other)}" : "which cannot be read as a day";

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
