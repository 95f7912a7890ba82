using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Tests.Ingestion.Dates;

public sealed class ForeignDatesTests
{
    [Theory]
    [InlineData("9 de octubre de 2020", "es", "2020-10-09")]
    [InlineData("4. März 2021, 10:15 Uhr", "de-DE", "2021-03-04 , 10:15 Uhr")]
    [InlineData("5 maja 2020", "pl", "2020-05-05")]
    [InlineData("7 listopada 2020", "pl", "2020-11-07")]
    [InlineData("7. listopada 2020", "hr", "2020-10-07")]
    [InlineData("3 июля 2020", "ru", "2020-07-03")]
    [InlineData("24 نيسان / أبريل 2020", "ar", "2020-04-24")]
    [InlineData("٧ أكتوبر ٢٠٢٠", "ar", "2020-10-07")]
    [InlineData("2020. június 4.", "hu", "2020-06-04 .")]
    [InlineData("9 oktober 2020", null, "2020-10-09")]
    [InlineData("07.10.2020", "tr", "2020-10-07")]
    public void A_date_is_rewritten(string written, string? language, string iso) => Assert.Equal(iso, ForeignDates.ToIso(written, language).Trim());

    [Theory]
    [InlineData("7 listopada 2020", null)]
    [InlineData("07/10/2020", "en-US")]
    [InlineData("07/10/2020", null)]
    [InlineData("31 de febrero de 2020", "es")]
    [InlineData("9 perros de 2020", "es")]
    [InlineData("March 4, 2021", "en")]
    [InlineData("", "es")]
    public void What_is_no_sure_date_stays(string written, string? language) => Assert.Equal(written, ForeignDates.ToIso(written, language));
}
