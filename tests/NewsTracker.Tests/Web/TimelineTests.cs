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

    [Theory]
    [InlineData("2015", "2017", "quarter", "2014", "2018")]
    [InlineData("2013", "2013", "month", "2013", "2014")]
    [InlineData("1990", "1991", "quarter", "2013", "2022")]
    public void A_time_that_is_asked_for_is_drawn_with_a_year_on_either_side(string from, string to, string unit, string first, string last)
    {
        var filter = ArticleFilter.Parse([KeyValuePair.Create("from", from), KeyValuePair.Create("to", to)], null).Filter;

        var chart = Timeline.Of([new(2013, 3, 2), new(2016, 2, 2), new(2022, 1, 1)], 0, 0, filter)!;

        Assert.Equal((unit, first, last), (chart.Unit, chart.Bars[0].From.Text[..4], chart.Bars[^1].To.Text[..4]));
    }

    [Fact]
    public void A_short_time_is_drawn_by_day()
    {
        var days = new DayCounts(new(2020, 1, 1), new(2020, 2, 29), [new(new(2020, 1, 27), 5), new(new(2020, 2, 1), 1)], MonthOnly: 2);

        var chart = Timeline.Of([new(2018, 3, 4), new(2020, 1, 6), new(2020, 2, 2)], undated: 1, imprecise: 0, days: days)!;

        Assert.Equal(("day", 60, "27 Jan 2020", 5), (chart.Unit, chart.Bars.Count, chart.Bars[26].Label, chart.Bars[26].Count));
        Assert.Equal(("2020-01-27", "2020-01-27"), (chart.Bars[26].From.Text, chart.Bars[26].To.Text));
        Assert.Equal(["Jan 2020", "Feb 2020"], chart.Labels);
        Assert.Equal("4 outside these months, 2 dated to the month, 1 undated", chart.NotShown);
    }

    [Fact]
    public void One_article_is_no_timeline() => Assert.Null(Timeline.Of([new(2020, 1, 1)], 0, 0));
}
