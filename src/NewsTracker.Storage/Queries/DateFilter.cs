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
        // No period is longer than a year: only one that starts in the last can reach beyond the end.
        var (_, yearBack) = Starting(index, YearBefore(_last), _last);
        var late = Coarse(index, from, Math.Min(to, yearBack)).Where(position => DateKeys.LastDay(index.NewestAt(position)) > _last.DayNumber);
        var passing = PositionSet.Range(index.Count, from, to).Without(PositionSet.OfSorted(index.Count, [.. late.Order()]));
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
            AtEdges(index).Count(position => others.Contains(position) && OverlapsPartly(index.NewestAt(position))));
    }

    bool OverlapsPartly(long newest)
    {
        var (first, last) = (DateKeys.FirstDay(newest), DateKeys.LastDay(newest));
        return first <= _last.DayNumber && last >= _first.DayNumber && (first < _first.DayNumber || last > _last.DayNumber);
    }

    // No period is longer than a year, so one that lies partly inside starts at most a year before the first or the last day.
    IEnumerable<int> AtEdges(ArticleIndex index)
    {
        var (last, first) = (Starting(index, YearBefore(_last), _last), Starting(index, YearBefore(_first), _first));
        return Coarse(index, last.From, last.To).Concat(Coarse(index, Math.Max(first.From, last.To), first.To));
    }

    // Where the articles stand whose period starts from one day to another; the latest stand first.
    static (int From, int To) Starting(ArticleIndex index, DateOnly first, DateOnly last)
    {
        var from = index.FirstOn(last);
        return (from, Math.Max(from, first == DateOnly.MinValue ? index.Dated : index.FirstOn(first.AddDays(-1))));
    }

    static DateOnly YearBefore(DateOnly day) => day.Year > 1 ? day.AddYears(-1) : DateOnly.MinValue;

    // Only periods of more than a day can lie partly inside.
    static IEnumerable<int> Coarse(ArticleIndex index, int from, int to)
    {
        foreach (var coarse in (PositionSet[])[index.Sets.YearOnly, index.Sets.MonthOnly])
            for (var position = coarse.Next(from); position >= 0 && position < to; position = coarse.Next(position + 1))
                yield return position;
    }
}
