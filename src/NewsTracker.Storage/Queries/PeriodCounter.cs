using NewsTracker.Storage.Index;

namespace NewsTracker.Storage.Queries;

/// <summary>Counts articles by day and by year, each where a month would be the wrong measure.</summary>
static class PeriodCounter
{
    /// <summary>Months that still have room for a bar a day.</summary>
    const int MostMonths = 3;

    /// <summary>Articles per day; null where what is asked for, or else what there is, spans more than three months.</summary>
    /// <param name="index">The state of the data.</param>
    /// <param name="among">What to count.</param>
    /// <param name="months">The same by month, in order of time.</param>
    /// <param name="filter">Whose dates are asked for; null: none.</param>
    public static DayCounts? Days(ArticleIndex index, PositionSet among, IReadOnlyList<MonthCount> months, ArticleFilter? filter)
    {
        if (months.Count == 0) return null;
        var (first, last) = filter is { From.First: var from, To.Last: var to } && from <= to
            ? (MonthOf(from), MonthOf(to))
            : (months[0].Year * 12 + months[0].Month - 1, months[^1].Year * 12 + months[^1].Month - 1);
        if (last - first >= MostMonths) return null;
        var days = new SortedDictionary<int, int>();
        var monthOnly = 0;
        foreach (var month in index.Months.Where(month => month.Month >= first && month.Month <= last))
        {
            for (var position = among.Next(month.From); position >= 0 && position < month.To; position = among.Next(position + 1))
            {
                var key = index.NewestAt(position);
                var fineness = DateKeys.FinenessOf(key);
                if (fineness == DateKeys.MonthOnly) monthOnly++;
                else if (fineness > DateKeys.MonthOnly) days[DateKeys.FirstDay(key)] = days.GetValueOrDefault(DateKeys.FirstDay(key)) + 1;
            }
        }

        return new DayCounts(
            new DateOnly(first / 12, (first % 12) + 1, 1), new DateOnly(last / 12, (last % 12) + 1, 1).AddMonths(1).AddDays(-1),
            [.. days.Select(day => new DayCount(DateOnly.FromDayNumber(day.Key), day.Value))], monthOnly);
    }

    /// <summary>Articles per year, those of which only the year is known included.</summary>
    /// <param name="index">The state of the data.</param>
    /// <param name="among">What to count.</param>
    public static IReadOnlyList<YearCount> Years(ArticleIndex index, PositionSet among)
    {
        var years = new List<YearCount>();
        foreach (var month in index.Months)
        {
            if (among.CountIn(month.From, month.To) is not (> 0 and var count)) continue;
            // Latest first in the index, so a year's months follow each other.
            var year = month.Month / 12;
            if (years is [.., { Year: var last }] && last == year) years[^1] = new YearCount(year, years[^1].Count + count);
            else years.Add(new YearCount(year, count));
        }

        years.Reverse();
        return years;
    }

    static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;
}
