using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Catalogue;

/// <summary>A mistake in an entry is told at the entry's own key, so that a form can show it at its field.</summary>
public sealed class EntryMistakeTests
{
    static readonly CatalogueData Data = new(
        [Company("yoti") with { Name = "Yoti", Aliases = ["Yoti Ltd"], Former = ["old-yoti"] }, Company("other") with { Name = "Other" }],
        [Topic("funding"), Topic("privacy")],
        []);

    public static TheoryData<CatalogueCompany, string, string> WrongCompanies => new()
    {
        { Company("x") with { Name = "X " }, "name", "spaces at its ends" },
        { Company("X Y") with { Name = "X" }, "slug", "is no slug" },
        { Company("old-yoti") with { Name = "X" }, "slug", "belongs to “Yoti” already" },
        { Company("x") with { Name = "X", Aliases = ["Xx", "yoti ltd"] }, "aliases", "belongs to “Yoti” already" },
        { Company("x") with { Name = "X", Kind = ["wizard"] }, "kind", "no kind of company" },
        { Company("x") with { Name = "X", Country = "UK" }, "country", "no country code" },
        { Company("x") with { Name = "X", Founded = 20 }, "founded", "is no year" },
        { Company("x") with { Name = "X", Ambiguous = ["Z"], Context = ["face"] }, "ambiguous", "no name of this entry" },
        { Company("x") with { Name = "X", Context = ["a*b"] }, "context", "may only end the last word" },
        { Company("x") with { Name = "X", Except = ["a  b"] }, "except", "two spaces" },
    };

    [Theory]
    [MemberData(nameof(WrongCompanies))]
    public void A_companys_mistake_stands_at_its_key(CatalogueCompany company, string key, string says)
    {
        var mistake = Assert.Single(CatalogueLoader.CheckCompany(Data.With(company), company.Slug));

        Assert.Equal(key, mistake.Key);
        Assert.Contains(says, mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("line", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_entry_that_takes_a_later_ones_name_is_told_itself()
    {
        var mistake = Assert.Single(CatalogueLoader.CheckCompany(Data.With(Data.Companies[0] with { Aliases = ["OTHER"] }), "yoti"));

        Assert.Equal("aliases", mistake.Key);
        Assert.Contains("belongs to “Other” already", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topics_mistake_stands_at_its_key()
    {
        var wrong = Data.Topics[0] with { Rules = [new TopicRule(9, ["round"]), new TopicRule(2, ["a*b"])], YieldsTo = ["weather"] };

        var mistakes = CatalogueLoader.CheckTopic(Data.With(wrong), wrong.Slug);

        Assert.Equal(["rules", "rules", "yieldsTo"], mistakes.Select(mistake => mistake.Key).Order());
    }

    [Fact]
    public void A_right_entry_has_no_mistake()
    {
        Assert.Empty(CatalogueLoader.CheckCompany(Data, "yoti"));
        Assert.Empty(CatalogueLoader.CheckTopic(Data, "privacy"));
    }

    static CatalogueCompany Company(string slug) => new() { Name = slug, Slug = slug, Kind = ["vendor"] };

    static CatalogueTopic Topic(string slug) => new() { Name = slug, Slug = slug, Description = "Something.", Rules = [new TopicRule(2, ["word"])] };
}
