using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

/// <summary>Sentences as the trade press writes them: what each sum is, how certain and whose.</summary>
public sealed class MoneySentenceTests
{
    [Theory]
    [InlineData("Megvii did not raise $500 million this year")]
    [InlineData("Megvii has not yet raised $200 million, a spokesman said")]
    [InlineData("Clearview AI wasn't fined $20 million after all")]
    [InlineData("Clearview AI has denied reports that it would pay $3 billion")]
    [InlineData("SenseTime denied having secured $600 million")]
    [InlineData("Megvii never received $40 million")]
    [InlineData("AnyVision failed to raise $50 million")]
    [InlineData("Clearview AI refused to pay the €20 million fine")]
    [InlineData("The €20 million fine against Clearview AI was never imposed")]
    [InlineData("SenseTime denied a Bloomberg report that said it was to raise $2 billion")]
    public void What_is_denied_is_of_no_kind_and_nobodys(string text) => Assert.Equal("other unknown none", Told(text));

    [Theory]
    [InlineData("Facebook denied wrongdoing but agreed to pay $650 million", "settlement closed Facebook")]
    [InlineData("Facebook agreed to pay $650 million without admitting wrongdoing", "settlement closed Facebook")]
    [InlineData("Megvii, which has never turned a profit, raised $40 million", "round closed Megvii")]
    [InlineData("Megvii declined to comment on its $40 million round", "round unknown Megvii")]
    [InlineData("Megvii has not said who was in, but it raised $40 million", "round closed Megvii")]
    [InlineData("Megvii did not raise $500 million at a $3 billion valuation", "other unknown none; other unknown none")]
    [InlineData("Megvii did not raise $500 million, but it raised $40 million", "other unknown none; round closed Megvii")]
    public void A_denial_reaches_its_own_deed_and_no_farther(string text, string expected) => Assert.Equal(expected, Told(text));

    [Fact]
    public void What_is_told_and_denied_is_only_reported()
    {
        var fact = Assert.Single(Facts(new ArticleDraft { Title = "Megvii raises $40 million", Body = "Megvii denied that it had raised $40 million." }));

        Assert.Equal((MoneyKind.Round, MoneyStatus.Reported, "Megvii"), (fact.Kind, fact.Status, fact.Company));
    }

    [Theory]
    [InlineData("Megvii said its competitor SenseTime was bought by Alibaba for $5 billion", "SenseTime")]
    [InlineData("Yitu watched as Cognitec was sold for €30 million", "Cognitec")]
    [InlineData("Idemia looked on, as its rival Cognitec was acquired by Salto Systems for €30 million", "Cognitec")]
    [InlineData("Cognitec bought by Salto Systems for €30 million", "Cognitec")]
    [InlineData("Thales had bid €25 million for Cognitec", "Cognitec")]
    [InlineData("IDEMIA, which Advent had bought for €2.4 billion, is for sale", "Idemia")]
    [InlineData("Onfido is to be bought by Entrust for more than $400 million", "Onfido")]
    [InlineData("Thales beat Idemia and acquired Gemalto for €4.8 billion", "Gemalto")]
    [InlineData("The sale of Cognitec to Salto Systems for €30 million is done", "Cognitec")]
    [InlineData("Amazon looked on as Neverheard was sold for $90 million", "none")]
    [InlineData("Thales bid $10 million for a contract", "none")]
    [InlineData("The ministry paid $3 million for Thales scanners", "none")]
    public void A_purchase_price_is_whose_who_is_bought(string text, string company) => Assert.Equal(company, Assert.Single(Facts(text)).Company ?? "none");

    [Theory]
    [InlineData("Kairos AR is backed by the firm's second fund, which closed at $75 million", "none")]
    [InlineData("Kairos AR hired after the venture firm's new fund closed at $90 million", "none")]
    [InlineData("Megvii had its money from a fund that closed at $120 million", "none")]
    [InlineData("Awz Ventures said its third fund closed at $200 million", "Awz Ventures")]
    [InlineData("SoftBank raised a $108 billion fund", "SoftBank")]
    public void The_size_of_a_fund_is_no_round(string text, string company)
    {
        var fact = Assert.Single(Facts(text));

        Assert.Equal((MoneyKind.Other, company), (fact.Kind, fact.Company ?? "none"));
    }

