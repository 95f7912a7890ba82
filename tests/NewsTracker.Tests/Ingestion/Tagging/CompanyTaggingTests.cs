using NewsTracker.Ingestion;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

public sealed class CompanyTaggingTests
{
    [Theory]
    [InlineData("SenseTime’s sales grow", "SenseTime")]
    [InlineData("Sensetime's sales grow", "SenseTime")]
    [InlineData("SENSETIME SALES GROW IN CHINA", "SenseTime")]
    [InlineData("The pro-SenseTime camp", "SenseTime")]
    [InlineData("Megvii is the developer of Face++, a face recognition system", "Megvii")]
    [InlineData("Face++++ is no name", "Megvii")]
    [InlineData("旷视科技与商汤合作", "Megvii,SenseTime")]
    [InlineData("AWS and Alphabet’s Google", "Amazon,Google")]
    [InlineData("Money from Ant Financial", "Ant Group")]
    [InlineData("Loans from Bank of China", "Bank of China")]
    [InlineData("A statement of the People’s Bank of China", "")]
    [InlineData("Hitachi Vantara and Hitachi", "Hitachi Vantara,Hitachi")]
    [InlineData("H&M, AT&T and BIO-key", "H&M,AT&T,BIO-key")]
    [InlineData("Applebee's opens; Intelligence and Microsoftish words", "")]
    [InlineData("The apple of my eye, an oracle and good intel", "")]
    [InlineData("Fires in the Amazon rainforest", "")]
    [InlineData("He unlocked it by Face ID, she by Rekognition", "")]
    [InlineData("Reuters reports, citing The New York Times", "")]
    [InlineData("Nec and nec are no NEC", "NEC")]
    [InlineData("He wrote on Twitter", "")]
    [InlineData("Tech firm iproov and IPROOV", "iProov")]
    public void Names_are_found_as_whole_words(string text, string companies) => Assert.Equal(companies, Names(text));

    [Theory]
    [InlineData("Ring doorbells share footage with police", "Ring")]
    [InlineData("Ring the bell twice", "")]
    [InlineData("Police target Target shoppers, says the retailer", "Target")]
    [InlineData("Target practice for police", "")]
    [InlineData("CLEAR lanes open at the airport", "CLEAR")]
    [InlineData("Clear rules needed at the airport", "")]
    [InlineData("Sensory, a voice biometrics company", "Sensory")]
    [InlineData("Sensory overload in the city", "")]
    [InlineData("Visa and Mastercard test payments by face", "Visa,Mastercard")]
    [InlineData("Visa rules change for students", "")]
    [InlineData("Delta lets passengers board flights by face", "Delta Air Lines")]
    [InlineData("Delta variant slows airport screening", "")]
    [InlineData("Axon drops faces from body cameras", "Axon")]
    [InlineData("Axon growth in the brain", "")]
    [InlineData("Meta, once Facebook, deletes faceprints", "Facebook")]
    [InlineData("Meta analysis of forty studies", "")]
    [InlineData("TARGET OF PROTESTS: THE MAYOR", "")]
    [InlineData("Ring partnerships with police grow", "Ring")]
    [InlineData("Axon, a supplier, spoke of face recognition", "Axon")]
    [InlineData("Tired eyes are called Computer Vision Syndrome (CVS)", "")]
    [InlineData("Walgreens and CVS drop the cameras", "Walgreens,CVS")]
    [InlineData("Tools for Large-Scale AI work", "")]
    [InlineData("A crowd (Photo: A. Person/Getty Images)", "")]
    [InlineData("Cruise, owned by GM, shows a self-driving vehicle", "Cruise,General Motors")]
    [InlineData("Cruise ship passengers board by face", "")]
    [InlineData("Pear and Apple growers in the valley fear frost", "")]
    [InlineData("Apple orchards are picked by robots", "")]
    [InlineData("Apple grows in India", "Apple")]
    [InlineData("Behind the camera hung a Nest of hornets", "")]
    [InlineData("He hung a Nest camera there", "Nest")]
    [InlineData("Square buys Afterpay in a deal", "Square")]
    [InlineData("Square, which has bought Afterpay, grows", "Square")]
    [InlineData("Slack raises $4 million", "Slack")]
    [InlineData("Slack bought time for the mayor", "")]
    [InlineData("A Ring of thieves filmed by a doorbell", "")]
    public void Ambiguous_names_count_only_in_context(string text, string companies) => Assert.Equal(companies, Names(text));

    [Fact]
    public void A_name_settled_once_means_the_same_in_the_rest_of_the_article()
    {
        var far = string.Concat(Enumerable.Repeat("Nothing else happened that day. ", 20));
        var tag = Assert.Single(Shipped.Tagger.Tag(new ArticleDraft { Title = "Amazon’s doorbell", Body = $"Ring sells a doorbell. {far}Ring declined to comment." }).Companies, company => company.Slug == "ring");

        Assert.Equal(2, tag.Mentions);
    }

