using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Tests.Ingestion.Dates;

public sealed class DateCandidatesTests
{
    static PublishedDate On(int month, int day, DateSource source) => PublishedDate.OnDay(new DateOnly(2021, month, day), source, null);

    [Fact]
    public void Each_date_of_each_source_stands_there_once()
    {
        var (line, address) = (On(3, 4, DateSource.Text), On(3, 4, DateSource.Address));

        Assert.Equal([line, address], DateCandidates.Of([line, null, line, address, address]));
        Assert.Equal(20, DateCandidates.Of(Enumerable.Range(1, 30).Select(day => On(1, day, DateSource.Html))).Count);
    }

    [Fact]
    public void A_file_and_its_address_must_agree_to_the_day()
    {
        Assert.Equal("The file says 2021-03-04, the address says 2021-03-03.", DateCandidates.Conflict([On(3, 4, DateSource.Declared), On(3, 3, DateSource.Address)], 5)?.Message);
        Assert.Null(DateCandidates.Conflict([On(3, 4, DateSource.Declared), PublishedDate.InMonth(2021, 3, DateSource.Address, null)]));
    }

    [Fact]
    public void On_a_page_a_day_more_or_less_is_the_difference_of_clocks()
    {
        Assert.Null(DateCandidates.Conflict([On(3, 4, DateSource.Html), On(3, 3, DateSource.Address)]));
        Assert.Equal("The page’s markup says 2021-03-04, another place in the page’s markup says 2021-03-02.",
            DateCandidates.Conflict([On(3, 4, DateSource.Html), On(3, 2, DateSource.Html)])?.Message);
    }

    [Fact]
    public void Estimates_neither_doubt_nor_are_doubted()
    {
        Assert.Null(DateCandidates.Conflict([On(3, 4, DateSource.Text), PublishedDate.InMonth(2019, 5, DateSource.Estimated, null)]));
        Assert.Null(DateCandidates.Conflict([PublishedDate.InMonth(2019, 5, DateSource.Estimated, null), On(3, 4, DateSource.FileName)]));
        Assert.Null(DateCandidates.Conflict([]));
    }
}
