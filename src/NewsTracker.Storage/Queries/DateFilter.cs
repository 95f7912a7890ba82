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

    /// <summary>A period passes where the whole of it lies inside.</summary>
    public bool Holds(IndexedArticle article) => article.Period is { } period
        ? _undated != UndatedMode.Only && period.First >= _first && period.Last <= _last
        : _undated != UndatedMode.Exclude;

    /// <summary>Counts what only the date keeps out.</summary>
    /// <param name="others">Articles that match everything else.</param>
    public LeftOut Among(IEnumerable<IndexedArticle> others)
    {
        var (undated, overlapping) = (0, 0);
        foreach (var article in others.Where(article => !Holds(article)))
        {
            if (article.Period is not { } period) undated += _undated == UndatedMode.Exclude ? 1 : 0;
            else if (_undated != UndatedMode.Only && period.First <= _last && period.Last >= _first) overlapping++;
        }

        return new LeftOut(undated, overlapping);
    }
}
