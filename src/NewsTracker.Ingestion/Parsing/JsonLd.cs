using System.Text.Json;
using AngleSharp.Html.Dom;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>What the page's JSON-LD tells about the article. Broken scripts are passed over: they are decoration that other markup repeats.</summary>
/// <param name="Headline">Its headline.</param>
/// <param name="DatePublished">As written.</param>
/// <param name="Publisher">The publisher's name.</param>
public sealed record JsonLd(string? Headline, string? DatePublished, string? Publisher)
{
    /// <summary>Most scripts read.</summary>
    const int MostScripts = 20;

    /// <summary>Longest script read, in characters.</summary>
    const int LongestScript = 1_000_000;

    /// <summary>Deepest nesting followed.</summary>
    const int MaxDepth = 32;

    /// <summary>Members that an article may stand in.</summary>
    static readonly string[] Holders = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"];

    static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>Nothing told.</summary>
    public static JsonLd None { get; } = new(null, null, null);

    /// <summary>Reads the scripts of a page; the first article in them counts, else the page that holds it.</summary>
    /// <param name="page">The page.</param>
    public static JsonLd Of(IHtmlDocument page)
    {
        var found = new List<(JsonLd Told, bool IsPage)>();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(MostScripts))
        {
            if (script.TextContent is not { Length: > 0 and <= LongestScript } json) continue;
            if (Parse(json) is not { } document) continue;
            using (document)
                found.AddRange(Articles(document.RootElement).Select(article => (Read(article), IsPage(article))));
        }

        return found.OrderBy(told => told.IsPage).Select(told => told.Told).FirstOrDefault(None);
    }

    static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json.ReplaceLineEndings(" ").Replace('\t', ' '), Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static IEnumerable<JsonElement> Articles(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(Articles);
        if (element.ValueKind != JsonValueKind.Object) return [];
        if (IsArticle(element)) return [element];
        if (IsPage(element) && Member(element, "datePublished") is not null) return [element];
        return Holders.Select(name => Member(element, name)).OfType<JsonElement>().SelectMany(Articles);
    }

    static bool IsArticle(JsonElement element) => IsOfType(element, IsArticleType);

    static bool IsPage(JsonElement element) => IsOfType(element, type => String(type) is "WebPage" or "ItemPage");

    static bool IsOfType(JsonElement element, Func<JsonElement, bool> matches) =>
        Member(element, "@type") is { } type && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(matches) : matches(type));

    static bool IsArticleType(JsonElement type) => String(type) is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report" or "Review" or "VideoObject");

    static JsonLd Read(JsonElement article) => new(
        Text(article, "headline") ?? Text(article, "name"),
        Text(article, "datePublished") ?? Text(article, "dateCreated") ?? Text(article, "uploadDate"),
        Member(article, "publisher") switch
        {
            { ValueKind: JsonValueKind.Object } publisher => Text(publisher, "name"),
            { } name => String(name),
            null => null,
        });

    static JsonElement? Member(JsonElement element, string name)
    {
        try
        {
            return element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is half a character, such as "\ud83d": JSON allows it to be written, no text can hold it.
            return null;
        }
    }

    static string? Text(JsonElement element, string name) =>
        Member(element, name) is { } value && String(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    static string? String(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // As for names: half a character.
            return null;
        }
    }
}
