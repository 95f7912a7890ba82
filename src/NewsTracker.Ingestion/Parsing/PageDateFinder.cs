using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Tagging;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>The date of a saved page: what it tells machines first, then what it shows, then its address.</summary>
/// <param name="page">The page.</param>
/// <param name="ld">Its JSON-LD.</param>
/// <param name="markup">Its head.</param>
public sealed class PageDateFinder(IHtmlDocument page, JsonLd ld, PageMarkup markup)
{
    /// <summary>Names under which sites print the date of publication, the most reliable first.</summary>
    static readonly string[] MetaNames =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "publication_date", "publication-date", "published_at",
        "article.published", "article_date_original", "originalpublicationdate", "ptime", "dc.date.issued", "dcterms.date", "dcterms.created",
        "dc.date", "dc.date.created", "datecreated", "created", "displaydate", "cxenseparse:recs:publishtime", "date",
    ];

    /// <summary>Most blocks of the page looked at for a date line.</summary>
    const int MostBlocks = 2000;

    /// <summary>Finds it.</summary>
    /// <returns><see cref="PublishedDate.Unknown"/> where nothing tells.</returns>
    public PublishedDate Find()
    {
        var address = markup.Url is { } url ? AddressDate.Find(url) : null;
        var declared = FromJsonLd() ?? FromMeta() ?? FromItems() ?? FromTimes();
        return declared is null ? address ?? FromText() ?? PublishedDate.Unknown : OnPublishersDay(declared, address);
    }

    /// <summary>An instant given in UTC does not tell the publisher's day; an address of the day before or after does.</summary>
    static PublishedDate OnPublishersDay(PublishedDate declared, PublishedDate? address) =>
        declared is { Day: { } utc, At: { } at } && DateOnly.FromDateTime(at) == utc && declared.Precision > DatePrecision.Day
        && address?.Day is { } day && Math.Abs(day.DayNumber - utc.DayNumber) == 1
            ? declared with { Day = day, Evidence = $"{declared.Evidence}; address: {address.Evidence}" }
            : declared;

    PublishedDate? FromJsonLd() => ld.DatePublished is { } written ? PageDate.Read(written, $"datePublished: {written}") : null;

    PublishedDate? FromMeta() => MetaNames
        .Select(name => markup.Meta(name) is { } written ? PageDate.Read(written, $"{name}: {written}") : null).FirstOrDefault(date => date is not null);

    PublishedDate? FromItems() => page.QuerySelectorAll("[itemprop='datePublished']")
        .Select(item => Read(item, item.GetAttribute("datetime") ?? item.GetAttribute("content") ?? item.TextContent)).FirstOrDefault(date => date is not null);

    /// <summary>A time element that says it is the publication, else the first one near a heading or in an article.</summary>
    PublishedDate? FromTimes()
    {
        var times = page.QuerySelectorAll("time").Where(time => !IsElsewhere(time)).ToList();
        return times.OrderByDescending(SaysPublished)
            .Select(time => Read(time, time.GetAttribute("datetime") ?? time.TextContent)).FirstOrDefault(date => date is not null);
    }

    static bool SaysPublished(IElement time) =>
        time.HasAttribute("pubdate") || $"{time.ClassName} {time.ParentElement?.ClassName} {time.ParentElement?.TextContent}" is { Length: < 300 } words
            && words.Contains("publi", StringComparison.OrdinalIgnoreCase);

    static bool IsElsewhere(IElement time) => time.Ancestors<IElement>().Any(above => above.LocalName is "aside" or "nav" or "footer" or "li");

    static PublishedDate? Read(IElement element, string written) =>
        PageDate.Read(written, $"<{element.LocalName}> {written.Trim()}");

    /// <summary>The first line at or below the heading that only tells a date.</summary>
    PublishedDate? FromText()
    {
        if (page.Body is not { } body) return null;
        var blocks = PageBlocks.Of(body).Take(MostBlocks).Select(block => new ScrapeLine(0, block.Text)).ToList();
        var title = markup.Headline is { } headline ? blocks.FindIndex(block => block.Key == ScrapeLine.KeyOf(headline)) : -1;
        var line = blocks.Skip(Math.Max(0, title)).FirstOrDefault(block => DateLine.IsDateLine(block) && !DateLine.SaysOnlyUpdated(block));
        return line is not null && DateLine.DayOf(line) is { } day ? day.Publish(DateSource.Text, line.Text) : null;
    }
}
