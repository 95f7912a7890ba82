using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class TrendTests
{
    [Theory]
    [InlineData(2026, 2026)]
    [InlineData(2026, 2031)]
    [InlineData(2015, 2026)]
    [InlineData(1980, 2026)]
    public void The_first_and_the_last_year_stand_equally_far_from_the_ends_of_the_line(int first, int last)
    {
        YearCount[] years = [.. Enumerable.Range(first, last - first + 1).Select(year => new YearCount(year, 1))];

        var bars = Trend.Of(years, years, new ArticleFilter()).Bars;

        Assert.Equal(last, bars[^1].Year);
        Assert.Equal(bars[0].X, Trend.Width - bars[^1].X - bars[^1].Width, 1);
        Assert.InRange(bars[0].X, 0, (double)Trend.Width / 2 / bars.Count);
    }
}
