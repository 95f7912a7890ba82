using CsCheck;
using NewsTracker.Ingestion;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

public sealed class FoundNameTests
{
    static readonly string[] Words =
    [
        "Quillmark", "quillmark", "Quillmark.ai", "QUILLMARK.AI", "Elm", "Labs", "Inc.", "startup", "company", "the", "a", ",", "which makes", "CEO", "of", "raises", "$4", "million", "(NASDAQ:", "vendors like", "and", "Reuters", "’s", ".", "\n", "🙂", "\ud800",
    ];

    [Theory]
    [InlineData("The deal was signed by Quillmark Inc. on Monday.", "Quillmark")]
    [InlineData("The deal was signed by Quillmark Technologies Co., Ltd. on Monday.", "Quillmark Technologies")]
    [InlineData("Shares of Quillmark (NASDAQ: QLMK) fell.", "Quillmark")]
    [InlineData("Shares of Quillmark (4711.TW) fell.", "Quillmark")]
    [InlineData("They met the startup Quillmark in June.", "Quillmark")]
    [InlineData("They met a company called Quillmark in June.", "Quillmark")]
    [InlineData("They met Quillmark, a maker of door cameras.", "Quillmark")]
    [InlineData("They met Quillmark, one of the world’s largest vendors of cameras.", "Quillmark")]
    [InlineData("They met Quillmark, which makes door cameras.", "Quillmark")]
    [InlineData("Quillmark raises $40 million for its cameras", "Quillmark")]
    [InlineData("Quillmark has closed a small round.", "")]
    [InlineData("The rival wants to acquire Quillmark for cash.", "Quillmark")]
    [InlineData("The CEO of Quillmark spoke.", "Quillmark")]
    [InlineData("Then Quillmark CEO A. Person spoke.", "Quillmark")]
    [InlineData("Vendors such as Quillmark, Ostrava Vale and Brightfen offer it.", "Brightfen,Ostrava Vale,Quillmark")]
    [InlineData("It lists Megvii, Quillmark, SenseTime and Yitu.", "Quillmark")]
    [InlineData("It lists Megvii, Quillmark, Ostrava and Brno.", "")]
    [InlineData("Cameras by Quillmark.ai hang there.", "Quillmark.ai")]
    [InlineData("Quillmark announced a camera. It partners with Quillmark often, and with Quillmark’s customers.", "Quillmark")]
    [InlineData("Quillmark announced a camera.", "")]
    [InlineData("One Digital Elm Labs, Inc. office closed; Digital Elm Labs said so.", "Digital Elm Labs")]
    [InlineData("Quillmark acquires Cognitec", "Quillmark")]
    [InlineData("Quillmark has acquired Cognitec for $40 million.", "Quillmark")]
    [InlineData("In May Quillmark agreed to buy Cognitec, it said.", "Quillmark")]
    [InlineData("Quillmark Doors buys Cognitec to open doors by face", "Quillmark Doors")]
    [InlineData("In May Quillmark bought the Swiss startup Brightfen.", "Brightfen,Quillmark")]
    [InlineData("They met Quillmark, which bought Brightfen in May.", "Quillmark")]
    [InlineData("The Ministry of Order has a contract worth up to £50 million with Quillmark Computer Services.", "Quillmark Computer Services")]
    [InlineData("The council signed a contract with Quillmark in May.", "Quillmark")]
    public void A_company_is_found_by_what_is_said_of_it(string text, string names) => Assert.Equal(names, Found(new ArticleDraft { Excerpt = text }));

