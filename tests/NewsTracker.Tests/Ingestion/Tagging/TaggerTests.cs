using CsCheck;
using NewsTracker.Ingestion;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

public sealed class TaggerTests
{
    static readonly string[] Words =
    [
        "SenseTime", "Face++", "RING", "Ring", "doorbell", "facial recognition", "raises", "$", "$5", "5", "million", "euros", "it", "market", "to", "bans", "police", "U.S.", "Inc.", "商汤", "\n\n", ".", "…", "’s", "-", "\ud800", "😀", "\0",
    ];

    static readonly Gen<string?> Texts = Gen.Int[0, Words.Length - 1].Array[0, 40]
        .Select(picks => picks.Length == 0 ? null : string.Join(' ', picks.Select(pick => Words[pick])));

    static readonly Gen<ArticleDraft> Drafts = Gen.Select(Texts, Texts, Texts, (title, excerpt, body) => new ArticleDraft { Title = title, Excerpt = excerpt, Body = body, Url = body });

    [Fact]
    public void Tagging_twice_is_tagging_once() => Drafts.Sample(draft =>
    {
        var once = Shipped.Tagger.Tag(draft);
        var twice = Shipped.Tagger.Tag(once);

        Assert.Equal(once.Topics, twice.Topics);
        Assert.Equal(once.Companies.Select(tag => tag with { Forms = [] }), twice.Companies.Select(tag => tag with { Forms = [] }));
        Assert.Equal(once.Money.Select(fact => fact with { Forms = [] }), twice.Money.Select(fact => fact with { Forms = [] }));
        Assert.Equal((once.Scope, once.Provider), (twice.Scope, twice.Provider));
    });

    [Fact]
    public void Evidence_is_found_in_the_text() => Drafts.Sample(draft =>
    {
        var text = string.Join('\n', draft.Title, draft.Excerpt, draft.Body).ReplaceLineEndings(" ");

        foreach (var tag in Shipped.Tagger.Tag(draft).Companies)
            Assert.All(tag.Forms, form => Assert.Contains(form, draft.Title + "|" + draft.Excerpt + "|" + draft.Body, StringComparison.Ordinal));
        foreach (var fact in Shipped.Tagger.Tag(draft).Money)
            Assert.All(fact.Forms, form => Assert.Contains(form, draft.Title + "|" + draft.Excerpt + "|" + draft.Body, StringComparison.Ordinal));
        foreach (var tag in Shipped.Tagger.Tag(draft).Topics)
            Assert.Contains(tag.Evidence!.Trim('…'), text, StringComparison.Ordinal);
    });

    [Fact]
    public void The_Axios_seed_is_funding_and_a_listing_of_SenseTime()
    {
        var tagged = Shipped.Tagger.Tag(new ArticleDraft
        {
            Title = "Chinese facial recognition developer closes $1.5 billion funding round",
            Excerpt = "SenseTime, a Chinese developer of facial recognition technologies, is wrapping up a $1.5 billion funding round at a $10 billion valuation and is in talks to list on China’s STAR market, per Reuters. Why it matters: This is the company’s first fundraise since being placed on a U.",
        });

        Assert.Equal(("SenseTime", CompanyRole.Subject), Assert.Single(tagged.Companies.Select(tag => (tag.Name, tag.Role))));
        Assert.Contains(tagged.Topics, topic => topic.Slug == "funding");
        Assert.Contains(tagged.Topics, topic => topic.Slug == "ipo-and-listings");
        Assert.Equal(ScopeValue.FacialRecognition, tagged.Scope.Value);
    }

    [Fact]
    public void The_rewritten_seed_and_its_original_name_their_companies()
    {
        string[] shared = ["SoftBank", "SenseTime", "Megvii", "Alibaba", "Boyu Capital", "Qualcomm", "Foxconn", "Apple", "Facebook", "Amazon", "Microsoft", "Google"];
        string[] only = ["Didi", "Bank of China", "Silver Lake", "Tiger Global", "Fidelity International", "Ant Group", "Russian Direct Investment Fund", "SK Group", "China Mobile"];

        Assert.Equal(shared.Order(), Companies("002_4f208a8de3e28418.txt", "Samsung").Order());
        Assert.Equal([.. shared.Concat(only).Order()], Companies("003_4599719b8ddba106.txt").Order());
    }

    [Theory]
    [InlineData("axios.com", "axios.com", "Axios", "axios.com")]
    [InlineData("Axios Pro", "axios.com", "Axios Pro", "axios.com")]
    [InlineData("Axios", null, "Axios", "axios.com")]
    [InlineData("A Small Paper", null, "A Small Paper", null)]
    public void A_declared_provider_is_completed_and_never_renamed(string name, string? domain, string expectedName, string? expectedDomain)
    {
        var tagged = Shipped.Tagger.Tag(new ArticleDraft { Title = "T", Provider = new ProviderClaim(name, domain, ValueSource.Declared) });

        Assert.Equal(new ProviderClaim(expectedName, expectedDomain, ValueSource.Declared), tagged.Provider);
    }

    [Fact]
    public void An_unnamed_provider_is_known_by_address_or_marks()
    {
        var reuters = new ProviderClaim("Reuters", "reuters.com", ValueSource.Inferred);
        var update = new ProviderClaim("Biometric Update", "biometricupdate.com", ValueSource.Inferred);

        Assert.Equal(reuters, Shipped.Tagger.Tag(new ArticleDraft { Url = "https://uk.reuters.com/a" }).Provider);
        Assert.Equal(update, Shipped.Tagger.Tag(new ArticleDraft { Title = "T", Cuts = [new Cut(40, 3, "site furniture", "Most read\nThe ID16.9 Podcast")] }).Provider);
        Assert.Null(Shipped.Tagger.Tag(new ArticleDraft { Title = "T", Cuts = [new Cut(40, 3, "site furniture", "Related Posts")] }).Provider);
    }

    [Theory]
    [InlineData("SenseTime opens a lab", 2013, 1)]
    [InlineData("SenseTime opens a lab", 2014, 0)]
    [InlineData("Police buy cameras, as others did from SenseTime", null, 0)]
    public void A_date_before_its_subject_began_is_doubted_once(string title, int? year, int warnings)
    {
        var draft = new ArticleDraft { Title = title, Published = year is { } known ? PublishedDate.InYear(known, DateSource.Address, "x") : PublishedDate.Unknown };

        var tagged = Shipped.Tagger.Tag(Shipped.Tagger.Tag(draft));

        Assert.Equal(warnings, tagged.Warnings.Count(warning => warning.Code == WarningCode.BeforeFounding));
    }

    /// <summary>The companies of a seed's long lines, which are its paragraphs; names that stand only in injected words are left out.</summary>
    static IEnumerable<string> Companies(string seed, params string[] injected)
    {
        var paragraphs = File.ReadLines(Path.Combine(Shipped.Seeds, seed)).Where(line => line.Length > 80);
        var tagged = Shipped.Tagger.Tag(new ArticleDraft { Body = string.Join("\n\n", paragraphs) });
        return tagged.Companies.Select(tag => tag.Name).Except(injected);
    }
}
