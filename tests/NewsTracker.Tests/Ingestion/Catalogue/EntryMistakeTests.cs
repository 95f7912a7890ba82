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
        { Company("x") with { Name = " \u200B" }, "name", "has an empty value" },
        { Company("X Y") with { Name = "X" }, "slug", "is no slug" },
        { Company("old-yoti") with { Name = "X" }, "slug", "belongs to “Yoti” already" },
        { Company("x") with { Name = "X", Aliases = ["Xx", "yoti ltd"] }, "aliases", "belongs to “Yoti” already" },
        { Company("x") with { Name = "X", Aliases = ["Yo\u00ADti\u200B"] }, "aliases", "The name “Yoti” belongs to “Yoti” already" },
        { Company("x") with { Name = "\u202EYoti" }, "name", "The name “Yoti” belongs to “Yoti” already" },
        { Company("x") with { Name = "X", Kind = ["wizard"] }, "kind", "no kind of company" },
        { Company("x") with { Name = "X", Country = "UK" }, "country", "no country code" },
        { Company("x") with { Name = "X", Founded = 20 }, "founded", "is no year" },
        { Company("x") with { Name = "X", Ambiguous = ["Z"], Context = ["face"] }, "ambiguous", "no name of this entry" },
        { Company("x") with { Name = "X", Context = ["a*b"] }, "context", "may only end the last word" },
        { Company("x") with { Name = "X", Except = ["a *"] }, "except", "space before" },
    };

    [Theory]
    [MemberData(nameof(WrongCompanies))]
    public void A_companys_mistake_stands_at_its_key(CatalogueCompany company, string key, string says)
    {
        var mistake = Assert.Single(CatalogueLoader.ReadCompany(Data.With(company), company.Slug).Mistakes);

        Assert.Equal(key, mistake.Key);
        Assert.Contains(says, mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("line", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_entry_that_takes_a_later_ones_name_is_told_itself()
    {
        var mistake = Assert.Single(CatalogueLoader.ReadCompany(Data.With(Data.Companies[0] with { Aliases = ["OTHER"] }), "yoti").Mistakes);

        Assert.Equal("aliases", mistake.Key);
        Assert.Contains("belongs to “Other” already", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topics_mistake_stands_at_its_key()
    {
        var wrong = Data.Topics[0] with { Rules = [new TopicRule(9, ["round"]), new TopicRule(2, ["a*b"])], YieldsTo = ["weather"] };

        var mistakes = CatalogueLoader.ReadTopic(Data.With(wrong), wrong.Slug).Mistakes;

        Assert.Equal(["rules", "rules", "yieldsTo"], mistakes.Select(mistake => mistake.Key).Order());
    }

    [Fact]
    public void A_right_entry_has_no_mistake()
    {
        Assert.Empty(CatalogueLoader.ReadCompany(Data, "yoti").Mistakes);
        Assert.Empty(CatalogueLoader.ReadTopic(Data, "privacy").Mistakes);
    }

    [Fact]
    public void What_cannot_be_seen_is_no_part_of_an_entry()
    {
        var company = Company("x") with
        {
            Name = "\uFEFFPort\u00ADland ",
            Aliases = ["Evil \u202Ecroc", "Port\u2060land\u200E Ltd\u200B"],
            Ambiguous = ["Portland"],
            Context = ["face\u200B  scan*"],
            Except = ["Portland\u0007 stone"],
        };
        var topic = Topic("y") with { Description = "\u2066Money.", Rules = [new TopicRule(2, ["fund\u00ADing  +  round\u200F"])] };

        var read = CatalogueLoader.ReadCompany(Data.With(company), "x");
        var (about, mistakes) = CatalogueLoader.ReadTopic(Data.With(topic), "y");

        Assert.Empty(read.Mistakes.Concat(mistakes));
        Assert.Equal(("Portland", "Evil croc|Portland Ltd", "face scan*", "Portland stone"), (read.Entry.Name, string.Join('|', read.Entry.Aliases), read.Entry.Context[0], read.Entry.Except[0]));
        Assert.Equal(("Money.", "funding + round"), (about.Description, about.Rules[0].Phrases[0]));
    }

    static CatalogueCompany Company(string slug) => new() { Name = slug, Slug = slug, Kind = ["vendor"] };

    static CatalogueTopic Topic(string slug) => new() { Name = slug, Slug = slug, Description = "Something.", Rules = [new TopicRule(2, ["word"])] };
}
