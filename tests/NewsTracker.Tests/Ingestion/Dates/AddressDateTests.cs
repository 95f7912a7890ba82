using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Tests.Ingestion.Dates;

public sealed class AddressDateTests
{
    [Theory]
    [InlineData("https://a.example/world/2022/jan/06/china", "2022-01-06")]
    [InlineData("https://a.example/2020/July/31/", "2020-07-31")]
    [InlineData("https://a.example/2020/07/31/title.html", "2020-07-31")]
    [InlineData("https://a.example/2020/7/3/title", "2020-07-03")]
    [InlineData("https://a.example/2020-07-31/title", "2020-07-31")]
    [InlineData("https://a.example/news/some-title-2020-07-31", "2020-07-31")]
    [InlineData("https://a.example/news/20200731/title", "2020-07-31")]
    [InlineData("https://a.example/news/2020/02/30/2020-02-03/x", "2020-02-03")]
    public void A_day_is_read(string address, string day)
    {
        var date = AddressDate.Find(address);

        Assert.Equal((DateOnly.Parse(day, null), DatePrecision.Day, DateSource.Address), (date?.Day, date?.Precision, date?.Source));
    }

    [Theory]
    [InlineData("https://a.example/2022/01/title", "2022-01-01")]
    [InlineData("https://a.example/2022/feb/title", "2022-02-01")]
    [InlineData("https://a.example/news/202008/title", "2020-08-01")]
    public void A_month_is_read(string address, string start)
    {
        var date = AddressDate.Find(address);

        Assert.Equal((DateTime.Parse(start, null), null, DatePrecision.Month), (date?.At, date?.Day, date?.Precision));
    }

    [Theory]
    [InlineData("https://a.example/news/20209912/title")]
    [InlineData("https://a.example/id/12345678")]
    [InlineData("https://a.example/story-20200731123")]
    [InlineData("https://a.example/2045/99/1")]
    [InlineData("https://a.example/1066/10/14/hastings")]
    [InlineData("https://a.example/the-best-of-2020")]
    [InlineData("https://a.example/x?date=2020-07-31")]
    [InlineData("https://www.2020-07-31.example")]
    [InlineData("not an address")]
    public void What_is_no_date_is_none(string address) => Assert.Null(AddressDate.Find(address));
}
