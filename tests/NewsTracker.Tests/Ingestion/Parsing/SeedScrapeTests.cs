using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Parsing;

namespace NewsTracker.Tests.Ingestion.Parsing;

/// <summary>The three raw scrapes among the seeds, line by line.</summary>
public sealed class SeedScrapeTests
{
    static async Task<ArticleDraft> DraftAsync(string seed) =>
        Assert.IsType<ArticleDraft>(new TextScrapeParser([]).Parse(await SeedFolder.ReadAsync(seed, TestContext.Current.CancellationToken)).Draft);

    [Theory]
    [InlineData("001", "SenseTime’s biometrics business grows during COVID-19 despite U.S. ban")]
    [InlineData("002", "China’s Facial Recognition Startups Are Getting The Nod From Big Investors And Are Thus Placing Their Bets On Them")]
    [InlineData("003", "Big Investors Are Placing Bets on China’s Facial Recognition Start-Ups")]
    public async Task The_headline_is_found_once(string seed, string title)
    {
        var draft = await DraftAsync(seed);

        Assert.Equal((title, TitleSource.Text), (draft.Title, draft.TitleSource));
        Assert.DoesNotContain(title, draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("001", "8,10,12,14,16,18,20,22,24,26")]
    [InlineData("002", "3,8,10,12,14+15,17,19,21,23,25")]
    [InlineData("003", "9,11,13,15,17,19,21,23,25,27,29,31,33,35,37")]
    public async Task The_body_is_exactly_the_lines_of_the_article(string seed, string kept)
    {
        var source = await SeedFolder.ReadAsync(seed, TestContext.Current.CancellationToken);
        var lines = source.Text.ReplaceLineEndings("\n").Split('\n');
        var expected = kept.Split(',').Select(paragraph => string.Join(' ', paragraph.Split('+').Select(number => WithoutSpam(lines[int.Parse(number, null) - 1]))));

        var body = (await DraftAsync(seed)).Body;

        Assert.Equal(expected.Select(Squeezed), body?.Split("\n\n").Select(Squeezed));
    }

    [Fact]
    public async Task Advertising_in_two_sentences_is_cut_and_reported()
    {
        var draft = await DraftAsync("002");

        Assert.Equal(Spam, draft.Cuts.Where(cut => cut.Reason == "words that were slipped in").Select(cut => cut.Text));
        Assert.Equal([12, 14], draft.Warnings.Where(warning => warning.Code == WarningCode.InjectedText).Select(warning => warning.Line));
        Assert.Contains("during digital payments.\n", draft.Body, StringComparison.Ordinal);
        Assert.Contains("Companies like Alibaba, and a Hong Kong based company", draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    public async Task Cleaning_clean_text_changes_nothing(string seed)
    {
        var body = (await DraftAsync(seed)).Body;

        Assert.Equal(body, new TextScrapeParser([]).Parse(new("again.txt", body ?? string.Empty, "utf-8", SourceFormat.Text)).Draft?.Body);
    }

    [Fact]
    public async Task Results_of_the_year_before_and_a_pandemic_give_a_year()
    {
        var published = (await DraftAsync("001")).Published;

        Assert.Equal((new DateTime(2020, 1, 1), DatePrecision.Year, DateSource.Estimated), (published.At, published.Precision, published.Source));
        Assert.StartsWith("In 2019, SenseTime saw", published.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_spoken_of_as_current_gives_a_month()
    {
        var published = (await DraftAsync("002")).Published;

        Assert.Equal((new DateTime(2018, 7, 1), DatePrecision.Month, DateSource.Estimated), (published.At, published.Precision, published.Source));
    }

    [Fact]
    public async Task No_date_is_invented() => Assert.Equal(PublishedDate.Unknown, (await DraftAsync("003")).Published);

    [Theory]
    [InlineData("001", 1, "tracking marker")]
    [InlineData("001", 37, "comment form")]
    [InlineData("002", 5, "repeated line")]
    [InlineData("002", 28, "comment form")]
    [InlineData("003", 1, "repeated headline")]
    [InlineData("003", 5, "advertisement")]
    [InlineData("003", 7, "newsletter prompt")]
    [InlineData("003", 39, "note on the source")]
    public async Task Each_cut_line_says_why(string seed, int line, string reason)
    {
        var cut = Assert.Single((await DraftAsync(seed)).Cuts, cut => cut.Line == line);

        Assert.Equal(reason, cut.Reason);
    }

    [Fact]
    public async Task Marks_betray_the_site()
    {
        CatalogueProvider[] providers = [new() { Name = "Biometric Update", Domains = ["biometricupdate.com"], Marks = ["The ID16.9 Podcast", "Biometrics White Papers"] }];
        var source = await SeedFolder.ReadAsync("001", TestContext.Current.CancellationToken);

        var provider = new TextScrapeParser(providers).Parse(source).Draft?.Provider;

        Assert.Equal(new ProviderClaim("Biometric Update", "biometricupdate.com", ValueSource.Inferred), provider);
    }

    /// <summary>The two link texts that were slipped into the second seed, as its bytes have them.</summary>
    static readonly string[] Spam = ["told us\u00a0cctv systems in kerala", "samsung cctv dealer in kerala"];

    static string WithoutSpam(string line) =>
        Spam.Aggregate(line, (text, words) => text.Replace($" {words}", string.Empty, StringComparison.Ordinal).Replace($"\u00a0{words}", string.Empty, StringComparison.Ordinal)).Trim();

    static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
