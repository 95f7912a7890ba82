using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Tagging;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

public sealed class TopicTaggingTests
{
    [Theory]
    [InlineData("Start-up raises $20 million for face recognition", "Funding")]
    [InlineData("Vendor raises concerns over masks at the border", "COVID-19 & masks,Airports & borders")]
    [InlineData("Face recognition firm files for IPO in Hong Kong", "IPO & listings")]
    [InlineData("Vendor to acquire rival", "Mergers & acquisitions")]
    [InlineData("City council votes for moratorium on face recognition", "Regulation & bans")]
    [InlineData("Shopper sues over faceprints under BIPA", "Lawsuits & settlements,Privacy & data protection")]
    [InlineData("Washington adds firms to Entity List", "Sanctions & export controls")]
    [InlineData("Sheriff finds suspect by face recognition", "Law enforcement")]
    [InlineData("Mass surveillance of Uyghurs described", "Surveillance & human rights")]
    [InlineData("Error rates higher for people of color", "Bias & accuracy")]
    [InlineData("Airline passengers board by face", "Airports & borders")]
    [InlineData("School district installs face cameras", "Schools & campuses")]
    [InlineData("Supermarket chain tries face payment", "Retail & payments")]
    [InlineData("New smart lock opens to your face", "Access control & smart devices")]
    [InlineData("Vendor unveils camera", "Product launches")]
    [InlineData("Vendor wins contract of ministry", "Partnerships & contracts")]
    [InlineData("Researchers publish new dataset", "Research & benchmarks")]
    [InlineData("Hackers leak faces from unsecured database", "Data breaches & security")]
    [InlineData("Facial recognition market to reach $9 billion at a CAGR of 14 percent, led by retail and police", "Market research")]
    [InlineData("A portrait of the artist", "")]
    [InlineData("City deploys cameras in its streets", "")]
    [InlineData("Study reveals habits", "Research & benchmarks")]
    [InlineData("App asks to stop collecting faces", "Privacy & data protection")]
    [InlineData("State halts use of face app", "Regulation & bans")]
    [InlineData("Self-driving vehicle takes a cruise", "")]
    [InlineData("Senators debut legislation on faces", "Regulation & bans")]
    [InlineData("American Civil Liberties Union has a new head", "")]
    [InlineData("New phone has machine learning", "")]
    public void A_headline_gets_its_topics(string title, string topics) =>
        Assert.Equal(topics.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), Names(new ArticleDraft { Title = title }).Order());

    [Fact]
    public void A_topic_needs_four_points_and_counts_the_title_twice()
    {
        Assert.Empty(Names(new ArticleDraft { Excerpt = "The vendor has new investors." }, Shipped.Tagger));
        Assert.Equal(["Funding"], Names(new ArticleDraft { Title = "Vendor has new investors" }, Shipped.Tagger));
        Assert.Equal(["Funding"], Names(new ArticleDraft { Excerpt = "The vendor’s investors agreed on a valuation." }, Shipped.Tagger));
    }

    [Fact]
    public void Words_deep_in_a_body_weigh_less()
    {
        var filler = string.Concat(Enumerable.Repeat("The day went by and nothing happened. ", 30));

        Assert.Equal(["IPO & listings"], Names(new ArticleDraft { Body = "An IPO is near. " + filler }));
        Assert.Empty(Names(new ArticleDraft { Body = filler + "An IPO is near." }));
    }

    [Fact]
    public void A_side_remark_counts_in_a_teaser_and_not_beside_a_body()
    {
        var draft = new ArticleDraft { Title = "Police department, sheriffs and FBI: law enforcement by mugshots", Excerpt = "Sheriffs, detectives and cops. They saw a smart lock." };

        Assert.Equal(["Law enforcement", "Access control & smart devices"], Names(draft));
        Assert.Equal(["Law enforcement"], Names(draft with { Excerpt = null, Body = draft.Excerpt }));
    }

    [Theory]
    [InlineData("Door camera start-up raises $12 million", "The start-up raised the Series A round from two investors. The global market for biometrics is expected to reach $40 billion by 2027.", "Funding")]
    [InlineData("Council votes to ban face recognition", "The ban takes effect in May. The recognition market was valued at $5 billion, a market research firm says.", "Regulation & bans")]
    public void A_sentence_on_the_size_of_the_market_pushes_out_no_stronger_topic(string title, string excerpt, string topic) =>
        Assert.Contains(topic, Names(new ArticleDraft { Title = title, Excerpt = excerpt }));

    [Fact]
    public void A_market_report_is_nothing_else() =>
        Assert.Equal(["Market research"], Names(new ArticleDraft { Title = "Face recognition market size, share and forecast to 2027", Excerpt = "The market report lists airports, retail and police as segments; a new round of funding helps." }));

    [Fact]
    public void Parts_of_a_rule_must_stand_in_one_sentence()
    {
        Assert.Equal(["T"], Names(new ArticleDraft { Excerpt = "Raises, they say, of ten million are rare." }, Rules("raises + million")));
        Assert.Empty(Names(new ArticleDraft { Excerpt = "The firm raises dogs. A million people saw them." }, Rules("raises + million")));
    }

    [Fact]
    public void Exceptions_requirements_and_open_endings_are_heard()
    {
        Assert.Equal(["T"], Names(new ArticleDraft { Excerpt = "Banning it" }, Rules("bann*")));
        Assert.Empty(Names(new ArticleDraft { Excerpt = "Banning it" }, Rules("bann")));
        Assert.Empty(Names(new ArticleDraft { Excerpt = "A travel ban" }, Rules("ban", except: ["travel ban"])));
        Assert.Equal(["T"], Names(new ArticleDraft { Excerpt = "A travel ban and a ban" }, Rules("ban", except: ["travel ban"])));
        Assert.Empty(Names(new ArticleDraft { Excerpt = "A ban" }, Rules("ban", requires: ["face"])));
        Assert.Equal(["T"], Names(new ArticleDraft { Title = "Face it", Excerpt = "A ban" }, Rules("ban", requires: ["face"])));
    }

    [Fact]
    public void Evidence_is_the_words_that_weighed_most()
    {
        var draft = new ArticleDraft { Title = "Developer closes $1.5 billion funding round", Excerpt = "Investors agreed." };

        var tag = Assert.Single(Shipped.Tagger.Tag(draft).Topics);

        Assert.Equal(("Developer closes $1.5 billion funding round", ValueSource.Inferred), (tag.Evidence, tag.Source));
    }

    [Fact]
    public void Declared_topics_come_first_and_are_not_inferred_again()
    {
        var draft = new ArticleDraft
        {
            Title = "Start-up raises $20 million and plans IPO",
            Topics = [new TopicTag("AI", "ai", ValueSource.Declared, null), new TopicTag("IPO & Listings", "whatever", ValueSource.Declared, null)],
        };

        var topics = Shipped.Tagger.Tag(draft).Topics;

        Assert.Equal(["ai", "ipo-and-listings", "funding"], topics.Select(topic => topic.Slug));
        Assert.Equal([ValueSource.Declared, ValueSource.Declared, ValueSource.Inferred], topics.Select(topic => topic.Source));
    }

    static IEnumerable<string> Names(ArticleDraft draft, Tagger? tagger = null) => (tagger ?? Shipped.Tagger).Tag(draft).Topics.Select(topic => topic.Name);

    static Tagger Rules(string phrase, string[]? except = null, string[]? requires = null) => new(CompiledCatalogue.Compile(CatalogueData.Empty with
    {
        Topics = [new CatalogueTopic { Name = "T", Slug = "t", Description = "T.", Rules = [new TopicRule(4, [phrase])], Except = except ?? [], Requires = requires ?? [] }],
    }));
}