    [Fact]
    public void Context_stands_in_the_same_paragraph_or_in_the_title_of_a_teaser()
    {
        const string Far = "The mayor said that nothing else had happened on that day, and nobody in the town could think of anything that had. ";
        var lead = string.Concat(Enumerable.Repeat(Far, 6));

        Assert.Empty(Shipped.Tagger.Tag(new ArticleDraft { Title = "A camera for the town", Body = $"{lead}\n\nNest after nest fell." }).Companies);
        Assert.Empty(Shipped.Tagger.Tag(new ArticleDraft { Title = "A day in town", Body = "They bought a camera.\n\nNest after nest fell." }).Companies);
        Assert.Equal("Nest", Assert.Single(Shipped.Tagger.Tag(new ArticleDraft { Title = "A camera for the town", Excerpt = "Nest shows it in May." }).Companies).Name);
    }

    [Fact]
    public void A_tag_counts_mentions_and_keeps_spellings_and_evidence()
    {
        var draft = new ArticleDraft { Title = "A deal", Excerpt = "Big news. Megvii, maker of Face++, has a deal. More follows.", Body = "Megvii said so." };

        var tag = Assert.Single(Shipped.Tagger.Tag(draft).Companies);

        Assert.Equal(("megvii", 3, true, ValueSource.Inferred), (tag.Slug, tag.Mentions, tag.Catalogue, tag.Source));
        Assert.Equal("Megvii, maker of Face++, has a deal.", tag.Evidence);
        Assert.Equal(["Megvii", "Face++"], tag.Forms);
    }

    [Theory]
    [InlineData("SenseTime plans a listing", "Megvii does too. Megvii is not alone, Megvii said.", "SenseTime")]
    [InlineData("A start-up plans a listing", "SenseTime is to list. Megvii may follow.", "SenseTime")]
    [InlineData("Start-ups attract money", "China is keen. SenseTime raised money. Megvii too. SenseTime leads Megvii; so Megvii and SenseTime compete. Apple watches.", "SenseTime,Megvii")]
    [InlineData("A new law", "Senators met on Monday. Amazon objected.", "")]
    [InlineData("MarketsandMarkets sees growth", "MarketsandMarkets sees growth.", "")]
    [InlineData("Former Intel and Google engineer opens a lab", "She paints.", "Google")]
    [InlineData("A complex Amazon deal on faces comes to an end", "They met.", "Amazon")]
    [InlineData("Amazon aluminium doors read faces", "They met.", "Amazon")]
    [InlineData("Infosys co-founder warns of bias", "Infosys co-founder A. Person spoke in Delhi.", "")]
    [InlineData("Clearview AI co-founder sees no harm", "He spoke in Delhi.", "Clearview AI")]
    [InlineData("New phones see depth, Barclays says", "Apple plans a sensor, the bank wrote.", "Apple")]
    [InlineData("Face Recognition Market Size 2021: NEC, Thales, Idemia", "The report lists NEC, Thales and Idemia.", "")]
    [InlineData("Hundreds of sheriffs try a face recognition app", "It is new. Clearview AI sells it.", "Clearview AI")]
    [InlineData("Hundreds of sheriffs are worried", "It is new. Clearview AI sells it.", "")]
    [InlineData("A law for cameras", "Phones have them, such as Apple’s, and so have cars.", "")]
    [InlineData("Startup Quillmark wants to read faces", "The startup Quillmark is from Leeds. Its rivals include Ayonix and Brightfen.", "Quillmark")]
    [InlineData("A startup wants to read faces", "It is from Leeds. Its competitors include Ayonix and others.", "")]
    [InlineData("A startup wants to read faces", "It is no giant, such as Amazon or Google, but a small shop called Ayonix.", "Ayonix")]
    [InlineData("Macy’s takes down the app of a vendor", "Clearview AI sells it.", "Macy's,Clearview AI")]
    [InlineData("A round for a reader of faces", "SoftBank leads a round in Trueface. SoftBank said so. SoftBank and Trueface met in May.", "Trueface")]
    [InlineData("A round for a reader of faces", "Trueface has raised $20 million from SoftBank. SoftBank was early. SoftBank is keen.", "Trueface")]
    [InlineData("A reader of faces has a new head", "Trueface has hired former Google engineer A. Person. She left Google in May, after years at Google; Google knows her.", "Trueface")]
    [InlineData("A fund loses money", "SoftBank had a bad year. SoftBank said so. Trueface is happy.", "SoftBank")]
    [InlineData("A law for cameras", "After a shooting, RealNetworks offered its software.", "RealNetworks")]
    public void The_subject_stands_in_the_title_or_dominates(string title, string body, string subjects)
    {
        var tags = Shipped.Tagger.Tag(new ArticleDraft { Title = title, Body = body }).Companies;

        Assert.Equal(subjects, string.Join(',', tags.Where(tag => tag.Role == CompanyRole.Subject).Select(tag => tag.Name)));
    }

    [Fact]
    public void What_was_cut_and_related_articles_name_no_company_of_this_one()
    {
        var draft = new ArticleDraft
        {
            Title = "A quiet day",
            Cuts = [new Cut(9, 1, "other headlines", "Megvii to list")],
            Related = [new ArticleDraft { Title = "SenseTime to list" }],
        };

        var tagged = Shipped.Tagger.Tag(draft);

        Assert.Empty(tagged.Companies);
        Assert.Equal("SenseTime", Assert.Single(tagged.Related[0].Companies).Name);
    }

    static string Names(string text) => string.Join(',', Shipped.Tagger.Tag(new ArticleDraft { Excerpt = text }).Companies
        .OrderBy(tag => tag.Forms.Min(form => text.IndexOf(form, StringComparison.Ordinal))).Select(tag => tag.Name));
}
