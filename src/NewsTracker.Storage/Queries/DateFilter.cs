using NewsTracker.Storage.Index;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>What a filter asks of the date of publication, its own bounds and those inside the search text together.</summary>
sealed class DateFilter
{
    readonly DateOnly _first;
    readonly DateOnly _last;
    readonly UndatedMode _undated;

    public DateFilter(ArticleFilter filter, SearchQuery search)
    {
        IEnumerable<DateBound?> from = [filter.From, search.After];
        IEnumerable<DateBound?> to = [filter.To, search.Before];
        var asked = from.Concat(to).Any(bound => bound is not null);
        _first = from.Max(bound => bound?.First) ?? DateOnly.MinValue;
        _last = to.Min(bound => bound?.Last) ?? DateOnly.MaxValue;
        _undated = filter.Undated ?? (asked ? UndatedMode.Exclude : UndatedMode.Include);
        IsOpen = !asked && _undated == UndatedMode.Include;
    }

    /// <summary>True where every article passes.</summary>
    public bool IsOpen { get; }

    /// <summary>The articles that pass: a period does where the whole of it lies inside.</summary>
    public PositionSet Passing(ArticleIndex index)
    {
        var undated = PositionSet.Range(index.Count, index.Dated, index.Count);
        if (_undated == UndatedMode.Only) return undated;
        var (from, to) = Starting(index, _first, _last);
        var passing = PositionSet.Range(index.Count, from, to).Without(Around(index, _last));
        return _undated == UndatedMode.Include ? passing.Or(undated) : passing;
    }

    /// <summary>Counts what only the date keeps out.</summary>
    /// <param name="index">Whose articles.</param>
    /// <param name="others">Articles that match everything else.</param>
    public LeftOut Among(ArticleIndex index, PositionSet others)
    {
        if (_undated == UndatedMode.Only) return new LeftOut(0, 0);
        return new LeftOut(
            _undated == UndatedMode.Exclude ? others.CountIn(index.Dated, index.Count) : 0,
            // Before the first day of all there is nothing that could reach over it, and nothing reaches over the last.
            _first > _last ? 0 : others.CountOf(Around(index, _first.DayNumber > 0 ? _first.AddDays(-1) : DateOnly.MaxValue).Or(Around(index, _last))));
    }

    // The articles known by a month or a year alone, which goes on after this day: some of it lies before the edge, some behind.
    static PositionSet Around(ArticleIndex index, DateOnly day) => Reaching(index, index.Sets.YearOnly, new(day.Year, 1, 1), new(day.Year, 12, 31), day)
        .Or(Reaching(index, index.Sets.MonthOnly, new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)), day));

    static PositionSet Reaching(ArticleIndex index, PositionSet coarse, DateOnly start, DateOnly end, DateOnly day)
    {
        if (day == end) return PositionSet.None(index.Count);
        var (from, to) = Starting(index, start, day);
        return PositionSet.Range(index.Count, from, to).And(coarse);
    }

    // Where the articles stand whose period starts from one day to another; the latest stand first.
    static (int From, int To) Starting(ArticleIndex index, DateOnly first, DateOnly last)
    {
        var from = index.FirstOn(last);
        return (from, Math.Max(from, first == DateOnly.MinValue ? index.Dated : index.FirstOn(first.AddDays(-1))));
    }
}
