using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class FilterParsingTests
{
    [Theory]
    [InlineData("scope=all", "scope=all")]
    [InlineData("scope=other", "scope=other")]
    [InlineData("scope=other&scope=facialRecognition", "scope=all")]
    [InlineData("company=SenseTime,-megvii&company=nec", "company=sensetime,-megvii&company=nec")]
    [InlineData("company=&company=,&topic=-&q=%20&from=", "")]
    [InlineData("sort=oldest&size=25&utm_source=x&Size=7", "sort=oldest")]
    [InlineData("from=2018&to=2018-07&undated=only", "from=2018&to=2018-07&undated=only")]
    [InlineData("q=Face%2B%2B %26 more&provider=axios.com", "q=Face%2B%2B%20%26%20more&provider=axios.com")]
    [InlineData("q=Mega%E2%80%AEii%20%E2%81%A7vision&company=%E2%80%8Esensetime&from=%E2%80%AE", "q=Megaii%20vision&company=sensetime")]
    [InlineData("size=7&promoted=false&format=frontMatter", "format=frontMatter&promoted=false&size=7")]
    public void A_filter_is_written_as_it_was_read(string query, string written)
    {
        var parsing = Parse(query);

        Assert.Empty(parsing.Problems);
        Assert.Equal(written, parsing.Filter.ToQuery());
    }

    [Theory]
    [InlineData("scope=face", "“scope” can be other, facialRecognition, all.")]
    [InlineData("sort=best", "“sort” can be newest, oldest, added, relevance, quality, heat.")]
    [InlineData("undated=no", "“undated” can be only, include, exclude.")]
    [InlineData("origin=web", "“origin” can be related, file.")]
    [InlineData("format=pdf", "“format” can be frontMatter, text, html.")]
    [InlineData("role=mention", "“role” can be subject, or be left out for any mention.")]
    [InlineData("promoted=yes", "“promoted” can be true or false.")]
    [InlineData("size=0", "“size” can be a number from 1 to 100.")]
    [InlineData("size=101", "“size” can be a number from 1 to 100.")]
    [InlineData("size=-1", "“size” can be a number from 1 to 100.")]
    [InlineData("from=2020-02-30", "“from” can be a year (2020), a month (2020-07) or a day (2020-07-31).")]
    [InlineData("to=20", "“to” can be a year (2020), a month (2020-07) or a day (2020-07-31).")]
    [InlineData("addedFrom=yesterday", "“addedFrom” can be a year (2020), a month (2020-07) or a day (2020-07-31).")]
    [InlineData("from=2021&to=2020", "“from” (2021) lies after “to” (2020), so nothing can match and neither counts; swap them.")]
    public void A_bad_value_is_told_with_what_is_allowed(string query, string message)
    {
        var problem = Assert.Single(Parse(query).Problems);

        Assert.Equal(message, problem.Message);
        Assert.Equal(query[..query.IndexOf('=', StringComparison.Ordinal)], problem.Name);
    }

    [Theory]
    [InlineData("2020", "2020-01-01", "2020-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2020-07-31", "2020-07-31", "2020-07-31")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void A_date_covers_its_whole_period(string text, string first, string last)
    {
        var bound = DateBound.Parse(text);

        Assert.Equal((first, last), ($"{bound?.First:yyyy-MM-dd}", $"{bound?.Last:yyyy-MM-dd}"));
    }

    [Fact]
    public void Edits_replace_the_slug_and_drop_the_cursor()
    {
        var filter = Parse("company=-nec&company=megvii").Filter with { Cursor = "somewhere" };

        Assert.Equal("company=megvii&company=nec", filter.WithCompany("nec").ToQuery());
        Assert.Equal("company=megvii", filter.WithoutCompany("nec").ToQuery());
        Assert.Equal("company=-nec&company=megvii&topic=funding", filter.WithTopic("funding").ToQuery());
        Assert.Equal("company=-nec&company=megvii&from=2020", filter.WithDates(DateBound.Parse("2020"), null).ToQuery());
    }

    [Fact]
    public void The_api_shows_every_scope_unless_asked() => Assert.Null(ArticleFilter.Parse([], defaultScope: null).Filter.Scope);

    static FilterParsing Parse(string query) => ArticleFilter.Parse(FilterAnswerTests.Pairs(query), ScopeValue.FacialRecognition);
}
