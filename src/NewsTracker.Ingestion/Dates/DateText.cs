using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Dates;

/// <summary>A date as a text writes it.</summary>
/// <param name="Year">Gregorian.</param>
/// <param name="Month">1 to 12; null where only the year is written.</param>
/// <param name="Day">1 to 31, valid for its month; null where only the month is written.</param>
/// <param name="Index">Where it starts in the text.</param>
/// <param name="Text">As written.</param>
public sealed record WrittenDate(int Year, int? Month, int? Day, int Index, string Text)
{
    /// <summary>The civil day; null where less is known.</summary>
    public DateOnly? Civil => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>The date as a publication date, as fine as it is written.</summary>
    /// <param name="source">How it is known.</param>
    /// <param name="evidence">The words that tell.</param>
    public PublishedDate Publish(DateSource source, string evidence) =>
        Civil is { } day ? PublishedDate.OnDay(day, source, evidence)
        : Month is { } month ? PublishedDate.InMonth(Year, month, source, evidence)
        : PublishedDate.InYear(Year, source, evidence);
}

/// <summary>
/// Reads dates out of text: English month names, year-month-day, the signs of Chinese, Japanese and Korean, and numbers only where day and month cannot be mistaken for each other.
/// Years from 1990 to 2099: the web's own time.
/// </summary>
public static partial class DateText
{
    /// <summary>The earliest year taken for one of publication.</summary>
    public const int FirstYear = 1990;

    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    const string Month = @"(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";

    const string Year = @"(?<year>199[0-9]|20[0-9][0-9])";

    /// <summary>A clock time may be glued to the year: “Nov 20 20194:29 AM”.</summary>
    const string End = @"([0-9]{1,2}:[0-9][0-9]|\b)";

    /// <summary>Finds every date of at least month precision, in the order of the text.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<WrittenDate> Find(string text)
    {
        // In the order of the text, those of the patterns so far: one pattern's own never overlap.
        List<WrittenDate> found = [];
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), EastAsian(), MonthFirst(), DayFirst(), Numbers(), MonthOnly()])
        {
            var further = pattern.Matches(text).Where(match => !IsTaken(found, match)).Select(Read).OfType<WrittenDate>().ToList();
            if (further.Count > 0) found = [.. found.Concat(further).OrderBy(date => date.Index)];
        }

        return found;
    }

    /// <summary>The first thing written like a day that is none, or might be two: “31 February 2021”, “07/10/2020”.</summary>
    /// <param name="text">A text in which <see cref="Find"/> sees no day.</param>
    /// <returns>What is written there, and the days that it may mean; null where nothing looks like a day.</returns>
    public static (string Written, IReadOnlyList<DateOnly> Readings)? Unread(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), EastAsian(), MonthFirst(), DayFirst(), Numbers()])
            if (pattern.Match(text) is { Success: true } match) return (match.Value, Readings(match));
        return null;
    }

    static IReadOnlyList<DateOnly> Readings(Match match)
    {
        if (!match.Groups["first"].Success) return [];
        var (year, first, second) = (Number(match.Groups["year"]), Number(match.Groups["first"]), Number(match.Groups["second"]));
        return first is >= 1 and <= 12 && second is >= 1 and <= 12 ? [new(year, second, first), new(year, first, second)] : [];
    }

    /// <summary>Every year that a text names, in its order.</summary>
    /// <param name="text">Any text.</param>
    public static IEnumerable<int> YearsIn(string text) => Years().Matches(text).Select(match => Number(match.Groups["year"]));

    // Of dates that start before its end, only the last can reach into it.
    static bool IsTaken(List<WrittenDate> found, Match match) =>
        Ordered.First(found, match.Index + match.Length, static date => date.Index) is > 0 and var next && found[next - 1].Index + found[next - 1].Text.Length > match.Index;

    static WrittenDate? Read(Match match)
    {
        var year = Number(match.Groups["year"]);
        if (match.Groups["first"] is { Success: true } first) return Unmistakable(match, year, Number(first), Number(match.Groups["second"]));
        var month = match.Groups["month"] is { Success: true } name ? MonthNumber(name.Value) : Number(match.Groups["number"]);
        if (month is < 1 or > 12) return null;
        if (match.Groups["day"] is not { Success: true } written) return new(year, month, null, match.Index, match.Value);
        var day = Number(written);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day, match.Index, match.Value) : null;
    }

    /// <summary>Day and month as numbers: taken where one of them can only be the day, or both are the same.</summary>
    static WrittenDate? Unmistakable(Match match, int year, int first, int second)
    {
        var (day, month) = first > 12 || first == second ? (first, second) : (second, first);
        if (day <= 12 && day != month) return null;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day, match.Index, match.Value)
            : null;
    }

    static int MonthNumber(string name) =>
        "jan feb mar apr may jun jul aug sep oct nov dec".IndexOf(name[..3], StringComparison.OrdinalIgnoreCase) / 4 + 1;

    static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b" + Year + @"[-/.](?<number>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})(T[0-9][0-9]:[0-9][0-9]|\b)", Options)]
    private static partial Regex YearFirst();

    /// <summary>“2020年7月3日”, “2020년 7월 3일”: no word ends there, because the sign goes on with it.</summary>
    [GeneratedRegex(Year + @"\s?[年년]\s?(?<number>[0-9]{1,2})\s?[月월]\s?(?<day>[0-9]{1,2})\s?[日일]", Options)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"\b" + Month + @"\s*(?<day>[0-3]?[0-9])(st|nd|rd|th)?,?\s*" + Year + End, Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(?<day>[0-3]?[0-9])(st|nd|rd|th)?( of)?[\s-]*" + Month + @",?[\s-]*" + Year + End, Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<first>[0-9]{1,2})[/.-](?<second>[0-9]{1,2})[/.-]" + Year + End, Options)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b" + Month + @",?( of)?\s+" + Year + @"\b", Options)]
    private static partial Regex MonthOnly();

    [GeneratedRegex(@"\b" + Year + @"\b", Options)]
    private static partial Regex Years();
}
