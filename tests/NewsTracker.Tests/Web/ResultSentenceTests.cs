using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class ResultSentenceTests
{
    static readonly FilterNames Names = new(new FacetCounts(
        [Value("megvii", "Megvii"), Value("sensetime", "SenseTime"), Value("huawei", "Huawei")],
        [Value("funding", "Funding")], [Value("ai", "AI")], [Value("axios.com", "Axios")], [], 0, 0));

    [Theory]
    [InlineData("", 1234, "1,234 articles about face recognition")]
    [InlineData("scope=all", 19, "19 articles, whatever they are about")]
    [InlineData("scope=other", 1, "1 article about other things than face recognition")]
    [InlineData("company=megvii&topic=funding&from=2018&to=2020", 42, "42 articles about *Megvii* and *Funding*, 2018–2020")]
    [InlineData("company=megvii&company=sensetime", 3, "3 articles about *Megvii* or *SenseTime*")]
    [InlineData("company=megvii,sensetime", 2, "2 articles about *Megvii* and *SenseTime*")]
    [InlineData("company=megvii&company=sensetime&topic=ai", 2, "2 articles about *Megvii* or *SenseTime*, and *AI*")]
    [InlineData("company=megvii,-huawei&role=subject", 2, "2 articles mainly about *Megvii*, without *Huawei*")]
    [InlineData("provider=axios.com", 1, "1 article from *Axios*")]
    [InlineData("q=entity list&undated=only", 0, "No articles matching *entity list*, undated")]
    [InlineData("company=nobody", 0, "No articles about *nobody*")]
    [InlineData("from=2018&undated=include", 5, "5 articles about face recognition, since 2018 or undated")]
    public void The_sentence_says_what_is_shown(string query, int total, string sentence)
    {
        var filter = ArticleFilter.Parse(Pairs(query), ScopeValue.FacialRecognition).Filter;

        Assert.Equal(sentence, string.Concat(ResultSentence.Of(total, filter, Names).Select(part => part.Strong ? $"*{part.Text}*" : part.Text)));
    }

    [Fact]
    public void A_long_search_is_named_by_its_beginning()
    {
        var filter = ArticleFilter.Parse(Pairs("q=" + string.Concat(Enumerable.Repeat("camera ", 100))), null).Filter;

        var sentence = string.Concat(ResultSentence.Of(2, filter, Names).Select(part => part.Text));

        Assert.StartsWith("2 articles matching camera camera", sentence, StringComparison.Ordinal);
        Assert.InRange(sentence.Length, 100, 160);
    }

    [Fact]
    public void Every_chip_takes_its_filter_off()
    {
        var filter = ArticleFilter.Parse(
            Pairs("q=chip&company=megvii,-huawei&topic=funding&provider=axios.com&from=2018&undated=include&addedFrom=2026&type=video&origin=file&language=en&format=text&promoted=false&role=subject"),
            ScopeValue.FacialRecognition).Filter;
        var chips = FilterChips.Of(filter, Names);

        Assert.All(chips, chip => Assert.Equal(chips.Count - 1, FilterChips.Of(chip.Without, Names).Count, tolerance: chip.Label.StartsWith("Published", StringComparison.Ordinal) ? 1 : 0));
    }

    static IEnumerable<KeyValuePair<string, string>> Pairs(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]));

    static FacetValue Value(string slug, string name) => new(slug, name, 1, FacetState.Open);
}
