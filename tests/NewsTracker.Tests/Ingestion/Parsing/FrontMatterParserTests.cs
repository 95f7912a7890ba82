using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Parsing;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Parsing;

public sealed class FrontMatterParserTests
{
    static ParsedArticle Parse(string yaml, string body = "", IngestionLimits? limits = null) => ParseText($"---\n{yaml}\n---\n{body}", limits);

    static ParsedArticle ParseText(string text, IngestionLimits? limits = null) =>
        new FrontMatterParser(limits ?? new IngestionLimits()).Parse(new SourceText("a.md", text, "utf-8", SourceFormat.FrontMatter));

    static ArticleDraft Draft(string yaml, string body = "") => Parse(yaml, body) switch
    {
        { Draft: { } draft } => draft,
        var parsed => throw new InvalidOperationException(parsed.Rejection?.Message),
    };

    [Theory]
    [InlineData("webUrl: https://a.example/w\nsourceUrl: https://a.example/s\noriginalUrl: https://a.example/o", "https://a.example/w", "https://a.example/o")]
    [InlineData("sourceUrl: https://a.example/s\noriginalUrl: https://a.example/o", "https://a.example/s", "https://a.example/o")]
    [InlineData("originalUrl: https://a.example/o", "https://a.example/o", "https://a.example/o")]
    public void Each_generation_of_keys_gives_the_address(string yaml, string url, string original)
    {
        var draft = Draft(yaml);

        Assert.Equal(url, draft.Url);
        Assert.Equal(original, draft.Links.Original ?? original);
    }

    [Theory]
    [InlineData("title: T\ndate: 2020-03-04", "Line 3: “date” is no field that is read, so it was only kept. If it says what “publishedDateTime” would, name it so.")]
    [InlineData("title: T\nurl: https://a.example/w\nexcerpt: E", "Line 3: “url” is no field that is read, so it was only kept. If it says what “webUrl” would, name it so.")]
    public void A_field_by_the_name_that_others_have_for_it_is_kept_and_told(string yaml, string warning)
    {
        var draft = Draft(yaml);

        Assert.Equal(warning, Assert.Single(draft.Warnings).Message);
        Assert.Single(draft.Extra);
        Assert.Null(draft.Url);
        Assert.Equal(PublishedDate.Unknown, draft.Published);
    }

    [Fact]
    public void Where_a_field_is_there_another_name_tells_nothing() =>
        Assert.Empty(Draft("title: T\noriginalUrl: https://a.example/o\nurl: https://a.example/w\npublishedDateTime: 2020-03-04\ndate: 2020").Warnings);

    [Fact]
    public void Amp_copies_are_kept_beside_the_address()
    {
        var draft = Draft("webUrl: https://a.example/w\nampUrl: https://amp.a.example/w\ncdnAmpWebUrl: https://a-example.cdn.ampproject.org/c/s/amp.a.example/w");

        Assert.Equal(new ArticleLinks("https://a.example/w", "https://amp.a.example/w", "https://a-example.cdn.ampproject.org/c/s/amp.a.example/w", null), draft.Links);
    }

    [Theory]
    [InlineData("provider:\n  name: A Paper\n  domain: www.A.example", "A Paper", "a.example", ValueSource.Declared)]
    [InlineData("provider:\n  domain: a.example", "a.example", "a.example", ValueSource.Declared)]
    [InlineData("provider:\n  name: A Paper on Portal", "A Paper on Portal", "host.example", ValueSource.Declared)]
    [InlineData("provider: A Paper", "A Paper", "host.example", ValueSource.Declared)]
    [InlineData("heat: 1", "host.example", "host.example", ValueSource.Inferred)]
    public void A_provider_is_declared_or_the_host(string yaml, string name, string domain, ValueSource source) =>
        Assert.Equal(new ProviderClaim(name, domain, source), Draft($"webUrl: https://www.host.example/x\n{yaml}").Provider);

