using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>
/// Lines that are there to tell when: a date, perhaps with a label, a time, a section or a byline, and nothing to read. A sentence with a date in it is
/// none, whatever verb it has: “The school created the database on 3 October 2018” tells of an event.
/// </summary>
public static partial class DateLine
{
    /// <summary>Words beside the date, beyond which a line has something else to say.</summary>
    const int MostOtherWords = 7;

    /// <summary>Longer lines list several things, among them bylines of whole teams.</summary>
    const int Longest = 160;

    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What stands in small letters between a label and its date, and beside them; anything else but a name makes a line tell something.</summary>
    static readonly FrozenSet<string> LabelWords = FrozenSet.ToFrozenSet(
        ("first originally last date dates dated published posted updated modified revised created issued released on at in by from and of am pm time timezone zone local print online web "
        + "edition publication release day days hour hours minute minutes min mins read ago utc gmt staff senior contributing writer reporter editor correspondent contributor").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that open sentences with a capital and are no name.</summary>
    static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet("the a an it its he his she her they their this that these those we our i you there".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a line only tells a date, or what should be one.</summary>
    /// <param name="line">The line.</param>
    public static bool IsDateLine(ScrapeLine line) => DayOf(line) is not null || Doubtful(line) is not null;

    /// <summary>The day that such a line tells, the one after “published” first.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Null where the line is none of these.</returns>
    public static WrittenDate? DayOf(ScrapeLine line)
    {
        if (IsTooMuch(line)) return null;
        var dates = DaysIn(line.Dated);
        if (dates.Count == 0) return null;
        if (Labelled(line.Dated, dates) is { } labelled && (!line.IsProse || IsNotice(line.Dated, dates))) return labelled;
        return !line.IsProse && OtherWords(line.Dated, dates.Select(date => date.Text)) <= MostOtherWords ? dates[0] : null;
    }

    /// <summary>What such a line has in place of a day, where nobody can be sure which one it means.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The words with the days that they may mean; null where a day can be read, or nothing looks like one.</returns>
    public static (string Written, IReadOnlyList<DateOnly> Readings)? Doubtful(ScrapeLine line) =>
        !IsTooMuch(line) && !line.IsProse && DaysIn(line.Dated).Count == 0 && DateText.Unread(line.Dated) is { } unread && OtherWords(line.Dated, [unread.Written]) <= MostOtherWords
            ? unread
            : null;

    /// <summary>Whether the line says that this is the day of publication.</summary>
    /// <param name="line">The line.</param>
    public static bool SaysPublished(ScrapeLine line) => line.Text.Length <= Longest && Labelled(line.Dated, DaysIn(line.Dated)) is not null;

    /// <summary>Whether it tells of a later change only.</summary>
    /// <param name="line">The line.</param>
    public static bool SaysOnlyUpdated(ScrapeLine line) => !SaysPublished(line) && Updated().IsMatch(line.Dated);

    /// <summary>Whether nothing but the date, and perhaps its weekday, stands there.</summary>
    /// <param name="line">The line.</param>
    public static bool IsBare(ScrapeLine line) => line.Text.Length <= Longest && OtherWords(line.Dated, DateText.Find(line.Dated).Select(date => date.Text)) == 0 && !Clock().IsMatch(line.Dated);

    static bool IsTooMuch(ScrapeLine line) => line.Text.Length > Longest || line.Dated.Contains("://", StringComparison.Ordinal) || HasClauses(line.Dated);

    /// <summary>Chinese and Japanese set no spaces, so that a clause counts as a word; but labels have no comma.</summary>
    static bool HasClauses(string text) => text.AsSpan().IndexOfAny('，', '、') >= 0;

    static List<WrittenDate> DaysIn(string text) => [.. DateText.Find(text).Where(date => date.Day is not null)];

    /// <summary>
    /// The day behind “published”, where only label words and names lead up to it: “Ann Lee, first published on Monday, 3 May 2021”; or before it, where
    /// nothing else stands in the line: “3 May 2021, posted by Ann Lee in Schools”.
    /// </summary>
    static WrittenDate? Labelled(string text, List<WrittenDate> dates)
    {
        var start = Self().Match(text).Length;
        foreach (Match label in Label().Matches(text))
        {
            var end = label.Index + label.Length;
            if (dates.Find(date => date.Index >= end) is not { } day) return Leads(text[start..], dates) ? dates.FirstOrDefault() : null;
            if (label.Index >= start && Leads(text[start..label.Index], dates) && Leads(text[end..day.Index], dates)) return day;
        }

        return null;
    }

    /// <summary>Whether a sentence is a notice about itself: “Published on 4 March 2021 by Ann Lee.” has beside its date nothing but label words and names.</summary>
    static bool IsNotice(string text, List<WrittenDate> dates)
    {
        var rest = text[Self().Match(text).Length..];
        return OtherWordsOf(rest, dates.Select(date => date.Text)) is [var first, ..] && LabelWords.Contains(first.Value) && Leads(rest, dates);
    }

    static bool Leads(string part, List<WrittenDate> dates) =>
        OtherWordsOf(part, dates.Select(date => date.Text)).All(word => LabelWords.Contains(word.Value) || (char.IsUpper(word.Value[0]) && !Openers.Contains(word.Value)));

    static int OtherWords(string text, IEnumerable<string> dates) => OtherWordsOf(text, dates).Sum(word => Math.Max(1, word.Value.Count(IsIdeograph) / 2));

    static IReadOnlyList<Match> OtherWordsOf(string text, IEnumerable<string> dates)
    {
        var rest = dates.Aggregate(text, (left, date) => left.Replace(date, " ", StringComparison.Ordinal));
        return [.. Words().Matches(Weekday().Replace(Clock().Replace(rest, " "), " ")).Cast<Match>()];
    }

    static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u9fff';

    [GeneratedRegex(@"\b(published|posted|date|created|issued)\b", Options)]
    private static partial Regex Label();

    /// <summary>How a notice names its own article.</summary>
    [GeneratedRegex(@"^((a version of )?this (article|story|post|page|piece|report|interview|press release|version) (was|is|has been)\b)?", Options)]
    private static partial Regex Self();

    [GeneratedRegex(@"\b(updated|modified|revised|last changed)\b", Options)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b[0-9]{1,2}[:.][0-9]{2}(:[0-9]{2})?( ?[ap]\.?m\b\.?)?( ?\(?(utc|gmt|bst|cet|cest|ist|sgt|hkt|jst|e[ds]?t|p[ds]?t|c[ds]t|m[ds]t)\b\)?)?", Options)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\b,?", Options)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\p{L}[\p{L}’'-]*", Options)]
    private static partial Regex Words();
}
