using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class TimelineTests
{
    [Theory]
    [InlineData(2019, 2020, "month", 24)]
    [InlineData(2016, 2022, "quarter", 28)]
    [InlineData(1990, 2022, "year", 33)]
    [InlineData(1, 2022, "year", 100)]
    public void The_unit_follows_the_years_spanned(int first, int last, string unit, int bars)
    {
        var chart = Timeline.Of([new(first, 3, 2), new(last, 11, 5)], 0, 0);

        Assert.Equal(unit, chart?.Unit);
        Assert.Equal(bars, chart?.Bars.Count);
    }

    [Fact]
    public void What_has_no_place_on_it_is_said() =>
        Assert.Equal("7 before 1923, 1 dated to the year, 2 undated", Timeline.Of([new(1800, 1, 7), new(2022, 1, 1)], undated: 2, imprecise: 1)?.NotShown);

    [Fact]
    public void A_bar_leads_to_its_period_and_is_grey_outside_the_dates_asked_for()
    {
        var filter = ArticleFilter.Parse([KeyValuePair.Create("from", "2020")], null).Filter;
        var bars = Timeline.Of([new(2016, 8, 1), new(2022, 2, 4)], 0, 0, filter)!.Bars;

        Assert.Equal(("2016-07", "2016-09", true), (bars[2].From.Text, bars[2].To.Text, bars[2].Outside));
        Assert.Equal("Jul–Sep 2016", bars[2].Label);
        Assert.False(bars[^4].Outside);
        Assert.Equal(Timeline.Height, bars[^4].Height);
    }

    [Fact]
    public void One_article_is_no_timeline() => Assert.Null(Timeline.Of([new(2020, 1, 1)], 0, 0));
}
