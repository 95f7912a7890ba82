using NewsTracker.Ingestion;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

public sealed class CorrectedDateTests
{
    static readonly DateOnly Today = new(2026, 7, 31);

    [Theory]
    [InlineData("", DatePrecision.Unknown)]
    [InlineData("1900", DatePrecision.Year)]
    [InlineData("2026", DatePrecision.Year)]
    [InlineData("2026-08", DatePrecision.Month)]
    [InlineData("2026-08-01", DatePrecision.Day)]
    [InlineData(" 2026-08-01 23:59 ", DatePrecision.Minute)]
    [InlineData("2026-07-31T18:06:07Z", DatePrecision.Second)]
    public void What_can_be_published_by_tomorrow_is_taken(string typed, DatePrecision precision)
    {
        var read = CorrectedDate.Of(typed, Today);

        Assert.Null(read.Problem);
        Assert.Equal((precision, DateSource.Correction), (read.Date?.Precision, read.Date?.Source));
    }

    [Theory]
    [InlineData("1850", "“1850” lies before 1900")]
    [InlineData("1899-12-31", "“1899-12-31” lies before 1900")]
    [InlineData("2026-08-02", "“2026-08-02” lies in the future")]
    [InlineData("2026-09", "“2026-09” lies in the future")]
    [InlineData("2027", "“2027” lies in the future")]
    [InlineData("31.07.2020", "“31.07.2020” is no date")]
    [InlineData("2020-02-30", "“2020-02-30” is no date")]
    public void What_is_refused_is_refused_with_the_true_reason(string typed, string problem)
    {
        var read = CorrectedDate.Of(typed, Today);

        Assert.Null(read.Date);
        Assert.StartsWith(problem, read.Problem, StringComparison.Ordinal);
    }
}
