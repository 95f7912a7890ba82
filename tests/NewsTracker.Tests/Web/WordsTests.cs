using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class WordsTests
{
    [Theory]
    [InlineData(1_500_000_000, "USD", "$1.5B")]
    [InlineData(512_000_000, "USD", "$512M")]
    [InlineData(5_000_000_000, "CNY", "CN¥5B")]
    [InlineData(650_000, "EUR", "€650,000")]
    [InlineData(20_000_000, "CHF", "CHF 20M")]
    public void A_sum_is_short(long amount, string currency, string words) =>
        Assert.Equal(words, MoneyWords.Sum(new MoneyFact(MoneyKind.Round, MoneyStatus.Unknown, amount, currency, null, null, null, ValueSource.Inferred, null)));

    [Theory]
    [InlineData(MoneyKind.Round, MoneyStatus.Planned, "Megvii", "CN¥5.5 billion ($720 million) round, planned: Megvii")]
    [InlineData(MoneyKind.MarketSize, MoneyStatus.Planned, null, "CN¥5.5 billion ($720 million) market size, forecast")]
    [InlineData(MoneyKind.Other, MoneyStatus.Closed, null, "CN¥5.5 billion ($720 million) sum")]
    public void A_sum_in_a_sentence_says_what_and_whose_and_how_certain(MoneyKind kind, MoneyStatus status, string? company, string words) =>
        Assert.Equal(words, MoneyWords.Told(new MoneyFact(
            kind, status, 5_500_000_000m, "CNY", company, null, new MoneyAmount(720_000_000m, "USD"), ValueSource.Inferred, null)));

    [Theory]
    [InlineData("datesTold", "dates told")]
    [InlineData("related.datesTold", "dates told of an article in its list")]
    [InlineData("companies", "companies")]
    public void A_field_is_called_as_people_call_it(string field, string words) => Assert.Equal(words, FieldWords.Of(field));

    [Theory]
    [InlineData("tags:body", "left-over markup was removed (body)")]
    [InlineData("encoded:webUrl", "characters that turn writing round were encoded (webUrl)")]
    [InlineData("control:title", "invisible control characters were removed (title)")]
    public void A_repair_is_told_in_a_sentence(string repair, string words) => Assert.Equal(words, OriginWords.Repair(repair));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two three four", 12, "one two …")]
    [InlineData("unbrokenunbroken", 8, "unbroken …")]
    [InlineData("abc😀def", 4, "abc …")]
    public void Long_text_is_cut_between_words_and_never_inside_a_character(string text, int most, string cut) => Assert.Equal(cut, Shortened.To(text, most));

    [Theory]
    [InlineData("sensetme", "sensetime")]
    [InlineData("sense", "sensetime")]
    [InlineData("megvi", "megvii")]
    [InlineData("zebra", null)]
    public void A_name_the_catalogue_lacks_gets_close_ones(string asked, string? close)
    {
        TagSummary[] known = [Tag("sensetime"), Tag("megvii"), Tag("ibm")];

        Assert.Equal(close, CloseNames.Of(asked, known) is [var first, ..] ? first.Slug : null);
    }

    static TagSummary Tag(string slug) => new() { Slug = slug, Name = slug, Count = 1, InCatalogue = true };

    [Theory]
    [InlineData("scope", "FacialRecognition", "about face recognition")]
    [InlineData("scope", "Other", "not about it")]
    [InlineData("money", "5 USD (MarketSize, Planned, nobody's); 7 EUR (Fine, Unknown, Clearview AI)", "$5 (market size, forecast, nobody's); €7 (fine, Clearview AI)")]
    [InlineData("money", "8000000 USD (Round, Closed, Kairos); 1234567.5 GBP (Fine, Reported, x)", "$8 million (round, closed, Kairos); £1,234,567.5 (fine, reported, x)")]
    [InlineData("money", "1250000000 CNY (Round, Unknown, x); 1250000001 CNY (Round, Unknown, x)", "CN¥1.25 billion (round, x); CN¥1,250,000,001 (round, x)")]
    [InlineData("money", "5 USD (Odd, Planned, x)", "5 USD (Odd, Planned, x)")]
    [InlineData("money", "5 USD (Round, Closed, \u0665 USD (Round, Closed, x)", "$5 (round, closed, \u0665 USD (Round, Closed, x)")]
    [InlineData("companies", "Megvii (Subject); Mention Inc. (Mention)", "Megvii (subject); Mention Inc. (mention)")]
    [InlineData("datesTold", "2023-05-02T09:30:00Z (Second, Declared, 2023-05-02); 2023-05-01T00:00:00Z (Month, Estimated, )", "2 May 2023, 09:30 UTC, declared by the file; ≈ May 2023, estimated")]
    [InlineData("published", "2023-05-02T09:30:05Z (Second, Html, 2023-05-02)", "2 May 2023, 09:30:05 UTC, from the saved page’s markup")]
    [InlineData("published", "2023-05-02T09:30Z", "2 May 2023, 09:30 UTC")]
    [InlineData("published", "2023-05", "May 2023")]
    [InlineData("published", "one day", "one day")]
    [InlineData("repairs", "control:title; entities:body", "invisible control characters were removed (title); HTML entities were decoded (body)")]
    [InlineData("titleSource", "Declared", "declared by the file")]
    [InlineData("related.scope", "Other", "not about it")]
    [InlineData("origin", "related", "known only through another article’s list")]
    [InlineData("title", "Other", "Other")]
    [InlineData("title", null, null)]
    public void A_compared_value_is_shown_in_plain_words(string field, string? value, string? words) => Assert.Equal(words, ShownWords.Of(field, value));

    [Fact]
    public void Nothing_to_choose_in_the_log_ends_in_the_air() => Assert.All(Enum.GetValues<AuditKind>(), kind =>
    {
        Assert.DoesNotMatch("( of| for|:)$", AuditWords.Choice(kind));
        Assert.StartsWith(AuditWords.Choice(kind), AuditWords.Kind(kind), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(2, 0, "Run 3 undone: 2 articles removed")]
    [InlineData(0, 1, "Run 3 undone: 1 article with its former values again")]
    [InlineData(1, 2, "Run 3 undone: 1 article removed, 2 articles with their former values again")]
    [InlineData(0, 0, "Run 3 undone: no article changed")]
    public void An_undo_tells_only_what_it_did(int removed, int updated, string words) => Assert.Equal(words, JobSentences.Run(Undo(removed, updated)));

    [Theory]
    [InlineData("nosuch", "the word “nosuch”")]
    [InlineData("no such", "the words “no such”")]
    public void One_word_is_not_told_as_several(string words, string quoted) =>
        Assert.Equal(quoted, new UnknownNameHelp(new UnknownName("company", "x"), [], words, new ArticleFilter(), 0).Quoted);

    [Fact]
    public void The_log_names_up_to_three_files_that_were_sent()
    {
        var report = new UploadReport();
        report.Keep("a.md", "a.md", "a.md");
        Assert.Equal("1 file came into the inbox: “a.md”.", report.Logged());
        foreach (var name in (string[])["b.md", "c.md"]) report.Keep(name, name, name);
        Assert.Equal("3 files came into the inbox: “a.md”, “b.md” and “c.md”.", report.Logged());
        report.Keep("d.md", "d.md", "d.md");
        report.Keep("e.md", "e.md", "e-2.md");
        Assert.StartsWith("5 files came into the inbox: “a.md”, “b.md”, “c.md” and 2 more. “e.md” is kept as “e-2.md”", report.Logged(), StringComparison.Ordinal);
        Assert.StartsWith("5 files came into the inbox. “e.md”", report.Sentence(), StringComparison.Ordinal);
    }

    static RunSummary Undo(int removed, int updated) => new()
    {
        Id = 4,
        Kind = RunKind.Undo,
        State = RunState.Completed,
        StartedBy = "x",
        StartedAt = default,
        FinishedAt = null,
        Roots = [],
        Found = 0,
        Added = 0,
        Updated = updated,
        Unchanged = 0,
        Rejected = 0,
        RelatedAdded = 0,
        Removed = removed,
        Undoes = 3,
    };

    [Fact]
    public void A_line_of_the_log_shows_no_signs_of_json_and_names_nothing_twice()
    {
        var edited = new LogLine(new AuditEntry { Who = "x", Kind = AuditKind.CatalogueEdited, Before = "companies megvii, aliases: [\"Face++\",\"Kuangshi\"]\ncompanies megvii, founded: 2011", After = "unlike it: {" });
        var merged = new LogLine(new AuditEntry { Who = "x", Kind = AuditKind.Merged, ArticleId = 21, Subject = "article 22 into article 21" });
        var corrected = new LogLine(new AuditEntry { Who = "x", Kind = AuditKind.Corrected, ArticleId = 21, Subject = "url" });
        var empty = new LogLine(new AuditEntry { Who = "x", Kind = AuditKind.CatalogueEdited, Subject = "a new one", Before = "", After = "companies a, name: a" });
        var hidden = new LogLine(new AuditEntry { Who = "x", Kind = AuditKind.Hidden, Subject = "2 articles", After = "[21,22]" });

        Assert.Equal("companies megvii, aliases: Face++; Kuangshi. companies megvii, founded: 2011", edited.Before);
        Assert.Equal("unlike it: {", edited.After);
        Assert.True(merged.NamesArticle);
        Assert.Equal(("web address of", false), (corrected.Subject, corrected.NamesArticle));
        Assert.Equal((null, "companies a, name: a"), (empty.Before, empty.After));
        Assert.Equal("articles 21, 22", hidden.After);
    }
}
