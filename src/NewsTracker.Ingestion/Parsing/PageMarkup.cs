using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>What the head of a saved page says about the article.</summary>
/// <param name="page">The page.</param>
/// <param name="ld">Its JSON-LD.</param>
public sealed class PageMarkup(IHtmlDocument page, JsonLd ld)
{
    readonly List<IElement> _metas = [.. page.QuerySelectorAll("meta[content]")];

    /// <summary>The site's name, from markup; null where it says none.</summary>
    public string? SiteName => Clean(Meta("og:site_name") ?? ld.Publisher ?? Meta("application-name"));

    /// <summary>The page's own address; null where none is given or it is not http(s).</summary>
    public string? Url => WebAddress.Clean(Link("canonical")) ?? WebAddress.Clean(Meta("og:url"));

    /// <summary>The AMP copy; null where none.</summary>
    public string? Amp => WebAddress.Clean(Link("amphtml"));

    /// <summary>The teaser.</summary>
    public string? Description => Clean(Meta("og:description") ?? Meta("description") ?? Meta("twitter:description"));

    /// <summary>The lead image's address.</summary>
    public ImageRef? Image => WebAddress.Clean(Meta("og:image") ?? Meta("og:image:url") ?? Meta("twitter:image")) is { } url
        ? new(url, Pixels("og:image:width"), Pixels("og:image:height"))
        : null;

    /// <summary>The page's language as written, with its country where told: <c>pt-BR</c>, <c>en_GB</c>.</summary>
    public string? LanguageTag => new[] { page.DocumentElement.GetAttribute("lang"), Meta("og:locale"), Meta("content-language") }.FirstOrDefault(tag => !string.IsNullOrWhiteSpace(tag));

    /// <summary>ISO 639-1 code of the page's language.</summary>
    public string? Language
    {
        get
        {
            var code = LanguageTag?.Trim().Split('-', '_')[0].ToLowerInvariant();
            return code is { Length: 2 } && code.All(char.IsAsciiLetterLower) ? code : null;
        }
    }

    /// <summary>The headline: what the page tells machines, then its heading, then its window title without the site's name.</summary>
    public string? Headline => Clean(WithoutSite(Meta("og:title"))) ?? Clean(ld.Headline) ?? Clean(OnlyHeading()) ?? Clean(WithoutSite(page.Title));

    /// <summary>A meta element's content by its name or property.</summary>
    /// <param name="name">Lower case.</param>
    /// <returns>Null where absent or empty.</returns>
    public string? Meta(string name)
    {
        var found = _metas.Find(meta =>
            (Named(meta, "property", name) || Named(meta, "name", name) || Named(meta, "itemprop", name) || Named(meta, "http-equiv", name))
            && !string.IsNullOrWhiteSpace(meta.GetAttribute("content")));
        return found?.GetAttribute("content");
    }

    static bool Named(IElement meta, string attribute, string name) => name.Equals(meta.GetAttribute(attribute)?.Trim(), StringComparison.OrdinalIgnoreCase);

    string? Link(string relation) => page.QuerySelectorAll("link[href][rel]")
        .FirstOrDefault(link => relation.Equals(link.GetAttribute("rel")?.Trim(), StringComparison.OrdinalIgnoreCase))?.GetAttribute("href");

    string? OnlyHeading() => page.QuerySelectorAll("h1").Select(heading => heading.TextContent).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    int? Pixels(string name) => int.TryParse(Meta(name), System.Globalization.CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;

    /// <summary>“Headline | Site”, “Headline - Site”: the tail goes where it names the site.</summary>
    string? WithoutSite(string? title)
    {
        if (title is null) return null;
        var at = title.LastIndexOfAny(['|', '–', '—', '-', '»']);
        if (at <= 0 || !char.IsWhiteSpace(title[at - 1])) return title;
        var (tail, site) = (ScrapeLine.KeyOf(title[(at + 1)..]), ScrapeLine.KeyOf(SiteName ?? Host ?? string.Empty));
        return tail.Length > 0 && site.Length > 0 && (site.Contains(tail, StringComparison.Ordinal) || tail.Contains(site, StringComparison.Ordinal)) ? title[..at] : title;
    }

    string? Host => Url is { } url ? WebAddress.Domain(url)?.Split('.')[0] : null;

    static string? Clean(string? text) => text is not null && TextRepair.Line(text).Text is { Length: > 0 } clean ? clean : null;
}
