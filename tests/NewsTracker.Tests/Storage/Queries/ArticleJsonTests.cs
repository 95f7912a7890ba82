using System.Text.Json;
using System.Text.Json.Nodes;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class ArticleJsonTests
{
    static readonly ArticleDraft Draft = new()
    {
        Title = "China’s “Megvii” raises",
        TitleSource = TitleSource.Text,
        Body = "One.\n\nTwo.",
        Url = "https://example.org/a?b=1&c=2",
        Provider = new ProviderClaim("Axios", "axios.com", ValueSource.Declared),
        Published = PublishedDate.Instant(new DateTime(2020, 7, 31, 18, 6, 0, DateTimeKind.Utc), DateSource.Declared),
        Scope = new ScopeClaim(ScopeValue.FacialRecognition, ValueSource.Inferred, "facial recognition"),
        Topics = [new TopicTag("Funding", "funding", ValueSource.Inferred, "raises")],
        Companies = [new CompanyTag("Megvii", "megvii", CompanyRole.Subject, 3, true, ValueSource.Inferred, "Megvii raises") { Forms = ["Megvii"] }],
        Money = [new MoneyFact(MoneyKind.MarketSize, MoneyStatus.Planned, 1_500_000_000m, "USD", null, null, null, ValueSource.Inferred, "$1.5 billion")],
        Repairs = ["mojibake:title"],
        Warnings = [new Warning(WarningCode.DateConflict, "The address says 2020-07-30.")],
        Extra = new Dictionary<string, JsonNode?> { ["rank"] = 3 },
        Secured = "SECRET",
        Related = [new ArticleDraft { Url = "https://example.org/b", Published = PublishedDate.InMonth(2018, 7, DateSource.Estimated, "in July 2018") }],
    };

    [Fact]
    public void An_inspected_article_has_the_shape_of_the_contract()
    {
        var json = Inspected();

        Assert.Equal(
            [
                "id", "slug", "title", "titleSource", "excerpt", "body", "url", "links", "provider", "published", "scope", "type", "category", "language",
                "quality", "heat", "promoted", "origin", "topics", "companies", "money", "images", "related", "story", "source", "extra",
            ],
            json.Select(pair => pair.Key));
        Assert.Null(json["id"]);
        Assert.Equal("chinas-megvii-raises", (string?)json["slug"]);
        Assert.Equal("text", (string?)json["titleSource"]);
        Assert.Equal("""{"name":"Axios","domain":"axios.com","source":"declared"}""", json["provider"]?.ToJsonString());
        Assert.Equal(
            """{"at":"2020-07-31T18:06:00Z","day":"2020-07-31","precision":"second","source":"declared","evidence":null}""",
            json["published"]?.ToJsonString());
        Assert.Equal("""{"value":"facialRecognition","source":"inferred","evidence":"facial recognition"}""", json["scope"]?.ToJsonString());
        Assert.Equal("""[{"name":"Funding","slug":"funding","source":"inferred","evidence":"raises"}]""", json["topics"]?.ToJsonString());
        Assert.Equal(
            """[{"name":"Megvii","slug":"megvii","role":"subject","mentions":3,"catalogue":true,"source":"inferred","evidence":"Megvii raises"}]""",
            json["companies"]?.ToJsonString());
        Assert.Equal(
            """[{"kind":"market-size","status":"planned","amount":1500000000,"currency":"USD","company":null,"companySlug":null,"converted":null,"source":"inferred","evidence":"$1.5 billion"}]""",
            json["money"]?.ToJsonString());
        Assert.Equal(
            """{"file":"a.txt","sha256":"00","format":"frontMatter","encoding":"utf-8","importedAt":null,"repairs":["mojibake:title"],"warnings":["The address says 2020-07-30."]}""",
            json["source"]?.ToJsonString());
        Assert.Equal("""{"rank":3}""", json["extra"]?.ToJsonString());
    }

    [Fact]
    public void Inspected_related_articles_are_whole()
    {
        var related = Assert.Single(Inspected()["related"]?.AsArray() ?? []);

        Assert.Equal("related", (string?)related?["origin"]);
        Assert.Null(related?["title"]);
        Assert.Equal(
            """{"at":"2018-07-01T00:00:00Z","day":null,"precision":"month","source":"estimated","evidence":"in July 2018"}""",
            related?["published"]?.ToJsonString());
        Assert.Equal("[]", related?["related"]?.ToJsonString());
    }

    [Fact]
    public void Stored_articles_name_related_ones_by_id_and_lists_leave_the_body_out()
    {
        var stored = new StoredArticle
        {
            Id = 17,
            Slug = "kept-as-it-was",
            Values = Draft with { Body = null },
            ProviderSlug = "axios.com",
            OwnTopics = new HashSet<string>(),
            Origin = ArticleOrigin.File,
            AddedAt = default,
            UpdatedAt = default,
            Source = new SourceRef("a.txt", "00", SourceFormat.Html, "utf-8", new DateTime(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc)),
            RelatedIds = [18, 19],
        };

        var whole = Json(ArticleDocument.From(stored, withBody: true));
        var listed = Json(ArticleDocument.From(stored, withBody: false));

        Assert.Equal("[18,19]", whole["related"]?.ToJsonString());
        Assert.Equal("kept-as-it-was", (string?)whole["slug"]);
        Assert.Equal("2026-11-16T09:00:00Z", (string?)whole["source"]?["importedAt"]);
        Assert.True(whole.ContainsKey("body"));
        Assert.Null(whole["body"]);
        Assert.False(listed.ContainsKey("body"));
    }

    [Fact]
    public void The_encrypted_value_never_leaves() => Assert.DoesNotContain("SECRET", Text(Document()), StringComparison.Ordinal);

    [Fact]
    public void Files_and_terminals_get_readable_letters() => Assert.Contains("China’s “Megvii” raises", Text(Document()), StringComparison.Ordinal);

    [Fact]
    public void Reading_it_back_gives_the_same_text()
    {
        var text = Text(Document());

        var again = JsonSerializer.Deserialize(text, ArticleJson.Readable.ArticleDocument);

        Assert.NotNull(again);
        Assert.Equal(text, Text(again));
    }

    static ArticleDocument Document() => ArticleDocument.From(Draft, "a.txt", "00", SourceFormat.FrontMatter, "utf-8");

    static JsonObject Inspected() => Json(Document());

    static JsonObject Json(ArticleDocument document) => JsonNode.Parse(Text(document))?.AsObject() ?? [];

    static string Text(ArticleDocument document) => JsonSerializer.Serialize(document, ArticleJson.Readable.ArticleDocument)
        .ReplaceLineEndings("");
}
