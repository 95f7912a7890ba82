namespace NewsTracker.Storage.Index;

/// <summary>The positions of one month.</summary>
/// <param name="Month">Counted from year 0.</param>
/// <param name="From">Its first position.</param>
/// <param name="To">The position after its last.</param>
readonly record struct MonthSpan(int Month, int From, int To)
{
    /// <summary>Cuts dated articles into months.</summary>
    /// <param name="newest">Latest first.</param>
    public static IReadOnlyList<MonthSpan> Of(ReadOnlySpan<IndexedArticle> newest)
    {
        List<MonthSpan> months = [];
        for (var from = 0; from < newest.Length;)
        {
            var day = DateOnly.FromDayNumber(DateKeys.FirstDay(newest[from].Newest));
            var before = new DateOnly(day.Year, day.Month, 1).DayNumber;
            var to = from + 1;
            while (to < newest.Length && DateKeys.FirstDay(newest[to].Newest) >= before) to++;
            months.Add(new MonthSpan((day.Year * 12) + day.Month - 1, from, to));
            from = to;
        }

        return months;
    }
}
