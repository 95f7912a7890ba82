using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Dates;

/// <summary>Reads instants as markup writes them and keeps the publisher's own day.</summary>
public static partial class PageDate
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reads ISO 8601 with or without time and offset, and the written dates of <see cref="DateText"/>.</summary>
    /// <param name="written">An attribute's value or a short text.</param>
    /// <param name="evidence">Where it stood.</param>
    /// <returns>The date: the day as the offset states it, the instant in UTC; null where no single day can be read.</returns>
    public static PublishedDate? Read(string written, string evidence)
    {
        var iso = Iso().Match(written);
        if (iso.Success && Instant(iso, evidence) is { } instant) return instant;
        return DateText.Find(written) is [{ Civil: { } day }, ..] ? PublishedDate.OnDay(day, DateSource.Html, evidence) : null;
    }

    /// <summary>Whether an instant is written by the publisher's own clock: with an offset from UTC that is not nought.</summary>
    /// <param name="written">As markup writes it.</param>
    public static bool StatesOffset(string written) => Offset().IsMatch(written);

    static PublishedDate? Instant(Match iso, string evidence)
    {
        var zone = iso.Groups["zone"];
        var normal = $"{iso.Groups["day"].Value}T{iso.Groups["time"].Value}{zone.Value.ToUpperInvariant()}";
        if (!DateTimeOffset.TryParse(normal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || at.Year < DateText.FirstYear) return null;
        var day = DateOnly.FromDateTime(at.DateTime);
        if (!zone.Success || at.TimeOfDay == TimeSpan.Zero) return PublishedDate.OnDay(day, DateSource.Html, evidence);
        var precision = at is { Second: 0, Millisecond: 0 } ? DatePrecision.Minute : DatePrecision.Second;
        return new(at.UtcDateTime, day, precision, DateSource.Html, evidence);
    }

    [GeneratedRegex(@"[0-9][+-](0[1-9]|1[0-4]|00:?[1-9][0-9]):?[0-9]{0,2}\s*$", Options)]
    private static partial Regex Offset();

    [GeneratedRegex(
        @"^\s*(?<day>(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})[T ](?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?)[0-9]* ?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?",
        Options)]
    private static partial Regex Iso();
}
