using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Tests.Ingestion.Dates;

public sealed class DateEstimateTests
{
    [Theory]
    [InlineData("In May 2019 the firm has raised ten million.", "2019-05-01", DatePrecision.Month)]
    [InlineData("The regulator announced on May 10, 2023 that the firm must pay.", "2023-05-01", DatePrecision.Month)]
    [InlineData("Sales help during the pandemic. In 2020, the firm saw revenue grow.", "2021-01-01", DatePrecision.Year)]
    public void Three_ways_of_speaking_tell_a_date(string text, string start, DatePrecision precision)
    {
        var published = DateEstimate.Find(text);

        Assert.Equal((DateTime.Parse(start, null), precision, DateSource.Estimated), (published?.At, published?.Precision, published?.Source));
    }

    [Theory]
    [InlineData("In May 2019 the firm raised ten million.")]
    [InlineData("In May 2019 the firm has raised ten million. A trial follows in 2020.")]
    [InlineData("The case began in March 2020.")]
    [InlineData("In 2012, the firm saw revenue grow.")]
    [InlineData("")]
    public void Other_dates_are_dates_of_events(string text) => Assert.Null(DateEstimate.Find(text));
}