    [Theory]
    [InlineData("Megvii, backed by a state fund, raised $40 million", "round closed Megvii")]
    [InlineData("Facebook agreed to pay $550 million, later raised to $650 million, to settle", "settlement closed Facebook; settlement closed Facebook")]
    [InlineData("ByteDance first offered $80 million, then lifted to $92 million, to settle the suit", "other unknown ByteDance; settlement closed ByteDance")]
    [InlineData("Google raised its offer from $300 million to $400 million", "other closed Google; other closed Google")]
    [InlineData("SenseTime is now worth more than $7.5 billion, up from $4.5 billion in 2018", "valuation unknown SenseTime; valuation unknown SenseTime")]
    [InlineData("Megvii raised $40 million, later increased to $50 million", "round closed Megvii; round closed Megvii")]
    [InlineData("Megvii raised up to $500 million", "round closed Megvii")]
    public void A_change_of_a_sum_is_no_round_of_its_own(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("SenseTime, which has raised $1.4 billion to date, plans to raise up to $500 million", "other cumulative SenseTime; round planned SenseTime")]
    [InlineData("Jumio has raised $205 million so far, and closed a $150 million round in March", "other cumulative Jumio; round closed Jumio")]
    [InlineData("Megvii plans to raise $500 million, having raised $1.4 billion to date", "round planned Megvii; other cumulative Megvii")]
    [InlineData("Megvii raised $40 million, bringing its total to date to $100 million", "round closed Megvii; other cumulative Megvii")]
    [InlineData("To date, Megvii has raised $40 million", "other cumulative Megvii")]
    [InlineData("Clearview AI charges $2,000 per user", "other unknown Clearview AI")]
    [InlineData("Clearview AI raised $2 million, per Bloomberg", "round reported Clearview AI")]
    [InlineData("Facebook raised its settlement offer to $650 million", "settlement planned Facebook")]
    [InlineData("Megvii raised $40 million in a round that could be extended to $60 million in total", "round closed Megvii; round planned Megvii")]
    [InlineData("Megvii, which plans a listing, has raised $60 million in total", "other cumulative Megvii")]
    public void A_time_speaks_of_the_sum_that_it_stands_behind(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("Cognitec got a €2 million loan, and Singapore handed out S$9 million in grants", "other closed Cognitec; other unknown none")]
    [InlineData("NEC won a $3 million order, and Tokyo spent $9 million on cameras", "other closed NEC; other closed none")]
    [InlineData("Thales sells gates, while the European Union spent €40 million on them", "other closed none")]
    [InlineData("Amazon bought Ring for $1 billion, and Blink for $90 million", "other closed Ring; other unknown none")]
    [InlineData("Megvii won a contract, and then raised $40 million", "round closed Megvii")]
    [InlineData("Megvii opened in Wuhan, and in May raised $40 million", "round closed Megvii")]
    [InlineData("Megvii, whose rival Yitu raised $380 million in 2018, filed for an IPO worth $1 billion", "round closed Yitu; other unknown Megvii")]
    [InlineData("Awz Ventures, which invested in Corsight AI, manages $500 million", "other closed Awz Ventures")]
    public void Another_subject_opens_another_clause(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("SenseTime raised $620 million. Nevera denied that it was seeking $9 million.", "none")]
    [InlineData("SenseTime raised $620 million. Nevera said that it had borrowed $9 million.", "none")]
    [InlineData("SenseTime raised $620 million. Nevera, a rival, is based in Oslo. It raised $9 million.", "none")]
    [InlineData("SenseTime raised $620 million. China has a plan. It spent $9 million.", "none")]
    [InlineData("SenseTime raised $620 million. Today it raised $9 million more.", "SenseTime")]
    [InlineData("SenseTime raised $620 million. Officials said it raised $9 million more.", "SenseTime")]
    [InlineData("SenseTime raised $620 million. Xu Li leads the firm. Xu said it also raised $9 million.", "SenseTime")]
    [InlineData("SenseTime raised $620 million. Paravision is smaller. It raised $9 million.", "Paravision")]
    public void A_pronoun_does_not_pass_over_a_name_that_the_catalogue_lacks(string text, string company) =>
        Assert.Equal(company, Assert.Single(Facts(new ArticleDraft { Body = text }), fact => fact.Amount == 9_000_000).Company ?? "none");

