using System.Text;
using CsCheck;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Parsing;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Parsing;

public sealed class TextScrapeParserTests
{
    const string Story = """
        The council of Marlow voted on Tuesday to take down the cameras that it had put up at the station two years ago.

        Nobody had told the people of the town that the cameras could tell one face from another, the mayor said after the vote.

        The company that built the cameras said that it would now talk with the council about what becomes of the pictures.
        """;

    static ParsedArticle Parse(string text, string path = "scrape.txt") =>
        new TextScrapeParser([]).Parse(new SourceText(path, text, "utf-8", SourceFormat.Text));

    static ArticleDraft Draft(string text, string path = "scrape.txt") => Assert.IsType<ArticleDraft>(Parse(text, path).Draft);

    [Fact]
    public void Without_a_headline_the_first_sentence_stands_in_and_a_warning_says_so()
    {
        var draft = Draft(Story);

        Assert.Equal("The council of Marlow voted on Tuesday to take down the cameras that it had put up at the station two years ago.", draft.Title);
        Assert.Equal(TitleSource.Inferred, draft.TitleSource);
        Assert.Equal((WarningCode.TitleInferred, 1), Assert.Single(draft.Warnings) is var warning ? (warning.Code, warning.Line) : default);
    }

    [Fact]
    public void Menus_before_and_lists_after_are_cut()
    {
        var draft = Draft($"Home\nNews\nSport\nSign in\n\nMarlow takes its cameras down\n\n{Story}\n\nMost Read\nOther towns look at cameras\nWeather for the week\n© 2021 Marlow Post");

        Assert.Equal("Marlow takes its cameras down", draft.Title);
        Assert.Equal(Draft(Story).Body, draft.Body);
    }

    [Fact]
    public void Of_a_headline_and_its_deck_the_upper_one_is_the_title() =>
        Assert.Equal("Marlow takes its cameras down", Draft($"Town and country\n\nMarlow takes its cameras down\n\nThe council voted on the cameras at the station\n\n{Story}").Title);

