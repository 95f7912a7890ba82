using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class FacetGroupTests
{
    static readonly FacetCounts Facets = new(
        [.. Enumerable.Range(0, 20).Select(n => new FacetValue($"c{n}", $"Company {n}", 20 - n, FacetState.Open))],
        [new("funding", "Funding", 3, FacetState.Open)], [new("ai", "AI", 9, FacetState.Open)], [], [], 0, 0);

    [Fact]
    public void Eight_are_shown_and_the_rest_folded()
    {
        var group = Company("");

        Assert.Equal(8, group.Shown.Count);
        Assert.Equal(12, group.More.Count);
    }

    [Theory]
    [InlineData("c15", "Company 15", 5)]
    [InlineData("-c3", "not Company 3", null)]
    [InlineData("c1,c2", "Company 1 and Company 2", null)]
    [InlineData("unheard", "unheard", 0)]
    public void What_is_asked_for_comes_first_and_is_sent_again_as_it_was(string asked, string label, int? count)
    {
        var first = Company(asked).Shown[0];

        Assert.Equal(new FacetOption(asked, label, count, Checked: true), first);
    }

    [Fact]
    public void A_topic_of_the_origin_stays_in_its_own_group()
    {
        var filter = ArticleFilter.Parse([KeyValuePair.Create("topic", "ai")], null).Filter;
        var names = new FilterNames(Facets);

        Assert.False(FacetGroup.Of(filter, Facets, names)[1].Active);
        Assert.True(FacetGroup.OfOrigin(filter, Facets, names).Active);
    }

    [Fact]
    public void A_name_that_was_only_found_in_texts_is_offered_when_it_was_asked_for()
    {
        var found = new FacetValue("quillmark", "Quillmark", 3, FacetState.Open) { InCatalogue = false };
        var facets = Facets with { Companies = [found, .. Facets.Companies] };
        var selected = Facets with { Companies = [found with { State = FacetState.Selected }, .. Facets.Companies] };

        Assert.DoesNotContain(Options("", facets), option => option.Value == "quillmark");
        Assert.Contains(Options("quillmark", selected), option => option is { Value: "quillmark", Checked: true, Count: 3 });
    }

    static IEnumerable<FacetOption> Options(string asked, FacetCounts facets)
    {
        var group = FacetGroup.Of(ArticleFilter.Parse([KeyValuePair.Create("company", asked)], null).Filter, facets, new FilterNames(facets))[0];
        return group.Shown.Concat(group.More);
    }

    static FacetGroup Company(string asked) =>
        FacetGroup.Of(ArticleFilter.Parse([KeyValuePair.Create("company", asked)], null).Filter, Facets, new FilterNames(Facets))[0];
}
