using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Tests.Ingestion.Cleaning;

public sealed class LinePhrasesTests
{
    [Theory]
    [InlineData("Ads by Somebody", "advertisement")]
    [InlineData("Get the Morning newsletter to make sense of the town.", "newsletter prompt")]
    [InlineData("Leave a Reply", "comment form")]
    [InlineData("You may also like", "links to other articles")]
    [InlineData("Old story « Previous Old story", "links to other articles")]
    [InlineData("Go deeper: What the towns do", "link to another article")]
    [InlineData("Share this article", "share words")]
    [InlineData("The mayor at the station. (Image: GETTY )", "picture caption")]
    [InlineData("The mayor opens the station on Monday. Credit: AP", "picture caption")]
    [InlineData("The mayor opens the station. (AP Photo/Ann Lee)", "picture caption")]
    [InlineData("The mayor at the station on Monday. Photo: Ann Lee/Getty Images", "picture caption")]
    [InlineData("© 2021 Marlow Post. All rights reserved.", "copyright")]
    [InlineData("Tags: cameras, towns", "tags")]
    [InlineData("By Ann Lee and Bo Diaz", "byline")]
    [InlineData("3 hours ago", "age of a post")]
    [InlineData("(Original source)", "note on the source")]
    [InlineData("| | |", "no words")]
    public void Furniture_is_named(string line, string reason) => Assert.Equal(reason, LinePhrases.Furniture(line));

    [Theory]
    [InlineData("More of the nose covered also meant less accuracy, the test showed.")]
    [InlineData("Related firms were asked to answer the same questions.")]
    [InlineData("Search teams found the cameras in the river.")]
    [InlineData("The pictures reached the police via Apple and other firms.")]
    [InlineData("Watch the mayor and you learn how votes are won.")]
    [InlineData("The town gives him all the credit: nobody else would have dared.")]
    [InlineData("Share prices fell by a tenth on Tuesday.")]
    [InlineData("Today the town has no cameras.")]
    public void Sentences_that_open_like_furniture_stay(string line) => Assert.Null(LinePhrases.Furniture(line));
}