    [Fact]
    public void A_heading_between_paragraphs_stays()
    {
        var draft = Draft(Story.Replace("\n\nThe company", "\n\nWhat comes next\n\nThe company", StringComparison.Ordinal));

        Assert.Contains("\n\nWhat comes next\n\n", draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_broken_over_lines_is_joined()
    {
        var draft = Draft(Story.Replace("cameras that it had", "cameras that\nit had", StringComparison.Ordinal));

        Assert.Equal(Draft(Story).Body, draft.Body);
    }

    [Fact]
    public void A_tag_broken_over_two_lines_goes_like_any_other()
    {
        var draft = Draft(Story.Replace("cameras that it had", "cameras <a href=marlow\nclass=town>that it had", StringComparison.Ordinal));

        Assert.Equal(Draft(Story).Body, draft.Body);
    }

    [Theory]
    [InlineData("Published 4 March 2021 14:15", "2021-03-04")]
    [InlineData("By Ann Lee | March 4th, 2021", "2021-03-04")]
    [InlineData("Mar. 4, 2021", "2021-03-04")]
    [InlineData("Thu, Mar 4 20214:29 AM", "2021-03-04")]
    [InlineData("2021-03-04", "2021-03-04")]
    [InlineData("Posted on 25/03/2021", "2021-03-25")]
    public void A_date_line_under_the_headline_states_the_day(string line, string day)
    {
        var published = Draft($"Marlow takes its cameras down\n\n{line}\n\n{Story}").Published;

        Assert.Equal((DateOnly.Parse(day, null), DatePrecision.Day, DateSource.Text, line), (published.Day, published.Precision, published.Source, published.Evidence));
    }

    [Theory]
    [InlineData("Posted on 04/03/2021")]
    [InlineData("Published: ")]
    [InlineData("Published 31 February 2021")]
    public void A_date_that_nobody_can_be_sure_of_is_left_out(string line) =>
        Assert.Equal(PublishedDate.Unknown, Draft($"Marlow takes its cameras down\n\n{line}\n\n{Story}").Published);

    [Theory]
    [InlineData("The council issued a statement on 2 May 2018 that it would never put up cameras.")]
    [InlineData("The town created the register of faces on 3 October 2018 without asking anybody.")]
    [InlineData("The company posted a profit of £4 million for the year to 31 March 2019.")]
    public void A_sentence_with_a_date_stays_and_the_date_line_is_the_date(string sentence)
    {
        var draft = Draft($"Marlow takes its cameras down\n\nJune 8, 2021\n\n{Story}\n\n{sentence}\n\nThe mayor said that she was glad of the vote.");

        Assert.Equal((new DateOnly(2021, 6, 8), "June 8, 2021"), (draft.Published.Day, draft.Published.Evidence));
        Assert.Contains(sentence, draft.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Cuts, cut => cut.Text == sentence);
    }

    [Fact]
    public void A_date_line_is_read_in_the_language_of_the_text()
    {
        const string French = "Le maire a dit que les caméras de la gare ne sont pas utilisées et qu’elles seront retirées par la ville avant la fin du mois de mars.";

        Assert.Equal(new DateOnly(2019, 10, 29), Draft($"Marlow retire ses caméras de la gare\n\nPublié le 29 octobre 2019\n\n{French}\n\n{French.Replace("gare", "place", StringComparison.Ordinal)}").Published.Day);
        Assert.Equal(new DateOnly(2019, 8, 25), Draft("马洛市拆除车站的人脸识别摄像头\n\n2019年8月25日\n\n市长表示，车站的人脸识别摄像头没有使用，月底之前将全部拆除。\n\n市议会说，市民没有被告知摄像头能够识别他们的脸，这家公司将与市议会讨论照片的处理。").Published.Day);
    }

    [Fact]
    public void A_told_date_that_nobody_can_be_sure_of_is_doubted_unless_something_settles_it()
    {
        const string Told = "Marlow takes its cameras down\n\nPosted on 04/03/2021\n\n" + Story;

        Assert.Equal("Line 3 says “04/03/2021”, which may be 2021-03-04 or 2021-04-03; it was left out. If you know the day, correct it at the desk.",
            Assert.Single(Draft(Told).Warnings, warning => warning is { Code: WarningCode.FieldLeftOut, Line: 3 }).Message);
        Assert.DoesNotContain(Draft(Told, "2021-03-04-marlow.txt").Warnings, warning => warning.Code == WarningCode.FieldLeftOut);
    }

    [Fact]
    public void A_bare_date_above_the_headline_is_the_day_of_the_visit() =>
        Assert.Equal(PublishedDate.Unknown, Draft($"Saturday, April 27, 2024\n\nMarlow takes its cameras down\n\n{Story}").Published);

    [Fact]
    public void The_day_of_publication_wins_over_the_day_of_an_update()
    {
        var published = Draft($"Marlow takes its cameras down\n\nUPDATED: 6 March 2021 | PUBLISHED: 4 March 2021\n\n{Story}").Published;

        Assert.Equal(new DateOnly(2021, 3, 4), published.Day);
    }

    [Fact]
    public void A_closing_date_below_the_text_counts() =>
        Assert.Equal(new DateOnly(2021, 3, 4), Draft($"{Story}\n\nMarch 4, 2021 – by Ann Lee").Published.Day);

    [Fact]
    public void Days_of_events_are_no_day_of_publication() =>
        Assert.Equal(PublishedDate.Unknown, Draft(Story.Replace("on Tuesday", "on March 2, 2021", StringComparison.Ordinal)).Published);

    [Theory]
    [InlineData("2021-03-04-marlow.txt", "2021-03-04")]
    [InlineData("in/marlow_20210304.txt", "2021-03-04")]
    [InlineData("4599719b8ddba106.txt", null)]
    [InlineData("a20210304f.txt", null)]
    public void A_date_in_the_file_name_counts_where_nothing_else_tells(string path, string? day)
    {
        var published = Draft(Story, path).Published;

        Assert.Equal(day is null ? null : DateOnly.Parse(day, null), published.Day);
        Assert.Equal(day is null ? null : DateSource.FileName, published.Source);
    }

    [Fact]
    public void An_address_on_a_line_of_its_own_tells_the_date() =>
        Assert.Equal((new DateOnly(2021, 3, 4), DateSource.Address), Draft($"https://marlow.example/2021/03/04/cameras\n\n{Story}").Published is var found ? (found.Day, found.Source) : default);

    [Theory]
    [InlineData("Home\nNews\nSport\nWeather\nSign in")]
    [InlineData("1. Apples\n2. Pears\n3. Plums")]
    [InlineData("for (var i = 0; i < 10; i++)\n{\n}\n")]
    [InlineData("| | |\n---\n***")]
    public void A_file_without_running_text_is_no_article(string text)
    {
        var parsed = Parse(text);

        Assert.Null(parsed.Draft);
        Assert.Equal(RejectionCode.NotAnArticle, parsed.Rejection?.Code);
    }

    [Fact]
    public void Words_that_may_not_belong_there_are_told_and_stay()
    {
        var draft = Draft(Story.Replace("told the people", "told the  cheap flight tickets  people", StringComparison.Ordinal));

        Assert.Contains("told the cheap flight tickets people", draft.Body, StringComparison.Ordinal);
        Assert.Equal("Line 3 may carry words that do not belong to the article: “cheap flight tickets”. They stand between wide gaps, as pasted links do; nothing was cut.",
            Assert.Single(draft.Warnings, warning => warning.Code == WarningCode.InjectedText).Message);
    }

    [Fact]
    public void Repairs_name_their_field()
    {
        var draft = Draft($"Marlow&#39;s cameras come down\n\n{Story.Replace("Nobody", "Nobody &amp; no one", StringComparison.Ordinal)}");

        Assert.Equal(["entities:body", "entities:title"], draft.Repairs);
        Assert.Equal("Marlow's cameras come down", draft.Title);
    }

    [Fact]
    public void Lines_beyond_the_limit_are_left_out_with_a_warning()
    {
        var draft = Draft(Story + new string('\n', 60_000) + "A sentence that is too far down to be read here.");

        Assert.Equal(Draft(Story).Body, draft.Body);
        Assert.Contains(draft.Warnings, warning => warning.Code == WarningCode.LimitReached);
    }

    [Fact]
    public void No_text_throws_and_cleaning_again_adds_nothing()
    {
        string[] pieces =
        [
            Story, "Home", "Read more: another story", "•", "By Ann Lee", "March 4, 2021", "٣ مارس ٢٠٢١", "\uD800", "\0", "In July, 2018, it has raised.", "© 2021", "\r\n",
            "\n\n", " ", "Was it? Yes.", "在七月，公司宣布了新的人脸识别系统。", "<div>", "&amp;", "...", "- 20 -", "2021-99-99", "31/31/2021",
        ];
        var piece = Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]), Gen.String);
        piece.Array[0, 30].Sample(parts =>
        {
            var text = new StringBuilder().AppendJoin('\n', parts).ToString();
            if (Parse(text).Draft is not { Body: { } body }) return;
            Assert.All(Parse(body).Draft?.Body?.Split("\n\n") ?? [], paragraph => Assert.Contains(paragraph, body, StringComparison.Ordinal));
        }, iter: 500);
    }
}
