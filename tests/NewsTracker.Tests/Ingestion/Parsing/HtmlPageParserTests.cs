using System.Text;
using CsCheck;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Parsing;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Parsing;

public sealed class HtmlPageParserTests
{
    const string Story = """
        <p>The council of Marlow voted on Tuesday to take down the cameras that it had put up at the station two years ago, after a long evening.</p>
        <p>Nobody had told the people of the town that the cameras could tell one face from another, the mayor said after the vote, which was close.</p>
        <figure><img src="a.jpg"><figcaption>The station of Marlow in the evening.</figcaption></figure>
        <p>The company that built the cameras said that it would now <a href="/talk">talk with the council</a> about what becomes of the pictures.</p>
        <p>Sign up for our newsletter and get the news of the town in your inbox.</p>
        <p>Two other towns on the river, which bought the same cameras in the same year, are to vote on the same question before the summer.</p>
        """;

    static ParsedArticle Parse(string html) => new HtmlPageParser([]).Parse(new SourceText("page.html", html, "utf-8", SourceFormat.Html));

    static ArticleDraft Page(string head = "", string body = Story) =>
        Assert.IsType<ArticleDraft>(Parse($"<!doctype html><html lang=en-GB><head>{head}</head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><article>{body}</article></body></html>").Draft);

