using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class DateWordsTests
{
    static readonly DateTime Evening = new(2020, 7, 31, 18, 6, 0, DateTimeKind.Utc);

    public static TheoryData<PublishedDate, string, string?> Dates => new()
    {
        { PublishedDate.Instant(Evening, DateSource.Declared), "31 Jul 2020", "2020-07-31T18:06:00Z" },
        { PublishedDate.Instant(Evening.Date, DateSource.Declared), "31 Jul 2020", "2020-07-31" },
        { PublishedDate.OnDay(new DateOnly(2022, 9, 6), DateSource.Address, "/2022/sep/06/"), "6 Sep 2022", "2022-09-06" },
        { PublishedDate.InMonth(2018, 7, DateSource.Text, null), "July 2018", "2018-07" },
        { PublishedDate.InMonth(2018, 7, DateSource.Estimated, "In July, 2018"), "≈ July 2018", "2018-07" },
        { PublishedDate.InYear(2020, DateSource.Text, null), "2020", "2020" },
        { PublishedDate.InYear(2020, DateSource.Estimated, "in 2020"), "≈ 2020", "2020" },
        { PublishedDate.Unknown, "undated", null },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_shown_in_the_form_it_deserves(PublishedDate date, string words, string? machine)
    {
        Assert.Equal(words, DateWords.Published(date));
        Assert.Equal(machine, DateWords.Machine(date));
    }

    [Fact]
    public void An_instant_near_midnight_keeps_the_publishers_own_day()
    {
        var date = new PublishedDate(new DateTime(2020, 8, 5, 0, 32, 0, DateTimeKind.Utc), new DateOnly(2020, 8, 4), DatePrecision.Second, DateSource.Html, null);

        Assert.Equal("4 Aug 2020", DateWords.Published(date));
        Assert.Equal("2020-08-05T00:32:00Z", DateWords.Machine(date));
    }

    [Fact]
    public void An_estimate_says_what_it_rests_on() =>
        Assert.Equal("estimated from “In July, 2018”", DateWords.HowKnown(PublishedDate.InMonth(2018, 7, DateSource.Estimated, "In July, 2018")));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2018", "2020", "2018–2020")]
    [InlineData("2018", "2018", "2018")]
    [InlineData("2018-07", null, "since July 2018")]
    [InlineData(null, "2020-07-31", "until 31 Jul 2020")]
    [InlineData("2018-07", "2020-07-31", "July 2018 – 31 Jul 2020")]
    public void A_range_reads_as_it_was_asked_for(string? from, string? to, string? words) =>
        Assert.Equal(words, DateWords.Range(Bound(from), Bound(to)));

    [Fact]
    public void A_conflict_names_the_other_day()
    {
        var shown = PublishedDate.OnDay(new DateOnly(2022, 1, 7), DateSource.Declared, null);
        var warning = new Warning(WarningCode.DateConflict, "The file declares 2022-01-07, but its address says 2022-01-06.");

        Assert.Equal("address says 6 Jan", DateDoubt.Of(shown, [warning])?.Words);
    }

    [Theory]
    [InlineData(WarningCode.DateConflict, "The address and the text say 2022-01-07, the page’s markup says 2021-12-31.", "markup says 31 Dec 2021")]
    [InlineData(WarningCode.DateConflict, "The file says 2022-01-07, the text says 2022-01-09.", "another source says 9 Jan")]
    [InlineData(WarningCode.FutureDate, "The date of publication, 2022-01-07, lay in the future when the file was read. Check the file.", "lay in the future when read")]
    [InlineData(WarningCode.BeforeFounding, "The article is dated 2022, but Quillmark began in 2023.", "lies before its company began")]
    public void A_doubt_says_why_the_date_is_none_to_rely_on(WarningCode code, string message, string words) =>
        Assert.Equal(words, DateDoubt.Of(PublishedDate.OnDay(new DateOnly(2022, 1, 7), DateSource.Html, null), [new Warning(code, message)])?.Words);

    [Fact]
    public void No_warning_is_no_conflict() =>
        Assert.Null(DateDoubt.Of(PublishedDate.Unknown, [new Warning(WarningCode.LossyText, "Characters were lost.")]));

    [Fact]
    public void What_a_person_settled_is_left_to_doubt_no_longer()
    {
        Warning[] warnings = [new(WarningCode.DateConflict, "Two days."), new(WarningCode.LossyText, "Characters were lost.")];
        var day = new DateOnly(2022, 1, 7);

        Assert.Equal(warnings, DateDoubt.Standing(PublishedDate.OnDay(day, DateSource.Declared, null), warnings));
        Assert.Equal(["Characters were lost."], DateDoubt.Standing(PublishedDate.OnDay(day, DateSource.Correction, null), warnings).Select(warning => warning.Message));
    }

    static DateBound? Bound(string? text) =>
        text is null ? null : ArticleFilter.Parse([KeyValuePair.Create("from", text)], null).Filter.From;
}
