using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class FilterAnswerTests(RandomStore random) : IClassFixture<RandomStore>
{
    readonly ExpectedAnswers _expected = new(random.Known);
    readonly ArticleQueries _articles = random.Store.Articles;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_list_is_what_a_slow_reading_of_the_contract_gives(int seed)
    {
        var filters = new RandomFilters(seed);
        for (var round = 0; round < 50; round++)
        {
            var query = filters.Next();
            var filter = Parsed(query);

            var page = _articles.List(filter, TestContext.Current.CancellationToken);

            var matching = _expected.Matching(filter);
            var sorted = ExpectedAnswers.Sorted(matching, page.Sort);
            Assert.True(sorted.Take(filter.Size).SequenceEqual(page.Items.Select(row => row.Id)), query);
            Assert.True(matching.Count == page.Total, query);
            Assert.True(_expected.LeftOut(filter) == page.LeftOut, query);
            Assert.True(_expected.Matching(filter, open: "scope").Count - matching.Count == page.OtherScope, query);
            Assert.Equal(sorted.Count > filter.Size, page.Next is not null);
            Assert.Null(page.Previous);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facets_count_as_if_their_own_selection_were_open(int seed)
    {
        var filters = new RandomFilters(seed + 100);
        for (var round = 0; round < 10; round++)
        {
            var query = filters.Next();
            var filter = Parsed(query);

            var facets = _articles.Facets(filter, TestContext.Current.CancellationToken);

            AssertCounts(query, facets.Companies, _expected.Matching(filter, "company"), article => ExpectedAnswers.Companies(article, filter.Role));
            AssertCounts(query, [.. facets.Topics, .. facets.OriginTopics], _expected.Matching(filter, "topic"), article => article.Topics);
            AssertCounts(query, facets.Providers, _expected.Matching(filter, "provider"), article => article.Provider is { } provider ? [provider] : []);
            Assert.All(facets.Topics, topic => Assert.Contains(topic.Slug, TestStore.OwnTopics));
            Assert.All(facets.OriginTopics, topic => Assert.DoesNotContain(topic.Slug, TestStore.OwnTopics));
            AssertMonths(facets, _expected.Matching(filter, "date"));
        }
    }

    [Fact]
    public void Every_edit_of_a_filter_survives_its_own_query_string()
    {
        var filters = new RandomFilters(99);
        for (var round = 0; round < 200; round++)
        {
            var filter = Parsed(filters.Next());

            var again = ArticleFilter.Parse(Pairs(filter.ToQuery()), ScopeValue.FacialRecognition);

            Assert.Empty(again.Problems);
            Assert.Equal(filter.ToQuery(), again.Filter.ToQuery());
            var one = _articles.List(filter, TestContext.Current.CancellationToken);
            var other = _articles.List(again.Filter, TestContext.Current.CancellationToken);
            Assert.Equal(one.Items.Select(row => row.Id), other.Items.Select(row => row.Id));
        }
    }

    internal static IEnumerable<KeyValuePair<string, string>> Pairs(string query) => query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1])));

    static ArticleFilter Parsed(string query)
    {
        var parsing = ArticleFilter.Parse(Pairs(query), ScopeValue.FacialRecognition);
        Assert.Empty(parsing.Problems);
        return parsing.Filter;
    }

    static void AssertCounts(
        string query, IReadOnlyList<FacetValue> values, IReadOnlyList<TestArticle> among, Func<TestArticle, IReadOnlyList<string>> names)
    {
        var expected = among.SelectMany(names).CountBy(name => name).ToDictionary();
        Assert.True(expected.OrderBy(pair => pair.Key).SequenceEqual(
            values.Where(value => value.Count > 0).ToDictionary(value => value.Slug, value => value.Count).OrderBy(pair => pair.Key)), query);
    }

    static void AssertMonths(FacetCounts facets, IReadOnlyList<TestArticle> among)
    {
        var dated = among.Where(article => article.Published.Precision >= DatePrecision.Month).ToList();
        Assert.Equal(
            dated.Select(article => article.Published.Period?.First).CountBy(day => (day?.Year, day?.Month)).OrderBy(month => month.Key).Select(month => month.Value),
            facets.Months.Select(month => month.Count));
        Assert.Equal(among.Count(article => article.Published.Precision == DatePrecision.Unknown), facets.Undated);
        Assert.Equal(among.Count(article => article.Published.Precision == DatePrecision.Year), facets.Imprecise);
    }
}
