using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>Dates as people read them: English month names, and never more precision than is known.</summary>
static class DateWords
{
    /// <summary><c>31 Jul 2020</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>31 Jul</c>, for a day whose year is clear from what stands beside it.</summary>
    public static string DayOfYear(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary><c>23 Nov 2026, 04:10 UTC</c>.</summary>
    /// <param name="instant">UTC.</param>
    public static string Instant(DateTime instant) => instant.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339, for <c>datetime</c> attributes.</summary>
    /// <param name="instant">UTC.</param>
    public static string Machine(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A date in the form it deserves: <c>31 Jul 2020</c>, <c>≈ July 2018</c>, <c>2020</c>, <c>undated</c>.</summary>
    public static string Published(PublishedDate date)
    {
        if (date.Period is not { First: var first }) return "undated";
        var words = date.Precision switch
        {
            DatePrecision.Year => first.ToString("yyyy", CultureInfo.InvariantCulture),
            DatePrecision.Month => Month(first),
            _ => Day(first),
        };
        return date.Source == DateSource.Estimated ? $"≈ {words}" : words;
    }

    /// <summary>The same with the time of day where it is known, for those who compare two: <c>2 May 2023, 09:30 UTC</c>.</summary>
    public static string Whole(PublishedDate date) => date switch
    {
        { Precision: DatePrecision.Second, At: { Second: > 0 } at } => at.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Second or DatePrecision.Minute, At: { } at } => Instant(at),
        _ => Published(date),
    };

    /// <summary>A date as it is typed and kept in words: <c>2023-05</c> is “May 2023”; null where it is none.</summary>
    /// <param name="typed">A year, a month, a day or an instant.</param>
    public static string? Typed(string typed)
    {
        if (DateBound.Parse(typed) is { } bound) return Bound(bound);
        string[] forms = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        return DateTime.TryParseExact(typed, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? Whole(new PublishedDate(at, null, DatePrecision.Second, null, null))
            : null;
    }

    /// <summary>The same for <c>datetime</c> attributes: an instant, a day, a month or a year; null where unknown.</summary>
    public static string? Machine(PublishedDate date) => date switch
    {
        { At: null } => null,
        { Precision: DatePrecision.Second or DatePrecision.Minute, At: { } at } => Machine(at),
        { Period.First: var first } => first.ToString(
            date.Precision switch { DatePrecision.Year => "yyyy", DatePrecision.Month => "yyyy-MM", _ => "yyyy-MM-dd" },
            CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>How a date is known, to follow it in a sentence: <c>estimated from “In July, 2018”</c>.</summary>
    public static string HowKnown(PublishedDate date)
    {
        var told = date.Source switch
        {
            DateSource.Declared => "declared by the file",
            DateSource.Html => "from the saved page’s markup",
            DateSource.Address => "from the web address",
            DateSource.FileName => "from the file’s name",
            DateSource.Text => "stated in the text",
            DateSource.Related => "from an entry in another article’s list",
            DateSource.Estimated => "estimated",
            DateSource.Correction => "corrected by a person",
            _ => "no date was found",
        };
        if (date.Evidence is not { Length: > 0 } shown) return told;
        // It can be the name of a file.
        var evidence = TextRepair.Visible(shown);
        return date.Source == DateSource.Estimated ? $"{told} from “{evidence}”" : $"{told}: “{evidence}”";
    }

    /// <summary>How finely a date is known: <c>to the day</c>; null where unknown.</summary>
    public static string? Precision(PublishedDate date) => date.Precision switch
    {
        DatePrecision.Unknown => null,
        var precision => $"to the {precision.ToString().ToLowerInvariant()}",
    };

    /// <summary>A bound as people read it: <c>2020</c>, <c>July 2020</c>, <c>31 Jul 2020</c>.</summary>
    public static string Bound(DateBound bound) => bound.Text.Length switch
    {
        4 => bound.Text,
        7 => Month(bound.First),
        _ => Day(bound.First),
    };

    /// <summary>What a date filter asks for: <c>2018–2020</c>, <c>since July 2018</c>, <c>until 2020</c>; null without one.</summary>
    public static string? Range(DateBound? from, DateBound? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } since, null) => $"since {Bound(since)}",
        (null, { } until) => $"until {Bound(until)}",
        var (since, until) when since.Text == until.Text => Bound(since),
        var (since, until) when since.Text.Length == 4 && until.Text.Length == 4 => $"{Bound(since)}–{Bound(until)}",
        var (since, until) => $"{Bound(since)} – {Bound(until)}",
    };

    /// <summary>The years that articles span: <c>2018–2022</c>, <c>2020</c>, <c>all undated</c>.</summary>
    public static string Years(DateOnly? first, DateOnly? last) => (first, last) switch
    {
        ({ Year: var from }, { Year: var to }) when from != to => string.Create(CultureInfo.InvariantCulture, $"{from}–{to}"),
        ({ Year: var year }, _) => year.ToString(CultureInfo.InvariantCulture),
        _ => "all undated",
    };

    static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
