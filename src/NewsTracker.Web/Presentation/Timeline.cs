using System.Globalization;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A bar of a timeline, in the drawing's own units.</summary>
/// <param name="Label">Its period: <c>17 Jan 2020</c>, <c>July 2020</c>, <c>Jul–Sep 2020</c>, <c>2020</c>.</param>
/// <param name="From">First day, month or year as the address bar writes it.</param>
/// <param name="To">The last one.</param>
/// <param name="Count">Articles.</param>
/// <param name="Outside">True where the filter's dates leave it out.</param>
/// <param name="X">Left edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height; 0 for none.</param>
sealed record TimelineBar(string Label, DateBound From, DateBound To, int Count, bool Outside, double X, double Width, double Height);

/// <summary>
/// Articles over time: by day up to three months, by month up to three years, by quarter up to twelve, else by year. It spans what there is;
/// where both ends are asked for, the time asked for with a year on either side.
/// </summary>
/// <param name="Unit">What a bar stands for: <c>day</c>, <c>month</c>, <c>quarter</c>, <c>year</c>.</param>
/// <param name="Bars">In order, none left out.</param>
/// <param name="Labels">What stands below, evenly: years, or months below days; null where there is no room for it.</param>
/// <param name="NotShown">What has no place on it: <c>1 dated to the year, 2 undated</c>; null where all have one.</param>
sealed record Timeline(string Unit, IReadOnlyList<TimelineBar> Bars, IReadOnlyList<string?> Labels, string? NotShown)
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 720;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 72;

    const int MostYears = 100;
    const int MostYearLabels = 7;
    const double LeastHeight = 2;

    // A single article must not look like a wave: the scale never ends below four.
    const double LeastScale = 4;
    const double Gap = 2;

    /// <summary>Articles of the highest bar.</summary>
    public int Most => Bars.Max(bar => bar.Count);

    /// <summary>Draws the months, or the days where the time is short; null where fewer than two articles have a month.</summary>
    /// <param name="months">In order of time.</param>
    /// <param name="undated">Articles without a date.</param>
    /// <param name="imprecise">Articles dated to the year.</param>
    /// <param name="filter">Whose dates grey out what lies outside; null where there is none.</param>
    /// <param name="days">The same day by day; null where a day is too small a measure.</param>
    public static Timeline? Of(IReadOnlyList<MonthCount> months, int undated, int imprecise, ArticleFilter? filter = null, DayCounts? days = null)
    {
        var all = months.Sum(month => month.Count);
        if (all < 2) return null;
        return days is null ? ByMonths(months, all, filter, Imprecise(imprecise, undated)) : ByDays(days, all, filter, Imprecise(imprecise, undated));
    }

    static Timeline ByDays(DayCounts days, int all, ArticleFilter? filter, IReadOnlyList<string> imprecise)
    {
        var counts = new int[days.Last.DayNumber - days.First.DayNumber + 1];
        foreach (var day in days.Days) counts[day.Day.DayNumber - days.First.DayNumber] = day.Count;
        var labels = DayLabels(days);
        var elsewhere = all - counts.Sum() - days.MonthOnly;
        return new Timeline("day", Draw(counts, index => TimelinePeriod.Day(days.First.AddDays(index)), filter), labels, Missing(
        [
            elsewhere > 0 ? $"{Counted.Number(elsewhere)} outside {(days.First.AddMonths(1) > days.Last ? "this month" : "these months")}" : "",
            days.MonthOnly > 0 ? $"{Counted.Number(days.MonthOnly)} dated to the month" : "",
            .. imprecise,
        ]));
    }

    static Timeline ByMonths(IReadOnlyList<MonthCount> months, int all, ArticleFilter? filter, IReadOnlyList<string> imprecise)
    {
        var (firstYear, lastYear, asked) = Years(months, filter);
        var years = lastYear - firstYear + 1;
        var (unit, step) = years switch { <= 3 => ("month", 1), <= 12 => ("quarter", 3), _ => ("year", 12) };
        var counts = new int[years * 12 / step];
        foreach (var month in months.Where(month => month.Year >= firstYear && month.Year <= lastYear))
            counts[((month.Year - firstYear) * 12 + month.Month - 1) / step] += month.Count;
        var start = new DateOnly(firstYear, 1, 1);
        var elsewhere = all - counts.Sum();
        var where = asked ? "outside these years" : $"before {firstYear.ToString(CultureInfo.InvariantCulture)}";
        return new Timeline(
            unit, Draw(counts, index => TimelinePeriod.Months(start.AddMonths(index * step), step), filter), YearLabels(firstYear, years),
            Missing([elsewhere > 0 ? $"{Counted.Number(elsewhere)} {where}" : "", .. imprecise]));
    }

    /// <summary>The years to draw, and whether they follow what was asked for.</summary>
    static (int First, int Last, bool Asked) Years(IReadOnlyList<MonthCount> months, ArticleFilter? filter)
    {
        var last = months.Max(month => month.Year);
        var first = Math.Max(months.Min(month => month.Year), last - MostYears + 1);
        if (filter is not { From.First.Year: var from, To.Last.Year: var to } || from > to || from > last || to < first) return (first, last, false);
        return (Math.Max(first, from - 1), Math.Min(last, to + 1), true);
    }

    static List<TimelineBar> Draw(int[] counts, Func<int, TimelinePeriod> period, ArticleFilter? filter)
    {
        var slot = (double)Width / counts.Length;
        var highest = Math.Max(LeastScale, counts.Max());
        return
        [
            .. counts.Select((count, index) =>
            {
                var (label, from, to) = period(index);
                var outside = filter?.Undated == UndatedMode.Only || filter?.From?.First > to.Last || filter?.To?.Last < from.First;
                var height = count == 0 ? 0 : Math.Max(LeastHeight, Math.Round(count / highest * Height, 1));
                return new TimelineBar(label, from, to, count, outside, Math.Round(index * slot, 2), Math.Round(Math.Max(1, slot - Gap), 2), height);
            }),
        ];
    }

    // Under several months each month's name; under one the days that begin its thirds.
    static List<string?> DayLabels(DayCounts days)
    {
        List<string?> labels = [];
        for (var month = days.First; month < days.Last; month = month.AddMonths(1)) labels.Add(month.ToString("MMM yyyy", CultureInfo.InvariantCulture));
        return labels.Count > 1 ? labels : [labels[0], DateWords.DayOfYear(days.First.AddDays(10)), DateWords.DayOfYear(days.First.AddDays(20))];
    }

    static List<string?> YearLabels(int firstYear, int years)
    {
        var every = (years + MostYearLabels - 1) / MostYearLabels;
        return [.. Enumerable.Range(0, years).Select(index => index % every == 0 ? (firstYear + index).ToString(CultureInfo.InvariantCulture) : null)];
    }

    static List<string> Imprecise(int imprecise, int undated) =>
    [
        imprecise > 0 ? $"{Counted.Number(imprecise)} dated to the year" : "",
        undated > 0 ? $"{Counted.Number(undated)} undated" : "",
    ];

    static string? Missing(IReadOnlyList<string> parts) => parts.Any(part => part.Length > 0) ? string.Join(", ", parts.Where(part => part.Length > 0)) : null;
}

