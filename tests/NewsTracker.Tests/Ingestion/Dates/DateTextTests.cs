using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Tests.Ingestion.Dates;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("April 15, 2021", 2021, 4, 15)]
    [InlineData("15th of April 2021", 2021, 4, 15)]
    [InlineData("Sept. 5 2019", 2019, 9, 5)]
    [InlineData("Nov 242019", 2019, 11, 24)]
    [InlineData("20 Nov 20194:29 AM", 2019, 11, 20)]
    [InlineData("2021/4/5", 2021, 4, 5)]
    [InlineData("05/05/2021", 2021, 5, 5)]
    [InlineData("4/15/2021", 2021, 4, 15)]
    public void Days_are_read(string text, int year, int month, int day) =>
        Assert.Equal((year, month, day), Assert.Single(DateText.Find(text)) is var date ? (date.Year, date.Month, date.Day) : default);

    [Fact]
    public void A_month_is_read() => Assert.Equal((2018, 7, null), Assert.Single(DateText.Find("In July, 2018, the firm")) is var date ? (date.Year, date.Month, date.Day) : default);

    [Theory]
    [InlineData("04/05/2021")]
    [InlineData("April 31, 2021")]
    [InlineData("May 4")]
    [InlineData("April 15, 1876")]
    [InlineData("２０２１-０４-１５")]
    public void What_is_no_sure_date_is_left_alone(string text) => Assert.DoesNotContain(DateText.Find(text), date => date.Day is not null);

    [Fact]
    public void Dates_of_all_forms_stand_in_the_order_of_the_text() => Assert.Equal(
        ["12 April 2018", "July, 2018", "2019-02-03", "March 4, 2020"],
        DateText.Find("On 12 April 2018, in July, 2018, on 2019-02-03 and on March 4, 2020 they met.").Select(date => date.Text));
}
