using System.Globalization;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A bar of a timeline, in the drawing's own units.</summary>
/// <param name="Label">Its period: <c>July 2020</c>, <c>Jul–Sep 2020</c>, <c>2020</c>.</param>
/// <param name="From">First month as the address bar writes it.</param>
/// <param name="To">Last month.</param>
/// <param name="Count">Articles.</param>
/// <param name="Outside">True where the filter's dates leave it out.</param>
/// <param name="X">Left edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height; 0 for none.</param>
sealed record TimelineBar(string Label, DateBound From, DateBound To, int Count, bool Outside, double X, double Width, double Height);

/// <summary>Articles over time, in whole years from January to December: by month up to three years, by quarter up to twelve, else by year.</summary>
/// <param name="Unit">What a bar stands for: <c>month</c>, <c>quarter</c>, <c>year</c>.</param>
/// <param name="Bars">In order, none left out.</param>
/// <param name="Years">A label for each year; null where there is no room for it.</param>
/// <param name="NotShown">What has no place on it: <c>1 dated to the year, 2 undated</c>; null where all have one.</param>
sealed record Timeline(string Unit, IReadOnlyList<TimelineBar> Bars, IReadOnlyList<string?> Years, string? NotShown)
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

    /// <summary>Draws the months; null where fewer than two articles have one.</summary>
    /// <param name="months">In order of time.</param>
    /// <param name="undated">Articles without a date.</param>
    /// <param name="imprecise">Articles dated to the year.</param>
    /// <param name="filter">Whose dates grey out what lies outside; null where there is none.</param>
    public static Timeline? Of(IReadOnlyList<MonthCount> months, int undated, int imprecise, ArticleFilter? filter = null)
    {
        if (months.Sum(month => month.Count) < 2) return null;
        var lastYear = months.Max(month => month.Year);
        var firstYear = Math.Max(months.Min(month => month.Year), lastYear - MostYears + 1);
        var years = lastYear - firstYear + 1;
        var (unit, step) = years switch { <= 3 => ("month", 1), <= 12 => ("quarter", 3), _ => ("year", 12) };
        var counts = new int[years * 12 / step];
        foreach (var month in months.Where(month => month.Year >= firstYear)) counts[((month.Year - firstYear) * 12 + month.Month - 1) / step] += month.Count;
        return new Timeline(
            unit, Draw(counts, new DateOnly(firstYear, 1, 1), step, filter), Labels(firstYear, years),
            Missing(months.Where(month => month.Year < firstYear).Sum(month => month.Count), firstYear, imprecise, undated));
    }

    static List<TimelineBar> Draw(int[] counts, DateOnly start, int step, ArticleFilter? filter)
    {
        var slot = (double)Width / counts.Length;
        var highest = Math.Max(LeastScale, counts.Max());
        return
        [
            .. counts.Select((count, index) =>
            {
                var first = start.AddMonths(index * step);
                var last = first.AddMonths(step).AddDays(-1);
                var outside = filter?.Undated == UndatedMode.Only || filter?.From?.First > last || filter?.To?.Last < first;
                var height = count == 0 ? 0 : Math.Max(LeastHeight, Math.Round(count / highest * Height, 1));
                return new TimelineBar(
                    Label(first, last, step), Bound(first, step), Bound(last, step), count, outside, Math.Round(index * slot, 2), Math.Round(Math.Max(1, slot - Gap), 2), height);
            }),
        ];
    }

    static string Label(DateOnly first, DateOnly last, int step) => step switch
    {
        1 => first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        3 => string.Create(CultureInfo.InvariantCulture, $"{first:MMM}–{last:MMM yyyy}"),
        _ => first.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    static DateBound Bound(DateOnly day, int step)
    {
        var first = new DateOnly(day.Year, step == 12 ? 1 : day.Month, 1);
        return step == 12
            ? new DateBound(day.ToString("yyyy", CultureInfo.InvariantCulture), first, new DateOnly(day.Year, 12, 31))
            : new DateBound(day.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));
    }

    static List<string?> Labels(int firstYear, int years)
    {
        var every = (years + MostYearLabels - 1) / MostYearLabels;
        return [.. Enumerable.Range(0, years).Select(index => index % every == 0 ? (firstYear + index).ToString(CultureInfo.InvariantCulture) : null)];
    }

    static string? Missing(int earlier, int firstYear, int imprecise, int undated)
    {
        List<string> parts = [];
        if (earlier > 0) parts.Add($"{Counted.Number(earlier)} before {firstYear.ToString(CultureInfo.InvariantCulture)}");
        if (imprecise > 0) parts.Add($"{Counted.Number(imprecise)} dated to the year");
        if (undated > 0) parts.Add($"{Counted.Number(undated)} undated");
        return parts.Count > 0 ? string.Join(", ", parts) : null;
    }
}
