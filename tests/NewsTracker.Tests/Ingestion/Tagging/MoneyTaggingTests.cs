using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

public sealed class MoneyTaggingTests
{
    [Theory]
    [InlineData("It cost $4.2 million.", "4200000 USD")]
    [InlineData("It cost 4.2 million dollars.", "4200000 USD")]
    [InlineData("A 1.5-billion-dollar plan", "1500000000 USD")]
    [InlineData("Fees were $915,454.37 in all.", "915454.37 USD")]
    [InlineData("It went for $30m, £7.5bn or 12K; for $2.5bil", "30000000 USD, 7500000000 GBP, 2500000000 USD")]
    [InlineData("USD 12 billion, US$5.5M, U$3bn, $20 bn USD", "12000000000 USD, 5500000 USD, 3000000000 USD, 20000000000 USD")]
    [InlineData("A$3m, C$4m, HK$5m, NT$6m, S$7m, $8m AUD", "3000000 AUD, 4000000 CAD, 5000000 HKD, 6000000 TWD, 7000000 SGD, 8000000 AUD")]
    [InlineData("Rmb3.75 billion and 20 million renminbi", "3750000000 CNY, 20000000 CNY")]
    [InlineData("₹2,50,000, Rs 10.5 lakh and 3 crore rupees", "250000 INR, 1050000 INR, 30000000 INR")]
    [InlineData("It is 300 million won, but won 30 contracts", "300000000 KRW")]
    [InlineData("€20 million, 5 million euros, 300€", "20000000 EUR, 5000000 EUR, 300 EUR")]
    [InlineData("two million euros", "2000000 EUR")]
    [InlineData("between $3.04 billion and $8.93 billion", "3040000000 USD, 8930000000 USD")]
    [InlineData("$80 to $100 million", "80000000 USD, 100000000 USD")]
    [InlineData("$5-10 million a year", "5000000 USD, 10000000 USD")]
    [InlineData("a $50+ billion field", "50000000000 USD")]
    public void Sums_are_read_in_every_way_of_writing(string text, string sums) => Assert.Equal(sums, Sums(text));

    [Theory]
    [InlineData("billions of dollars for 800 million phones and 1.3 billion people")]
    [InlineData("up 20 million, or 30%, in 2019; $3% off; $1.500.000")]
    [InlineData("2 million pounds of rice, 20 pounds, the 2020 Euro")]
    [InlineData("499 won votes, and two million won in the end")]
    [InlineData("valued at $12 ...")]
    [InlineData("projected to reach USD 81.")]
    public void Vague_sums_counts_and_cut_numbers_are_none(string text) => Assert.Equal("", Sums(text));

    [Theory]
    [InlineData("Sales of 5 billion yuan (US$720 million)", "5000000000 CNY = 720000000 USD")]
    [InlineData("It paid £7.5m, or about $9m, last year", "7500000 GBP = 9000000 USD")]
    [InlineData("It paid €5m (appr. $5.5m)", "5000000 EUR = 5500000 USD")]
    [InlineData("It paid €5m in May and $6m in June", "5000000 EUR, 6000000 USD")]
    public void A_conversion_belongs_to_its_sum(string text, string sums) => Assert.Equal(sums, Sums(text));

    [Theory]
    [InlineData("The Beijing firm got ¥5 million", "5000000 CNY")]
    [InlineData("The Tokyo firm got ¥5 million", "5000000 JPY")]
    [InlineData("A Tokyo firm got ¥5 million in China", "5000000 JPY")]
    [InlineData("The Chinese firm got ¥5 million. Tokyo looks on. A Japanese rival got ¥6 million.", "5000000 CNY, 6000000 JPY")]
    [InlineData("Megvii raised ¥5 million. NEC of Japan looks on.", "5000000 CNY")]
    [InlineData("Rivals in China look on. NEC won a ¥5 million contract.", "5000000 JPY")]
    public void A_bare_yen_sign_is_decided_by_the_nearest_evidence(string text, string sums) => Assert.Equal(sums, Sums(text));

    [Theory]
    [InlineData("Megvii raised an additional $40 million", "round Megvii")]
    [InlineData("Megvii closes $9 million Series B led by Qualcomm", "round Megvii")]
    [InlineData("Megvii was fined $2 million", "fine Megvii")]
    [InlineData("A watchdog fined Megvii €2 million", "fine Megvii")]
    [InlineData("Megvii took a round at a $2 billion valuation", "valuation Megvii")]
    [InlineData("Analysts valued Megvii at about $2 billion", "valuation Megvii")]
    [InlineData("Megvii's revenue rose to $70 million", "revenue Megvii")]
    [InlineData("Megvii pays $5 million to end a class action", "settlement Megvii")]
    [InlineData("Megvii won a $3 million contract", "contract Megvii")]
    [InlineData("Intel will invest $50 million in Megvii", "investment Megvii")]
    [InlineData("SoftBank wants a $1 billion stake in Megvii", "round Megvii")]
    [InlineData("SoftBank's $100 billion Vision Fund", "other SoftBank")]
    [InlineData("Facebook bought Megvii for $60 million", "other Megvii")]
    [InlineData("Facebook bought the maker of a popular app for $60 million", "other none")]
    [InlineData("Megvii, which Facebook is taking over for $60 million", "other Megvii")]
    [InlineData("Megvii has raised $60 million to date", "other Megvii")]
    [InlineData("Megvii has investors including a $1 billion state guidance fund", "other none")]
    [InlineData("Megvii raised money from backers including the $2 billion Guangdong Equity Investment Guidance Fund", "other none")]
    [InlineData("Megvii plans to raise $500 million in a Hong Kong IPO", "other Megvii")]
    [InlineData("Megvii raised its offer to $5 million", "other Megvii")]
    [InlineData("Start-ups such as Megvii raised $9 billion", "other none")]
    [InlineData("The market for face recognition, led by Megvii, will reach $7 billion by 2024", "market-size none")]
    [InlineData("The market was valued at $3 billion", "market-size none")]
    [InlineData("Hikvision's market cap is $40 billion", "valuation Hikvision")]
    [InlineData("Megvii rival Clearview AI wins $9.2 million contract", "contract Clearview AI")]
    [InlineData("Megvii rival SenseTime raised $20 million", "round SenseTime")]
    [InlineData("A $60 billion commodity price market", "market-size none")]
    [InlineData("China is committed to investing $1.4 trillion in local industry", "other none")]
    [InlineData("A university received a $316,000 federal grant", "other none")]
    [InlineData("A camera that costs $300", "other none")]
    [InlineData("Neverheard raised $5 million, ahead of Megvii", "round Neverheard")]
    public void Kind_and_owner_follow_from_the_words_beside_a_sum(string text, string expected)
    {
        var fact = Assert.Single(Facts(new ArticleDraft { Excerpt = text }));

        Assert.Equal(expected, $"{(fact.Kind == MoneyKind.MarketSize ? "market-size" : fact.Kind.ToString().ToLowerInvariant())} {fact.Company ?? "none"}");
    }