    [Theory]
    [InlineData("They met Jane Roe, the company’s spokeswoman.")]
    [InlineData("They met John Roe, a developer in Leeds.")]
    [InlineData("They met Brightfen, a nonprofit that sues companies.")]
    [InlineData("The CEO of Brightfen University spoke.")]
    [InlineData("The law firm Brightfen sued.")]
    [InlineData("Regardless, the company is growing.")]
    [InlineData("They use Samsung’s Quillmark, a maker of avatars.")]
    [InlineData("They met Reuters, a company of note.")]
    [InlineData("Her Startup Arena, held in May, drew the startup crowd.")]
    [InlineData("Companies such as Monday and China are no names.")]
    [InlineData("It acquired quillmark; Quillmark Quillmark.")]
    [InlineData("QUILLMARK INC RAISES $40 MILLION")]
    [InlineData("Ostrava bought Axon cameras for its police.")]
    [InlineData("Ostrava buys Cognitec’s cameras")]
    [InlineData("Collectors acquired Picasso paintings in May.")]
    [InlineData("NEC has a contract worth $4 million with Brightfen Immigration Services.")]
    [InlineData("NEC has a contract with Brightfen.")]
    [InlineData("Megvii’s Quillmark acquires Cognitec")]
    public void What_is_no_company_is_left_alone(string text) => Assert.Equal("", Found(new ArticleDraft { Excerpt = text }));

    [Fact]
    public void A_publisher_is_no_company_of_its_own_story()
    {
        var draft = new ArticleDraft { Excerpt = "The CEO of Brightfen spoke.", Provider = new ProviderClaim("Brightfen Daily", null, ValueSource.Declared) };

        Assert.Equal("", Found(draft));
        Assert.Equal("Brightfen", Found(draft with { Provider = null }));
    }

    [Fact]
    public void A_headline_in_capitals_needs_the_name_in_the_text_too()
    {
        var draft = new ArticleDraft { Title = "Face Recognition Startup Quillmark Unveils Big Camera" };

        Assert.Equal("", Found(draft));
        Assert.Equal("Quillmark", Found(draft with { Excerpt = "Nobody at Quillmark answered." }));
    }

    [Fact]
    public void A_found_name_says_that_the_catalogue_lacks_it_and_may_be_the_subject()
    {
        var tag = Assert.Single(Shipped.Tagger.Tag(new ArticleDraft { Title = "Quillmark raises $40 million", Excerpt = "The startup Quillmark makes cameras." }).Companies);

        Assert.Equal(("Quillmark", "quillmark", false, ValueSource.Inferred), (tag.Name, tag.Slug, tag.Catalogue, tag.Source));
        Assert.Equal((CompanyRole.Subject, 2, "Quillmark raises $40 million"), (tag.Role, tag.Mentions, tag.Evidence));
    }

    [Fact]
    public void Spellings_with_one_address_are_one_company()
    {
        var tags = Shipped.Tagger.Tag(new ArticleDraft { Excerpt = "Quillmark.ai hired. The CEO of Quillmark.AI spoke. The startup Quillmark.AI grew." }).Companies;

        Assert.Equal("quillmark-ai", Assert.Single(tags).Slug);
    }

    [Fact]
    public void Slugs_are_unique_and_tagging_twice_is_tagging_once() =>
        Gen.Select(Gen.Int[0, Words.Length - 1].Array[0, 30], Gen.Bool, (picks, named) => (picks.Select(pick => Words[pick]).ToList(), named ? "https://www.reuters.com/a" : null))
            .Sample((List<string> words, string? url) =>
            {
                var once = Shipped.Tagger.Tag(new ArticleDraft { Title = string.Join(' ', words.Take(8)), Excerpt = string.Join(' ', words), Url = url });
                var twice = Shipped.Tagger.Tag(once);

                Assert.Equal(once.Companies.Count, once.Companies.DistinctBy(tag => tag.Slug).Count());
                Assert.Equal(once.Companies.Select(tag => tag with { Forms = [] }), twice.Companies.Select(tag => tag with { Forms = [] }));
            });

    static string Found(ArticleDraft draft) =>
        string.Join(',', Shipped.Tagger.Tag(draft).Companies.Where(tag => !tag.Catalogue).Select(tag => tag.Name).Order(StringComparer.Ordinal));
}