/// <summary>The time that a bar stands for.</summary>
/// <param name="Label">As people read it.</param>
/// <param name="From">Its start, as the address bar writes it.</param>
/// <param name="To">Its end.</param>
readonly record struct TimelinePeriod(string Label, DateBound From, DateBound To)
{
    /// <summary>One day.</summary>
    public static TimelinePeriod Day(DateOnly day)
    {
        var bound = new DateBound(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);
        return new TimelinePeriod(DateWords.Day(day), bound, bound);
    }

    /// <summary>A month, a quarter or a year.</summary>
    /// <param name="first">Its first day.</param>
    /// <param name="count">1, 3 or 12.</param>
    public static TimelinePeriod Months(DateOnly first, int count)
    {
        var last = first.AddMonths(count).AddDays(-1);
        var label = count switch
        {
            1 => first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            3 => string.Create(CultureInfo.InvariantCulture, $"{first:MMM}–{last:MMM yyyy}"),
            _ => first.ToString("yyyy", CultureInfo.InvariantCulture),
        };
        return new TimelinePeriod(label, Bound(first, count), Bound(last, count));
    }

    static DateBound Bound(DateOnly day, int months)
    {
        var first = new DateOnly(day.Year, months == 12 ? 1 : day.Month, 1);
        return months == 12
            ? new DateBound(day.ToString("yyyy", CultureInfo.InvariantCulture), first, new DateOnly(day.Year, 12, 31))
            : new DateBound(day.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1).AddDays(-1));
    }
}
