using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A word-sized chart: one bar a year, all on the same years.</summary>
/// <param name="Words">The same in words, for those who do not see it.</param>
/// <param name="Heights">One for each year, 0 to 1.</param>
sealed record Trend(string Words, IReadOnlyList<double> Heights)
{
    const int MostYears = 40;

    /// <summary>Draws months on the years of the whole.</summary>
    /// <param name="months">What to draw.</param>
    /// <param name="whole">Whose years to draw it on.</param>
    public static Trend Of(IReadOnlyList<MonthCount> months, IReadOnlyList<MonthCount> whole)
    {
        if (months.Count == 0 || whole.Count == 0) return new Trend("no month known", []);
        var last = whole.Max(month => month.Year);
        var first = Math.Max(whole.Min(month => month.Year), last - MostYears + 1);
        var years = months.Where(month => month.Year >= first).GroupBy(month => month.Year).ToDictionary(year => year.Key, year => year.Sum(month => month.Count));
        double highest = Math.Max(1, years.Values.DefaultIfEmpty().Max());
        return new Trend(
            string.Join(", ", years.OrderBy(year => year.Key).Select(year => $"{year.Key}: {year.Value}")),
            [.. Enumerable.Range(first, last - first + 1).Select(year => years.GetValueOrDefault(year) / highest)]);
    }
}
