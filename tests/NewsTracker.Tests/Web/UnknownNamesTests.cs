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

    static ArticleFilter Filter(string query) => ArticleFilter.Parse(
        query.Split('&').Select(part => part.Split('=')).Select(part => KeyValuePair.Create(part[0], part[1])), defaultScope: null).Filter;
}