    [Fact]
    public void The_text_comes_paragraph_by_paragraph_without_captions_and_prompts()
    {
        var draft = Page();

        Assert.Equal(4, draft.Body?.Split("\n\n").Length);
        Assert.Contains("it would now talk with the council about", draft.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("in the evening.", draft.Body, StringComparison.Ordinal);
        Assert.Equal("newsletter prompt", Assert.Single(draft.Cuts).Reason);
        Assert.Equal("en", draft.Language);
    }

    [Theory]
    [InlineData("<div class=entry-content>", "</div>")]
    [InlineData("<div itemprop=articleBody>", "</div>")]
    [InlineData("<main><section><div>", "</div></section></main>")]
    [InlineData("<div class=sidebar-right-layout><div>", "</div></div>")]
    [InlineData("<form id=page><div class=post-content>", "</div></form>")]
    public void The_article_is_told_from_what_stands_around_it(string open, string close)
    {
        const string Around = """
            <section class=comments><p>I have lived in this town for thirty years and never once did anybody ask me about those cameras, said a reader.</p></section>
            <aside><p>The weather in Marlow is going to be fine on Wednesday, with some clouds in the evening and a light wind from the west.</p></aside>
            """;

        var draft = Assert.IsType<ArticleDraft>(Parse($"<html><body>{Around}{open}{Story}{close}{Around}</body></html>").Draft);

        Assert.Equal(4, draft.Body?.Split("\n\n").Length);
        Assert.DoesNotContain("thirty years", draft.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("weather", draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_in_marked_pieces_is_taken_whole()
    {
        var draft = Page(body: $"<div class=chunks><div class=article-body>{Story}</div><div class=ad>Buy apples.</div><div class=article-body><p>The mayor had no more to say about the cameras on Wednesday.</p></div></div>");

        Assert.EndsWith("The mayor had no more to say about the cameras on Wednesday.", draft.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("apples", draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_links_go_and_lists_of_words_stay()
    {
        var draft = Page(body: Story + """
            <ul><li>The station, since May.</li><li>The bridge, since <a href=/june>June</a>.</li></ul>
            <div><h4><a href=/a>Apples are cheap again</a></h4><p>So are pears.</p><h4><a href=/b>The river is rising</a></h4><p>Not by much.</p><h4><a href=/c>A cat was found</a></h4></div>
            """);

        Assert.EndsWith("The station, since May.\n\nThe bridge, since June.", draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_data_is_read_row_by_row_and_a_quoted_post_as_it_stands()
    {
        var draft = Page(body: Story + """
            <table><tr><th>Town</th><th>Cameras</th></tr><tr><td>Marlow</td><td>12</td></tr></table>
            <div class=social-embed><blockquote>Down they come.<br><br>— The mayor (@mayor) March 4, 2021</blockquote></div>
            """);

        Assert.EndsWith("Town | Cameras\n\nMarlow | 12\n\nDown they come.\n\n— The mayor (@mayor) March 4, 2021", draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta property=og:title content='Marlow takes its cameras down'>")]
    [InlineData("<meta property=og:title content='Marlow takes its cameras down | Marlow Post'><meta property=og:site_name content='Marlow Post'>")]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Marlow takes its cameras down\",},]}</script>")]
    [InlineData("<title>Marlow takes its cameras down - Marlow Post</title><meta property=og:site_name content='Marlow Post'>")]
    [InlineData("<title>Marlow takes its cameras down</title>")]
    public void The_headline_comes_without_the_name_of_the_site(string head)
    {
        var draft = Page(head);

        Assert.Equal(("Marlow takes its cameras down", TitleSource.Html), (draft.Title, draft.TitleSource));
    }

    [Theory]
    [InlineData("{'@type':'NewsArticle','headline':'Cameras \\ud83d','datePublished':'2021-03-04'}", true)]
    [InlineData("{'@type':'NewsArticle','publisher':'\\ude00','datePublished':'2021-03-04'}", true)]
    [InlineData("{'@type':['\\ud83d','NewsArticle'],'datePublished':'2021-03-04'}", true)]
    [InlineData("{'@type':'\\ud83d','datePublished':'2021-03-04'}", false)]
    [InlineData("{'\\ud83d':1,'@graph':[{'@type':'NewsArticle','\\ud83d':1,'datePublished':'2021-03-04'}]}", null)]
    public void Half_a_character_in_json_ld_costs_no_more_than_its_value(string json, bool? dated)
    {
        var draft = Page($"<title>Marlow</title><script type='application/ld+json'>{json.Replace('\'', '"')}</script>");

        Assert.Equal("Marlow", draft.Title);
        if (dated is { } known) Assert.Equal(known, draft.Published.Day is not null);
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>[{\"@type\":[\"Thing\",\"NewsArticle\"],\"datePublished\":\"2021-03-04T23:30:00-05:00\"}]</script>", "2021-03-04", "2021-03-05T04:30:00Z")]
    [InlineData("<meta property='article:published_time' content='2021-03-04T10:15:30Z'>", "2021-03-04", "2021-03-04T10:15:30Z")]
    [InlineData("<meta name=date content='2021-03-04'>", "2021-03-04", "2021-03-04T00:00:00Z")]
    [InlineData("<meta name=pubdate content='March 4, 2021'>", "2021-03-04", "2021-03-04T00:00:00Z")]
    public void Markup_tells_the_publishers_day_and_the_instant(string head, string day, string instant)
    {
        var published = Page(head).Published;

        Assert.Equal((DateOnly.Parse(day, null), DateSource.Html), (published.Day, published.Source));
        Assert.Equal(DateTimeOffset.Parse(instant, null).UtcDateTime, published.At);
    }

    [Fact]
    public void A_page_without_a_headline_takes_its_first_sentence_and_says_so()
    {
        var draft = Page();

        Assert.StartsWith("The council of Marlow voted", draft.Title, StringComparison.Ordinal);
        Assert.Equal((TitleSource.Inferred, WarningCode.TitleInferred), (draft.TitleSource, Assert.Single(draft.Warnings).Code));
    }

    [Fact]
    public void A_time_element_tells_where_the_head_does_not() =>
        Assert.Equal(new DateOnly(2021, 3, 4), Page(body: "<h1>Marlow</h1><time datetime='2021-03-04T08:00:00+01:00'>today</time>" + Story).Published.Day);

    [Fact]
    public void The_address_tells_the_day_where_markup_gives_only_an_instant_in_utc()
    {
        var published = Page("<link rel=canonical href='https://marlow.example/2021/03/04/cameras'><meta property='article:published_time' content='2021-03-05T02:18:11Z'>").Published;

        Assert.Equal((new DateOnly(2021, 3, 4), new DateTime(2021, 3, 5, 2, 18, 11)), (published.Day, published.At));
    }

    [Theory]
    [InlineData("nl", "<span>9 oktober 2020 11:12</span>", "2020-10-09")]
    [InlineData("fr", "<p>Publié le 1er août 2020 à 9h30</p>", "2020-08-01")]
    [InlineData("en-GB", "<p>Published 07/10/2020</p>", "2020-10-07")]
    [InlineData("en", "<p>Published 07/10/2020</p>", null)]
    [InlineData("en", "<blockquote>Published March 4, 2021</blockquote>", null)]
    [InlineData("en", "<p>Updated March 4, 2021</p>", null)]
    public void A_line_under_the_headline_tells_the_day_in_the_language_of_the_page(string language, string line, string? day)
    {
        var draft = Parse($"<html lang={language}><body><article><h1>Marlow takes its cameras down</h1>{line}{Story}</article></body></html>").Draft;

        Assert.Equal(day is null ? null : DateOnly.Parse(day, null), draft?.Published.Day);
    }

    [Fact]
    public void A_date_beside_other_articles_or_in_comments_is_theirs() =>
        Assert.Null(Page(body: Story + "<div class=related-stories><span class=date>March 4, 2021</span></div><div class=comments><span class=date>March 5, 2021</span></div>").Published.Day);

    [Fact]
    public void A_named_element_tells_the_day_where_nothing_else_does() =>
        Assert.Equal(new DateOnly(2021, 3, 4), Page(body: "<h2 class=date-header>Thursday, March 4, 2021</h2><p>" + Story).Published.Day);

    [Fact]
    public void The_page_tells_in_json_ld_where_no_article_does() =>
        Assert.Equal(new DateOnly(2021, 3, 4), Page("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2021-03-04T08:00:00+00:00\"}]}</script>").Published.Day);

    [Fact]
    public void All_that_tells_a_date_is_kept_and_a_conflict_is_said()
    {
        var draft = Page("<link rel=canonical href='https://marlow.example/2021/02/01/cameras'><meta property='article:published_time' content='2021-03-04T10:15:30Z'><meta name=date content='2021-03-05'>");

        Assert.Equal(draft.Published, draft.DateCandidates[0]);
        Assert.Equal([DateSource.Html, DateSource.Html, DateSource.Address], draft.DateCandidates.Select(date => date.Source));
        Assert.Contains(draft.Warnings, warning => warning is { Code: WarningCode.DateConflict, Message: "The page’s markup says 2021-03-04, the address says 2021-02-01." });
    }

    [Fact]
    public void A_day_told_by_an_offset_is_the_publishers_own() =>
        Assert.Equal(new DateOnly(2021, 3, 4), Page("<link rel=canonical href='https://marlow.example/2021/03/03/cameras'><meta name=date content='2021-03-04T09:00:00+02:00'>").Published.Day);

    [Fact]
    public void Address_and_line_that_agree_outweigh_the_markup_and_the_warning_names_both()
    {
        const string Head = "<link rel=canonical href='https://marlow.example/2021/02/03/cameras'><meta name=date content='2021-01-31'>";
        var draft = Page(Head, "<h1>Marlow takes its cameras down</h1><p>3 February 2021</p>" + Story);

        Assert.Equal((new DateOnly(2021, 2, 3), DateSource.Address), (draft.Published.Day, draft.Published.Source));
        Assert.Equal("The address and the text say 2021-02-03, the page’s markup says 2021-01-31.", Assert.Single(draft.Warnings, warning => warning.Code == WarningCode.DateConflict).Message);
        Assert.Equal(new DateOnly(2021, 1, 31), Page(Head).Published.Day);
    }

    [Fact]
    public void A_sentence_with_a_date_is_no_line_that_tells_one()
    {
        var draft = Page(body: "<h1>Marlow takes its cameras down</h1><p>The council issued a statement on 4 May 2018 that it would never put up cameras.</p>" + Story);

        Assert.Null(draft.Published.Day);
        Assert.Contains("never put up cameras", draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-02-30\"}</script>", "", "The page’s markup (datePublished) says “2021-02-30”, which cannot be read as a day; it was left out. If you know the day, correct it at the desk.")]
    [InlineData("", "<h1>Marlow takes its cameras down</h1><p>Published 07/10/2020</p>", "The page says “07/10/2020”, which may be 2020-10-07 or 2020-07-10; it was left out. If you know the day, correct it at the desk.")]
    public void A_told_date_that_cannot_be_read_leaves_a_warning(string head, string line, string message)
    {
        var page = $"<html lang=en><head>{head}</head><body><article>{line}{Story}</article></body></html>";

        Assert.Equal(message, Assert.Single(Assert.IsType<ArticleDraft>(Parse(page).Draft).Warnings, warning => warning.Code == WarningCode.FieldLeftOut).Message);
    }

    [Fact]
    public void What_other_evidence_settles_needs_no_warning() =>
        Assert.Empty(Assert.IsType<ArticleDraft>(Parse($"<html lang=en><head><link rel=canonical href='https://marlow.example/2020/10/07/cameras'></head><body><article><h1>Marlow takes its cameras down</h1><p>Published 07/10/2020</p>{Story}</article></body></html>").Draft).Warnings);

    [Theory]
    [InlineData("fr", "en")]
    [InlineData("fr", "fr")]
    [InlineData("fr", "fr-CA")]
    public void Dates_are_read_in_the_language_that_the_text_proves_to_be_in(string language, string declared)
    {
        const string French = "<p>Le maire a dit que les caméras de la gare ne sont pas utilisées et qu’elles seront retirées par la ville avant la fin du mois de mars.</p>";
        var draft = Assert.IsType<ArticleDraft>(Parse($"<html lang={declared}><body><article><h1>Les caméras de la gare</h1><p>Publié le 29 octobre 2019</p>{French}{French.Replace("gare", "place", StringComparison.Ordinal)}</article></body></html>").Draft);

        Assert.Equal((language, new DateOnly(2019, 10, 29)), (draft.Language, draft.Published.Day));
    }

    [Fact]
    public void The_address_alone_tells_a_date() =>
        Assert.Equal((new DateOnly(2021, 3, 4), DateSource.Address), Page("<meta property=og:url content='https://marlow.example/2021/03/04/cameras'>").Published is var found ? (found.Day, found.Source) : default);

    [Fact]
    public void Only_web_addresses_are_taken()
    {
        var draft = Page("<link rel=canonical href='javascript:alert(1)'><meta property=og:image content='data:image/png;base64,AAAA'>");

        Assert.Null(draft.Url);
        Assert.Empty(draft.Images);
    }

    [Fact]
    public void The_head_gives_address_image_teaser_and_publisher()
    {
        var draft = Page("""
            <link rel=canonical href='https://www.marlow.example/cameras'><meta property=og:image content='https://img.example/a.jpg'><meta property=og:image:width content=1200>
            <meta name=description content='What the council did.'><meta property=og:site_name content='Marlow Post'>
            """);

        Assert.Equal("https://www.marlow.example/cameras", draft.Url);
        Assert.Equal(new ImageRef("https://img.example/a.jpg", 1200, null), Assert.Single(draft.Images));
        Assert.Equal("What the council did.", draft.Excerpt);
        Assert.Equal(new ProviderClaim("Marlow Post", "marlow.example", ValueSource.Declared), draft.Provider);
    }

    [Fact]
    public void A_known_domain_names_the_publisher()
    {
        CatalogueProvider[] providers = [new() { Name = "Marlow Post", Domains = ["marlow.example"] }];
        var html = $"<head><link rel=canonical href='https://www.marlow.example/cameras'></head><body>{Story}</body>";

        var provider = new HtmlPageParser(providers).Parse(new SourceText("page.html", html, "utf-8", SourceFormat.Html)).Draft?.Provider;

        Assert.Equal(new ProviderClaim("Marlow Post", "marlow.example", ValueSource.Inferred), provider);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><script>document.write('A sentence that a script would write into the page.')</script></body></html>")]
    [InlineData("<ul><li><a href=/a>Apples</a><li><a href=/b>Pears</a></ul>")]
    public void A_page_without_running_text_is_no_article(string html) => Assert.Equal(RejectionCode.NotAnArticle, Parse(html).Rejection?.Code);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><g>")]
    [InlineData("<!--<div>")]
    [InlineData("< ")]
    [InlineData("<script>")]
    public void Deep_nesting_neither_throws_nor_overflows(string tag)
    {
        var html = new StringBuilder().Insert(0, tag, 100_000).Append("The council of Marlow voted to take the cameras down.").ToString();

        var parsed = Parse(html);

        Assert.True(parsed.Draft is null != parsed.Rejection is null);
    }

    [Theory]
    [InlineData("<table><tr><td>", 600)]
    [InlineData("<div><!--></div>-->", 4_000)]
    [InlineData("<td>", 4_000)]
    [InlineData("<div class='related date'>", 500)]
    [InlineData("<div class=article-body><p>", 2_000)]
    public void Nesting_that_slips_through_the_scan_is_borne_or_refused(string tag, int times)
    {
        var parsed = Parse(new StringBuilder().Insert(0, tag, times).Append(Story).ToString());

        Assert.True(parsed.Draft is null != parsed.Rejection is null);
    }

    [Fact]
    public void What_deep_nesting_left_out_is_said()
    {
        var html = new StringBuilder().Insert(0, "<div>", 2_000).Append(Story).ToString();

        Assert.Contains(Parse(html).Draft?.Warnings ?? [], warning => warning.Code == WarningCode.LimitReached);
    }

    [Fact]
    public void No_markup_throws()
    {
        string[] pieces =
        [
            Story, "<script type='application/ld+json'>", "[{\"@type\":\"NewsArticle\",\"datePublished\":5}]", "{\"@type\":7,\"@graph\":[[]]}", "</script>", "<meta name=date content='2021-99-99T99:99'>",
            "<link rel=canonical href=':'>", "<time datetime>", "<p", "<!--", "</article>", "\0", "<table><b>", "<html lang=x>", "<base href=//>", "<template><p>", "<h1>", "&#x110000;",
        ];
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]), Gen.String).Array[0, 20].Sample(
            parts =>
            {
                var parsed = Parse(string.Concat(parts));
                Assert.True(parsed.Draft is null != parsed.Rejection is null);
            }, iter: 300);
    }
}
