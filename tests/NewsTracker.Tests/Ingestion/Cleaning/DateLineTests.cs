using System.Globalization;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Tests.Ingestion.Cleaning;

public sealed class DateLineTests
{
    [Theory]
    [InlineData("Published 4 March 2021 14:15", "2021-03-04")]
    [InlineData("Published on 4 March 2021.", "2021-03-04")]
    [InlineData("This article was first published on 4 March 2021.", "2021-03-04")]
    [InlineData("Posted by Ann Lee on March 4, 2021 in Security, Privacy, Schools, Law, Cities", "2021-03-04")]
    [InlineData("Ann Lee, senior staff writer, posted on Thursday, March 4, 2021 at 10:30 AM EST in Schools and Cities", "2021-03-04")]
    [InlineData("UPDATED: 6 March 2021 | PUBLISHED: 4 March 2021", "2021-03-04")]
    [InlineData("Date: 4 March 2021", "2021-03-04")]
    [InlineData("4 March 2021 Posted by Featured News, Cities, Schools, Youth & Parents, U.S. News", "2021-03-04")]
    [InlineData("Created on 4 March 2021 by Ann Lee.", "2021-03-04")]
    [InlineData("发布时间：2021年3月4日 10:30 来源：马洛日报", "2021-03-04")]
    [InlineData("입력 2021년 3월 4일 오전 10:30", "2021-03-04")]
    [InlineData("2021年3月4日", "2021-03-04")]
    public void A_line_that_only_tells_when_tells_the_day(string line, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), DateLine.DayOf(new ScrapeLine(1, line))?.Civil);

    [Theory]
    [InlineData("The council issued a notice on 4 May 2018 that it would never buy cameras.")]
    [InlineData("The college created the register on 3 October 2018 without a vote.")]
    [InlineData("Marlow Cameras posted a loss of £4m for the year to 31 March 2019.")]
    [InlineData("The report was published on 4 May 2018.")]
    [InlineData("It was posted on 4 May 2018 by a reader of the paper.")]
    [InlineData("Ann Lee posted the picture on 4 May 2018.")]
    [InlineData("Published on 3 May 2018, the report warned of misuse.")]
    [InlineData("The ministry, which on 4 May 2018 issued the licence, has taken it back")]
    [InlineData("By then the date of the vote, 4 May 2018, had passed, and nobody in the town had been told of it")]
    [InlineData("2021年3月4日，马洛市议会投票决定拆除车站的人脸识别摄像头")]
    [InlineData("马洛市议会于2021年3月4日投票决定拆除摄像头。")]
    public void A_sentence_about_an_event_tells_none(string line)
    {
        Assert.Null(DateLine.DayOf(new ScrapeLine(1, line)));
        Assert.False(DateLine.IsDateLine(new ScrapeLine(1, line)));
    }

    [Theory]
    [InlineData("Posted on 04/03/2021", "04/03/2021", "2021-03-04,2021-04-03")]
    [InlineData("Published 31 February 2021", "31 February 2021", "")]
    [InlineData("31/31/2021", "31/31/2021", "")]
    public void What_should_be_a_day_and_may_be_several_is_told(string line, string written, string readings)
    {
        var doubtful = DateLine.Doubtful(new ScrapeLine(1, line));

        Assert.True(DateLine.IsDateLine(new ScrapeLine(1, line)));
        Assert.Equal((written, readings), (doubtful?.Written, string.Join(',', doubtful?.Readings.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) ?? [])));
    }
}
