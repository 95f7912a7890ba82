using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Search;

namespace NewsTracker.Tests.Storage.Search;

/// <summary>Which words order what all of them find.</summary>
public sealed class WordMatchesTests
{
    [Theory]
    [InlineData(new[] { 4, 20, 60 }, 10, 3)]
    [InlineData(new[] { 4, 20, 900 }, 10, 2)]
    [InlineData(new[] { 20, 900 }, 10, 0)]
    [InlineData(new[] { 20, 900 }, 50, 2)]
    [InlineData(new int[0], 10, 0)]
    public void As_many_words_order_as_leave_few_to_score_and_are_not_too_common_to_count(int[] articles, int most, int words) =>
        Assert.Equal(words, WordMatches.Joined(articles.Select(count => PositionSet.Range(1000, 0, count)), most).Ranking);

    [Fact]
    public void A_word_that_is_too_common_for_the_order_is_named()
    {
        var search = SearchQuery.Parse("rare common");

        var noted = new WordMatches(PositionSet.Range(10, 0, 2), [search.Words[0]], [search.Words[1]]).Noted(search);

        Assert.Equal(["So many articles have common that the other words decide the order."], noted.Echo!.Notes);
    }
}