    [Theory]
    [InlineData("2020-07-31T18:06:00Z", "2020-07-31T18:06:00", "2020-07-31", DatePrecision.Second)]
    [InlineData("2020-07-31 18:06", "2020-07-31T18:06:00", "2020-07-31", DatePrecision.Minute)]
    [InlineData("2020-07-31T00:00:00Z", "2020-07-31T00:00:00", "2020-07-31", DatePrecision.Day)]
    [InlineData("2020-07-31", "2020-07-31T00:00:00", "2020-07-31", DatePrecision.Day)]
    [InlineData("2020-07-31T22:06:00-05:00", "2020-08-01T03:06:00", "2020-07-31", DatePrecision.Second)]
    [InlineData("2020-07-31T18:06:00.123+0200", "2020-07-31T16:06:00", "2020-07-31", DatePrecision.Second)]
    public void A_date_is_read_as_precisely_as_it_stands(string written, string at, string day, DatePrecision precision)
    {
        var published = Draft($"title: T\npublishedDateTime: {written}").Published;

        Assert.Equal((DateTime.Parse(at, null), DateOnly.Parse(day, null), precision, DateSource.Declared), (published.At, published.Day, published.Precision, published.Source));
        Assert.Equal(DateTimeKind.Utc, published.At?.Kind);
    }

    [Theory]
    [InlineData("publishedDateTime: yesterday", "publishedDateTime")]
    [InlineData("publishedDateTime: 1970-01-01T00:00:00Z", "publishedDateTime")]
    [InlineData("publishedDateTime: 2020-02-30", "publishedDateTime")]
    [InlineData("publishedDateTime: [2020-02-03]", "publishedDateTime")]
    [InlineData("quality: high", "quality")]
    [InlineData("heat: {a: 1}", "heat")]
    [InlineData("published: perhaps", "published")]
    [InlineData("webUrl: javascript:alert(1)", "webUrl")]
    [InlineData("provider: [a]", "provider")]
    [InlineData("provider: {domain: 'a b'}", "provider.domain")]
    [InlineData("topics: [{a: b}]", "topics")]
    [InlineData("images: [x]", "images")]
    [InlineData("images: [{width: 3}]", "images")]
    [InlineData("images: [{url: 'data:x'}]", "url")]
    [InlineData("excerpt: [x]", "excerpt")]
    public void A_bad_value_is_left_out_and_the_article_stays(string yaml, string field)
    {
        var draft = Draft($"title: A headline\n{yaml}");

        var warning = Assert.Single(draft.Warnings);
        Assert.Equal((WarningCode.FieldLeftOut, 3), (warning.Code, warning.Line));
        Assert.Contains($"“{field}”", warning.Message, StringComparison.Ordinal);
        Assert.Equal("A headline", draft.Title);
    }

    [Fact]
    public void A_blank_headline_is_left_out() =>
        Assert.Equal(WarningCode.FieldLeftOut, Assert.Single(Draft("title: '  '\nwebUrl: https://a.example/").Warnings).Code);

    [Fact]
    public void The_first_of_two_equal_keys_counts()
    {
        var draft = Draft("title: First\ntitle: Second");

        Assert.Equal("First", draft.Title);
        Assert.Equal((WarningCode.DuplicateKey, 3), (draft.Warnings[0].Code, draft.Warnings[0].Line!.Value));
    }

    [Fact]
    public void Related_articles_are_articles_once_each_and_never_the_article_itself()
    {
        var draft = Draft("""
            title: Own
            webUrl: https://a.example/own
            related:
              - title: Other
                publishedDateTime: 2020-01-02T03:04:05Z
                sourceUrl: https://www.b.example/other/
                quality: 7
                provider: {name: B, domain: b.example}
                images: [{url: "https://b.example/i.jpg?a=1&#038;b=2", width: 3, height: 4}]
              - {title: Other again, webUrl: "http://b.example/other?utm_source=x"}
              - {title: Own, webUrl: "https://www.a.example/own/"}
              - just text
              - {excerpt: Neither}
              - {title: No address}
            """);

        Assert.Equal(["Other", "No address"], draft.Related.Select(related => related.Title));
        Assert.Equal(DateSource.Related, draft.Related[0].Published.Source);
        Assert.Equal(new ImageRef("https://b.example/i.jpg?a=1&b=2", 3, 4), draft.Related[0].Images[0]);
        Assert.Equal(["entities:images"], draft.Related[0].Repairs);
        Assert.Equal([(WarningCode.RelatedLeftOut, 13), (WarningCode.RelatedLeftOut, 14)], draft.Warnings.Select(warning => (warning.Code, warning.Line!.Value)));
    }