    [Theory]
    [InlineData("It paid Rupees 300 crore, Rs. 12 lakh and rupees 5 lakh in all", "3000000000 INR, 1200000 INR, 500000 INR")]
    [InlineData("It paid 200,000 Swedish kronor (about €18,600)", "200000 SEK = 18600 EUR")]
    [InlineData("It paid 5 million Norwegian kroner, 6 million Danish kroner and 7 million kronor in all", "5000000 NOK, 6000000 DKK, 7000000 SEK")]
    [InlineData("It paid 8 million Swiss francs and 9 million francs in all", "8000000 CHF, 9000000 CHF")]
    [InlineData("It paid 20 billion South Korean won ($15 million) in all", "20000000000 KRW = 15000000 USD")]
    [InlineData("It paid 4 million shekels and NIS 12 million in all", "4000000 ILS, 12000000 ILS")]
    [InlineData("It paid 5 million Singapore dollars and 2 million Singaporean dollars in all", "5000000 SGD, 2000000 SGD")]
    [InlineData("It paid 12 million zlotys ($3 million) and 30 million Philippine pesos in all", "12000000 PLN = 3000000 USD, 30000000 PHP")]
    [InlineData("It was fined 7.5 million pounds in Britain, with sales of 2 million pounds in 2021", "7500000 GBP, 2000000 GBP")]
    [InlineData("It raised 5 million pounds of seed funding and a contract worth 3 million pounds a year", "5000000 GBP, 3000000 GBP")]
    [InlineData("It had sales of 60 billion won in 2021, now 70 billion won a year, and costs of 8 million euro in all", "60000000000 KRW, 70000000000 KRW, 8000000 EUR")]
    [InlineData("They shipped 3 million pounds of fresh fruit, and 2 million won a prize", "")]
    [InlineData("Three million won the vote, one million won in the end", "")]
    [InlineData("It paid 5 million kroner, 3 million pesos and 4 crowns", "")]
    [InlineData("A matter of rupees 20 years ago, and 300 won votes", "")]
    public void Currencies_are_read_in_words(string text, string sums) => Assert.Equal(sums, string.Join(", ", Facts(text).Select(fact =>
        Written(fact.Amount, fact.Currency) + (fact.Converted is { } converted ? " = " + Written(converted.Amount, converted.Currency) : ""))));

    [Theory]
    [InlineData("AnyVision has landed $235 million in a Series C led by SoftBank, bringing its total to $352 million.", "round closed AnyVision; other cumulative AnyVision")]
    [InlineData("FaceTec said it had secured between $30 million and $50 million from existing backers.", "round closed FaceTec; round closed FaceTec")]
    [InlineData("Corsight AI raised as much as $15 million from Awz Ventures.", "round closed Corsight AI")]
    [InlineData("Yoti took in £10 million from Lloyds Banking Group.", "round closed Yoti")]
    [InlineData("Pindrop borrowed $100 million from Hercules Capital in debt financing.", "other closed Pindrop")]
    [InlineData("Microsoft's venture arm M12 led the $74 million round in AnyVision.", "round unknown AnyVision")]
    [InlineData("The deal values Socure at $4.5 billion, people said", "valuation unknown Socure")]
    [InlineData("Megvii sought a valuation of $3.5 billion to $4 billion in Hong Kong.", "valuation unknown Megvii; valuation unknown Megvii")]
    [InlineData("NEC was awarded a five-year, $73.8 million contract by the department.", "contract closed NEC")]
    [InlineData("The ICO fined Clearview AI £7.5 million, down from the £17 million it had threatened.", "fine closed Clearview AI; fine unknown Clearview AI")]
    [InlineData("Google agreed to a $100 million settlement with users over photos.", "settlement closed Google")]
    [InlineData("The law provides for damages of $1,000 per violation and $5,000 if intentional.", "other unknown none; other unknown none")]
    [InlineData("Shenzhen will spend 2 billion yuan on cameras from Hikvision and Dahua.", "other planned none")]
    [InlineData("Analysts expect the sector to be worth $12.9 billion by 2027.", "market-size planned none")]
    [InlineData("Unlike its rival SenseTime, which raised $620 million, Megvii raised $750 million.", "round closed SenseTime; round closed Megvii")]
    [InlineData("SenseTime lost 10.4 billion yuan, while Megvii lost 5.2 billion yuan.", "other closed SenseTime; other closed Megvii")]
    [InlineData("An engineer at Megvii earns up to 500,000 yuan a year.", "other unknown none")]
    public void The_trade_press_is_understood(string text, string expected) => Assert.Equal(expected, Told(text));

    [Fact]
    public void A_text_of_sums_alone_states_each_of_them()
    {
        var text = string.Join(' ', Enumerable.Range(1, 5_000).Select(number => $"Megvii raised ${number} million in funding"));

        var facts = Facts(new ArticleDraft { Body = text });

        Assert.Equal(5_000, facts.Count);
        Assert.All(facts, fact => Assert.Equal((MoneyKind.Round, "Megvii"), (fact.Kind, fact.Company)));
    }

    static IReadOnlyList<MoneyFact> Facts(ArticleDraft draft) => Shipped.Tagger.Tag(draft).Money;

    static IReadOnlyList<MoneyFact> Facts(string excerpt) => Facts(new ArticleDraft { Excerpt = excerpt });

    internal static string Told(string text) => string.Join("; ", Facts(text).Select(fact =>
        $"{(fact.Kind == MoneyKind.MarketSize ? "market-size" : fact.Kind.ToString().ToLowerInvariant())} {fact.Status.ToString().ToLowerInvariant()} {fact.Company ?? "none"}"));

    static string Written(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount} {currency}");
}
