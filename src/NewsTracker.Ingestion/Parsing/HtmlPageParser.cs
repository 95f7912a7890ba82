using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Dates;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>Reads a saved page. Nothing is fetched and no script runs: the parser builds a tree from the bytes at hand and reads that.</summary>
/// <param name="providers">Publishers by their domains.</param>
public sealed class HtmlPageParser(IReadOnlyList<CatalogueProvider> providers)
{
    readonly Dictionary<string, CatalogueProvider> _byDomain = providers
        .SelectMany(provider => provider.Domains.Select(domain => (domain, provider))).DistinctBy(pair => pair.domain, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.domain, pair => pair.provider, StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses one page.</summary>
    /// <param name="source">Its markup.</param>
    /// <returns>A draft with what the page declares and its clean text; or a rejection where it holds no running text.</returns>
    public ParsedArticle Parse(SourceText source)
    {
        var (html, limited) = HtmlBounds.Apply(source.Text);
        var page = new HtmlParser().ParseDocument(html);
        if (HtmlBounds.IsTooDeep(page)) return new(null, TooDeep);
        var ld = JsonLd.Of(page);
        var markup = new PageMarkup(page, ld);
        var blocks = page.Body is { } body ? PageBlocks.Of(body) : [];
        var text = ArticleText(page, blocks, markup.Headline);
        if (text.Body.Length == 0) return new(null, NoText);
        var language = LanguageJudge.Told(markup.Language, new[] { markup.Headline, markup.Description, text.Body }.OfType<string>().Select(Folding.Fold));
        var dates = new PageDateFinder(page, ld, markup, blocks, language == markup.Language ? markup.LanguageTag : language).Find();
        var draft = Declared(markup, dates, limited) with { Language = language, Body = text.Body, Cuts = text.Cuts };
        return new(draft.Title is null ? WithInferredTitle(draft, text.Body) : draft, null);
    }

    static ArticleDraft WithInferredTitle(ArticleDraft draft, string body) => draft with
    {
        Title = FirstSentence.Of(body),
        TitleSource = TitleSource.Inferred,
        Warnings = [.. draft.Warnings, new(WarningCode.TitleInferred, "The page declares no headline; its first sentence stands in for it.")],
    };

    static Rejection NoText { get; } = new(
        RejectionCode.NotAnArticle,
        "The page holds no running text: a menu, a list of links, or a page that a script fills in. Save the page after it has loaded, or leave it out.");

    static Rejection TooDeep { get; } = new(
        RejectionCode.NotAnArticle,
        "The page is nested too deeply to be read safely; no real page is. Save the page again from a browser, or leave it out.");

    static Warning TooLong { get; } = new(WarningCode.LimitReached, "The page is too long or too deeply nested; what lies beyond the limit was left out.");

    ArticleDraft Declared(PageMarkup markup, DateFindings dates, bool limited)
    {
        var url = markup.Url;
        return new()
        {
            Title = markup.Headline,
            TitleSource = TitleSource.Html,
            Excerpt = markup.Description,
            Url = url,
            Links = ArticleLinks.None with { Web = url, Amp = markup.Amp },
            Provider = Provider(markup),
            Published = dates.Published,
            DateCandidates = dates.Candidates,
            Images = markup.Image is { } image ? [image] : [],
            Warnings = [.. limited ? [TooLong] : Array.Empty<Warning>(), .. dates.Warnings],
        };
    }

    ProviderClaim? Provider(PageMarkup markup)
    {
        var domain = markup.Url is { } url ? WebAddress.Domain(url) : null;
        if (markup.SiteName is { } name) return new(name, domain, ValueSource.Declared);
        if (domain is null) return null;
        return new(_byDomain.TryGetValue(domain, out var known) ? known.Name : domain, domain, ValueSource.Inferred);
    }

    /// <summary>The article's element block by block; where it holds no text, the whole page read like a text scrape.</summary>
    static ScrapeText ArticleText(IHtmlDocument page, IReadOnlyList<PageBlock> blocks, string? title)
    {
        if (page.Body is not { } body) return new(string.Empty, []);
        var found = PageText.From(ArticleFinder.Find(body, blocks, title), title);
        if (found.Body.Length > 0) return found;
        var mended = blocks.Select(block => new ScrapeLine(0, TextRepair.Line(block.Text).Text)).Where(line => line.Text.Length > 0);
        return ScrapeText.From(LineClassifier.Classify([.. mended]));
    }
}