    [Theory]
    [InlineData("https://a.example/\\u202Ethales", "encoded:webUrl")]
    [InlineData("\\u200Ehttps://a.example/\\u202Ethales", "encoded:webUrl")]
    [InlineData("https://a.example/thales\\u200F", "control:webUrl")]
    [InlineData("https://a.example/?a=1&#038;b=2", "entities:webUrl")]
    [InlineData("https://a.example/?a=1&b=2", null)]
    [InlineData(" //a.example/thales ", null)]
    public void A_repair_of_an_address_is_told_as_what_it_was(string address, string? repair)
    {
        var draft = Draft($"title: Own\nwebUrl: \"{address}\"\nimages: [{{url: \"{address}\"}}]\n");

        Assert.Equal(repair is null ? [] : [repair.Replace("webUrl", "images", StringComparison.Ordinal), repair], draft.Repairs);
    }

    [Fact]
    public void More_related_entries_than_the_limit_are_left_out_with_a_warning()
    {
        var yaml = "title: T\nrelated:\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"  - title: R{i}\n"));
        var draft = Parse(yaml, "", new IngestionLimits { MaxRelated = 10 }).Draft!;

        Assert.Equal(10, draft.Related.Count);
        Assert.Equal(WarningCode.LimitReached, Assert.Single(draft.Warnings).Code);
    }

    [Fact]
    public void Unknown_keys_are_kept_as_they_were_and_secured_apart()
    {
        var draft = Draft("title: T\nsecured: a;b\nfeatured: {n: 12, f: 1.5, t: true, s: \"12\", z: ~, l: [a]}");

        Assert.Equal("""{"n":12,"f":1.5,"t":true,"s":"12","z":null,"l":["a"]}""", Assert.Single(draft.Extra).Value!.ToJsonString());
        Assert.Equal("a;b", draft.Secured);
    }

    [Theory]
    [InlineData("2022-01-07T05:00:00Z", "https://a.example/world/2022/jan/06/x", "The file says 2022-01-07, the address says 2022-01-06.")]
    [InlineData("2022-03-07T05:00:00Z", "https://a.example/2022/01/x", "The file says 2022-03-07, the address says 2022-01.")]
    [InlineData("2022-01-06T05:00:00Z", "https://a.example/2022/01/06/x", null)]
    [InlineData("2022-01-31T05:00:00Z", "https://a.example/2022/01/x", null)]
    public void An_address_that_tells_another_day_raises_a_doubt(string declared, string url, string? message)
    {
        var draft = Draft($"title: T\npublishedDateTime: {declared}\nwebUrl: {url}");

        Assert.Equal(message, draft.Warnings.SingleOrDefault()?.Message);
        Assert.Equal(DateSource.Declared, draft.Published.Source);
    }

    [Fact]
    public void Without_a_declared_date_the_address_tells_it() =>
        Assert.Equal((new DateOnly(2022, 1, 6), DateSource.Address), Draft("title: T\nwebUrl: https://a.example/2022/01/06/x").Published switch { var p => (p.Day!.Value, p.Source!.Value) });

    [Fact]
    public void A_body_after_the_closing_line_is_kept() => Assert.Equal("One.\n\nTwo.", Draft("title: T", "One.\r\n\r\n\r\nTwo.\r\n").Body);