    [Theory]
    [InlineData("Megvii raised $40 million", MoneyStatus.Closed)]
    [InlineData("Megvii is close to raising $40 million", MoneyStatus.Planned)]
    [InlineData("Megvii agreed to pay $40 million", MoneyStatus.Closed)]
    [InlineData("Megvii raised $40 million, according to two people", MoneyStatus.Reported)]
    [InlineData("Megvii has raised $40 million so far", MoneyStatus.Cumulative)]
    [InlineData("In May, Megvii raised $40 million", MoneyStatus.Closed)]
    [InlineData("The chip could change much: Megvii raised $40 million for it", MoneyStatus.Closed)]
    [InlineData("Megvii and its $40 million", MoneyStatus.Unknown)]
    public void Status_is_the_most_careful_that_the_clause_allows(string text, MoneyStatus status) =>
        Assert.Equal(status, Assert.Single(Facts(new ArticleDraft { Excerpt = text })).Status);

    [Theory]
    [InlineData("Megvii is in talks to raise $1 billion at a $5 billion valuation", MoneyStatus.Planned)]
    [InlineData("Megvii reportedly raised $1 billion at a $5 billion valuation", MoneyStatus.Reported)]
    [InlineData("Megvii raised $1 billion at a $5 billion valuation", MoneyStatus.Unknown)]
    public void A_valuation_is_no_more_certain_than_its_round(string text, MoneyStatus status) =>
        Assert.Equal(status, Assert.Single(Facts(new ArticleDraft { Excerpt = text }), fact => fact.Kind == MoneyKind.Valuation).Status);

    [Fact]
    public void A_sum_stated_twice_is_one_and_the_text_is_more_careful_than_the_headline()
    {
        var fact = Assert.Single(Facts(new ArticleDraft
        {
            Title = "Face recognition firm closes $40 million round",
            Excerpt = "Megvii is wrapping up a $40 million funding round.",
        }));

        Assert.Equal((MoneyKind.Round, MoneyStatus.Planned, "Megvii", "megvii"), (fact.Kind, fact.Status, fact.Company, fact.CompanySlug));
        Assert.Equal("Face recognition firm closes $40 million round", fact.Evidence);
        Assert.Equal(["$40 million"], fact.Forms);
    }

    [Fact]
    public void Equal_sums_of_two_companies_stay_two()
    {
        var facts = Facts(new ArticleDraft { Body = "SenseTime raised $40 million. Megvii raised $40 million, too." });

        Assert.Equal(["SenseTime", "Megvii"], facts.Select(fact => fact.Company));
    }

    [Fact]
    public void A_sum_without_words_of_its_own_goes_on_with_what_was_told()
    {
        var facts = Facts(new ArticleDraft { Title = "Megvii must pay", Body = "A watchdog fined Megvii €20 million.\n\nNothing was paid. In April it added €5 million." });

        Assert.Equal([(MoneyKind.Fine, "Megvii"), (MoneyKind.Fine, "Megvii")], facts.Select(fact => (fact.Kind, fact.Company)));
    }

    [Fact]
    public void A_pronoun_means_the_company_before_it()
    {
        var facts = Facts(new ArticleDraft { Body = "Megvii has SenseTime for a rival. The company raised $40 million." });

        Assert.Equal("Megvii", Assert.Single(facts).Company);
    }

    [Fact]
    public void What_was_cut_related_entries_and_other_languages_state_no_sum()
    {
        var tagged = Shipped.Tagger.Tag(new ArticleDraft
        {
            Title = "A quiet day",
            Cuts = [new Cut(9, 1, "other headlines", "Megvii raises $40 million")],
            Related = [new ArticleDraft { Title = "Megvii raises $40 million" }],
        });

        Assert.Empty(tagged.Money);
        Assert.Single(tagged.Related[0].Money);
        Assert.Empty(Facts(new ArticleDraft { Language = "de", Title = "Megvii sammelt $40 million" }));
    }

    static IReadOnlyList<MoneyFact> Facts(ArticleDraft draft) => Shipped.Tagger.Tag(draft).Money;

    static string Sums(string text) => string.Join(", ", Facts(new ArticleDraft { Excerpt = text }).Select(fact =>
        Written(fact.Amount, fact.Currency) + (fact.Converted is { } converted ? " = " + Written(converted.Amount, converted.Currency) : "")));

    static string Written(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount} {currency}");
}
