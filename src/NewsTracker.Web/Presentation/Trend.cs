using System.Globalization;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>One year of a trend, in the drawing's own units.</summary>
/// <param name="Year">Gregorian.</param>
/// <param name="Count">Articles.</param>
/// <param name="X">Left edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
readonly record struct TrendBar(int Year, int Count, double X, double Width, double Height)
{
    /// <summary>Its period as the address bar writes it.</summary>
    public DateBound Bound => new(Year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
}

/// <summary>A word-sized chart: one bar a year, all on the same years.</summary>
/// <param name="Words">The same in words, for those who do not see it.</param>
/// <param name="Bars">Years that have articles, in order.</param>
/// <param name="Href">Where a year's bar leads.</param>
sealed record Trend(string Words, IReadOnlyList<TrendBar> Bars, Func<DateBound, string> Href)
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 96;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 18;

    const int MostYears = 40;
    const double WidestBar = 10;
    const double Gap = 2;
    const double LeastHeight = 2;

    /// <summary>Draws years on the years of the whole.</summary>
    /// <param name="years">What to draw.</param>
    /// <param name="whole">Whose years to draw it on.</param>
    /// <param name="filter">What a bar's link narrows to its year.</param>
    public static Trend Of(IReadOnlyList<YearCount> years, IReadOnlyList<YearCount> whole, ArticleFilter filter)
    {
        string Href(DateBound year) => PageAddress.List(filter.WithDates(year, year));
        if (years.Count == 0 || whole.Count == 0) return new Trend("all undated", [], Href);
        var last = whole[^1].Year;
        var first = Math.Max(whole[0].Year, last - MostYears + 1);
        // The years share the whole line, so that its end is the last year; a few stay word-sized strokes, each in the middle of its share.
        var slot = (double)Width / (last - first + 1);
        var bar = Math.Clamp(slot - Gap, 1, WidestBar);
        double highest = years.Max(year => year.Count);
        return new Trend(
            string.Join(", ", years.Select(year => $"{year.Year}: {Counted.Number(year.Count)}")),
            [
                .. years.Where(year => year.Year >= first).Select(year => new TrendBar(
                    year.Year, year.Count, Math.Round(((year.Year - first) * slot) + ((slot - bar) / 2), 2), Math.Round(bar, 2),
                    Math.Max(LeastHeight, Math.Round(year.Count / highest * Height, 1)))),
            ],
            Href);
    }
}