    [Theory]
    [InlineData("title: a: b", RejectionCode.Yaml, 2, "double quotes")]
    [InlineData("title: x\n\texcerpt: y", RejectionCode.Yaml, 3, "tab")]
    [InlineData("title: \"x\nexcerpt: y", RejectionCode.Yaml, 2, "quote")]
    [InlineData("title: *nobody", RejectionCode.Yaml, 2, "names no value")]
    [InlineData("title: &a [*a]", RejectionCode.Yaml, 2, "names no value")]
    [InlineData("title: x\n--- second\ntitle: y", RejectionCode.Yaml, 3, "second YAML document")]
    [InlineData("- a\n- b", RejectionCode.Schema, 2, "key: value")]
    [InlineData("just text", RejectionCode.Schema, 2, "key: value")]
    [InlineData("", RejectionCode.Schema, 1, "key: value")]
    [InlineData("title: ''", RejectionCode.Schema, 2, "title or a webUrl")]
    [InlineData("companies: [{name: A}]", RejectionCode.NotAnArticle, 2, "title or webUrl")]
    public void A_broken_file_is_told_line_and_remedy(string yaml, RejectionCode code, int line, string remedy)
    {
        foreach (var text in new[] { $"---\n{yaml}\n---\n", $"---\n{yaml}\n---\n".ReplaceLineEndings("\r\n") })
        {
            var rejection = ParseText(text).Rejection;

            Assert.Equal((code, line), (rejection?.Code, rejection?.Line));
            Assert.Contains(remedy, rejection!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Lines_are_the_file_s_own_below_blank_ones() => Assert.Equal((5, 9), ParseText("\n\n---\ntitle: x\nexcerpt: b: c\n---\n").Rejection switch { var r => (r!.Line, r.Column > 8 ? 9 : 0) });

    [Fact]
    public void Front_matter_that_never_closes_is_said_so() =>
        Assert.Equal((RejectionCode.FrontMatterUnclosed, 2), ParseText("\n---\ntitle: x\n").Rejection switch { var r => (r!.Code, r.Line!.Value) });

    [Fact]
    public void Alias_bombs_and_bottomless_nesting_are_refused_before_they_grow()
    {
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"a{i}: &a{i} [*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1}]\n")) + "title: T";

        Assert.Equal(RejectionCode.Yaml, Parse(bomb).Rejection?.Code);
        Assert.Equal(RejectionCode.Yaml, Parse("title: T\na: " + new string('[', 500_000)).Rejection?.Code);
        Assert.Equal(RejectionCode.Yaml, Parse("title: T\na: &a x\nb: [" + string.Join(',', Enumerable.Repeat("*a", 65)) + "]").Rejection?.Code);
        Assert.Null(Parse("title: T\na: &a x\nb: [" + string.Join(',', Enumerable.Repeat("*a", 64)) + "]").Rejection);
    }

    [Fact]
    public void Tags_and_merge_keys_are_harmless_data() =>
        Assert.Equal("T", Draft("title: !!python/object:os.system T\nb: &b {webUrl: https://a.example/}\n<<: *b").Title);

    [Fact]
    public void A_file_of_nothing_but_mistakes_warns_a_bounded_number_of_times() =>
        Assert.InRange(Draft("title: T\n" + string.Concat(Enumerable.Repeat("title: U\n", 5000))).Warnings.Count, 200, 201);

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void A_warning_has_the_same_dates_on_every_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var draft = Draft("title: T\npublishedDateTime: 2022-01-07\nwebUrl: https://a.example/2022/01/06/x");

            Assert.Equal("The file says 2022-01-07, the address says 2022-01-06.", Assert.Single(draft.Warnings).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Topics_in_any_script_stay_apart()
    {
        var topics = Draft("title: T\ntopics: [人工智能, 公司, 人工智能, AI]").Topics;

        Assert.Equal(["人工智能", "公司", "AI"], topics.Select(topic => topic.Name));
        Assert.Equal(3, topics.DistinctBy(topic => topic.Slug).Count());
    }
}
