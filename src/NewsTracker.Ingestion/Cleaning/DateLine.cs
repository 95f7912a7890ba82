using System.Text.RegularExpressions;
using NewsTracker.Ingestion.Tagging;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Lines that are there to tell when: a date, perhaps with a time, a section or a byline, and nothing to read.</summary>
public static partial class DateLine
{
    /// <summary>Words beside the date, beyond which a line has something else to say.</summary>
    const int MostOtherWords = 7;

    /// <summary>Longer lines list several things, among them bylines of whole teams.</summary>
    const int Longest = 160;

    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether a line only tells a date.</summary>
    /// <param name="line">The line.</param>
    public static bool IsDateLine(ScrapeLine line) => DayOf(line) is not null;

    /// <summary>The day that such a line tells, the one after “published” first.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Null where the line is none of these.</returns>
    public static WrittenDate? DayOf(ScrapeLine line)
    {
        if (line.Text.Length > Longest || line.Text.Contains("://", StringComparison.Ordinal)) return null;
        var dates = DateText.Find(line.Text).Where(date => date.Day is not null).ToList();
        if (dates.Count == 0) return null;
        if (SaysPublished(line) || OtherWords(line, dates) <= MostOtherWords && !line.IsProse) return Preferred(line, dates);
        return null;
    }

    /// <summary>Whether the line says that this is the day of publication.</summary>
    /// <param name="line">The line.</param>
    public static bool SaysPublished(ScrapeLine line) => Published().IsMatch(line.Text);

    /// <summary>Whether it tells of a later change only.</summary>
    /// <param name="line">The line.</param>
    public static bool SaysOnlyUpdated(ScrapeLine line) => !SaysPublished(line) && Updated().IsMatch(line.Text);

    /// <summary>Whether nothing but the date, and perhaps its weekday, stands there.</summary>
    /// <param name="line">The line.</param>
    public static bool IsBare(ScrapeLine line) => OtherWords(line, DateText.Find(line.Text)) == 0 && !Clock().IsMatch(line.Text);

    static WrittenDate Preferred(ScrapeLine line, List<WrittenDate> dates)
    {
        var said = Published().Match(line.Text);
        return said.Success && dates.Find(date => date.Index >= said.Groups["word"].Index) is { } after ? after : dates[0];
    }

    static int OtherWords(ScrapeLine line, IReadOnlyList<WrittenDate> dates)
    {
        var rest = dates.Aggregate(line.Text, (text, date) => text.Replace(date.Text, " ", StringComparison.Ordinal));
        return Words().Count(Weekday().Replace(Clock().Replace(rest, " "), " "));
    }

    [GeneratedRegex(@"^.{0,60}\b(?<word>published|posted|date|created|issued)\b", Options)]
    private static partial Regex Published();

    [GeneratedRegex(@"\b(updated|modified|revised|last changed)\b", Options)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b[0-9]{1,2}[:.][0-9]{2}(:[0-9]{2})?( ?[ap]\.?m\b\.?)?( ?\(?(utc|gmt|bst|cet|cest|ist|sgt|hkt|jst|e[ds]?t|p[ds]?t|c[ds]t|m[ds]t)\b\)?)?", Options)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\b,?", Options)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\p{L}[\p{L}’'-]*", Options)]
    private static partial Regex Words();
}
