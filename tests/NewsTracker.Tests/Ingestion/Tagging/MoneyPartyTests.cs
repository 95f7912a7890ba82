using static NewsTracker.Tests.Ingestion.Tagging.MoneySentenceTests;

namespace NewsTracker.Tests.Ingestion.Tagging;

/// <summary>Who of several in a sentence a sum belongs to: who raises and not who invests, who is fined and not who fines.</summary>
public sealed class MoneyPartyTests
{
    [Theory]
    [InlineData("Yitu raised $100 million in new funding from Foo Capital and SoftBank.", "round closed Yitu")]
    [InlineData("Yitu raised $100 million in Series B funding led by Foo Capital and Intel Capital.", "round closed Yitu")]
    [InlineData("Yitu raised $100 million in new funding from investors such as SoftBank and Alibaba.", "round closed Yitu")]
    [InlineData("Yitu raised $100 million in a Series B round that included Intel Capital.", "round closed Yitu")]
    [InlineData("Yitu raised $30 million in a round co-led by Granite Asia and Temasek, bringing its total to $90 million.", "round closed Yitu; other cumulative Yitu")]
    [InlineData("Yitu closed a $220 million Series B led by General Atlantic and SoftBank, valuing it at $1.25 billion.", "round closed Yitu; valuation unknown Yitu")]
    [InlineData("Backed by Foo Capital and Bar, Megvii raised $40 million.", "round closed Megvii")]
    [InlineData("Yitu raised $100 million in a round in which SoftBank took part.", "round closed Yitu")]
    [InlineData("Yitu secured $100 million in equity that SoftBank and Foo Capital hold.", "round closed Yitu")]
    [InlineData("SoftBank invested $100 million in Yitu.", "investment closed Yitu")]
    [InlineData("Intel will invest $50 million in a firm called Megvii.", "investment planned Megvii")]
    [InlineData("SoftBank closed a $1 billion stake in Megvii.", "round closed Megvii")]
    public void A_round_goes_to_who_raises_it_and_an_investment_to_whom_it_is_put_into(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("Yitu was sued by Megvii, which raised $750 million in 2019.", "round closed Megvii")]
    [InlineData("Yitu hired its boss from Megvii, which was fined $2 million.", "fine closed Megvii")]
    [InlineData("Yitu works with NEC, which had revenue of $27 billion.", "revenue unknown NEC")]
    [InlineData("Yitu competes with SenseTime, valued at $7.5 billion.", "valuation closed SenseTime")]
    [InlineData("Yitu competes with SenseTime, whose revenue was $500 million.", "revenue unknown SenseTime")]
    [InlineData("Yitu was sued by Megvii, which said it raised $750 million.", "round closed Megvii")]
    [InlineData("Yitu, backed by SoftBank, which is Japanese, raised $40 million.", "round closed Yitu")]
    [InlineData("Yitu, a rival of and supplier to Megvii, raised $40 million.", "round closed Yitu")]
    [InlineData("Yitu competes with Worldcoin, valued at $3 billion, and Civic.", "valuation closed none")]
    [InlineData("Yitu hired a lawyer from Nevera, which raised $40 million in 2019.", "round closed none")]
    [InlineData("Yitu Technology, which raised $40 million in 2019, is hiring.", "round closed Yitu")]
    [InlineData("NEC won a contract with Thales, worth $3 million.", "contract closed NEC")]
    public void A_clause_behind_a_name_tells_of_that_name(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("Facebook paid $5 billion to the FTC.", "other closed Facebook")]
    [InlineData("Last year ByteDance paid $92 million in a similar case.", "other closed ByteDance")]
    [InlineData("Facebook employees were paid $50,000 to the last cent.", "other closed none")]
    [InlineData("Thales paid €4.8 billion for Gemalto.", "other closed Gemalto")]
    [InlineData("Thales said the ministry paid $3 million to its staff.", "other closed none")]
    [InlineData("Thales paid €4 million for cameras.", "other closed none")]
    [InlineData("Thales bought Gemalto in 2019; it paid €4.8 billion.", "other closed none")]
    public void What_is_paid_and_buys_nothing_is_who_pays(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("The fine against Clearview AI was cut to 5 million euros.", "fine closed Clearview AI")]
    [InlineData("Google noted that the penalty imposed on Clearview AI was €20 million.", "fine closed Clearview AI")]
    [InlineData("Clearview AI got a fine of €20 million.", "fine closed Clearview AI")]
    [InlineData("A tribunal overturned the £7.5 million fine against Clearview AI.", "fine unknown Clearview AI")]
    [InlineData("The £7.5 million fine against Clearview AI was overturned.", "fine unknown Clearview AI")]
    [InlineData("The ICO imposed a £7.5 million fine on Clearview AI.", "fine closed Clearview AI")]
    public void A_fine_is_whose_it_is_imposed_on(string text, string expected) => Assert.Equal(expected, Told(text));
}
