using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class UnknownNamesTests
{
    [Theory]
    [InlineData("company=sensetme&topic=funding&from=2018", "company=sensetime&topic=funding&from=2018")]
    [InlineData("company=megvii,-sensetme", "company=megvii,-sensetime")]
    [InlineData("q=ban -company:SenseTme court", "q=ban -company:sensetime court")]
    [InlineData("q=company:\"SenseTme\"", "q=company:sensetime")]
    public void A_name_that_was_meant_takes_the_place_of_the_unknown_one(string asked, string meant)
    {
        var replaced = UnknownNames.Replaced(Filter(asked), new UnknownName("company", "sensetme"), "sensetime");

        Assert.Equal(Filter(meant).ToQuery(), replaced.ToQuery());
    }

    [Theory]
    [InlineData("q=ban provider:\"Bangor Daily News\" -police", "bangor daily news", "q=ban provider:bangordailynews.com -police")]
    [InlineData("q=-provider:“bangor daily”", "bangor daily", "q=-provider:bangordailynews.com")]
    [InlineData("q=provider:bangor.com", "bangor.com", "q=provider:bangordailynews.com")]
    [InlineData("q=provider:\"bangor daily, the verge\"", "bangor daily", "q=provider:\"bangordailynews.com,the verge\"")]
    public void So_it_does_where_it_has_spaces_or_is_a_domain(string asked, string unknown, string meant)
    {
        var replaced = UnknownNames.Replaced(Filter(asked), new UnknownName("provider", unknown), "bangordailynews.com");

        Assert.Equal(Filter(meant).ToQuery(), replaced.ToQuery());
    }

    [Theory]
    [InlineData("bangor")]
    [InlineData("bangor daily")]
    [InlineData("bangor daily news")]
    [InlineData("bangor dayly news")]
    public void A_publisher_is_close_by_its_name_as_well_as_by_its_domain(string asked)
    {
        TagSummary[] known = [Known("bangordailynews.com", "Bangor Daily News"), Known("axios.com", "Axios")];

        Assert.Equal("bangordailynews.com", Assert.Single(CloseNames.Of(asked, known)).Slug);
    }

    [Fact]
    public void Signs_in_a_publishers_name_do_not_matter() =>
        Assert.Single(CloseNames.Of("u.s. news", [Known("usnews.com", "U.S. News & World Report")]));

    static TagSummary Known(string domain, string name) => new() { Slug = domain, Name = name, Count = 1, InCatalogue = true };

    static ArticleFilter Filter(string query) => ArticleFilter.Parse(
        query.Split('&').Select(part => part.Split('=')).Select(part => KeyValuePair.Create(part[0], part[1])), defaultScope: null).Filter;
}
