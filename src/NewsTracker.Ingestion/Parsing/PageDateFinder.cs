using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>The dates of a saved page: what it tells machines first, then its address, then what it shows.</summary>
/// <param name="page">The page.</param>
/// <param name="ld">Its JSON-LD.</param>
/// <param name="markup">Its head.</param>
/// <param name="blocks">Its text.</param>
/// <param name="language">The language that its dates are written in, as <see cref="PageMarkup.LanguageTag"/> gives it.</param>
public sealed class PageDateFinder(IHtmlDocument page, JsonLd ld, PageMarkup markup, IReadOnlyList<PageBlock> blocks, string? language)
{
    readonly List<DoubtfulDate> _doubtful = [];

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

    /// <summary>Below this many blocks under the headline a date belongs to something else.</summary>
    const int Below = 12;

    /// <summary>Fewer letters and digits than this are in too many lines to be the headline, or the part of it without the site's name.</summary>
    const int LeastHeadline = 10;

    /// <summary>Longer pieces of text tell more than a date, in characters.</summary>
    const int LongestDate = 160;

    /// <summary>Most elements looked at for each sign.</summary>
    const int MostElements = 200;

    /// <summary>Finds everything that tells the date.</summary>
    public DateFindings Find()
    {
        var address = markup.Url is { } url ? AddressDate.Find(url) : null;
        var shown = FromText() ?? FromMarked();
        PublishedDate?[] told = [FromJsonLd(), .. FromMeta(), FromItems(), FromTimes()];
        var found = DateCandidates.Of(InOrder(told, address, shown));
        return new(found is [{ Source: DateSource.Html }, ..] ? [OnPublishersDay(found[0], address, shown), .. found.Skip(1)] : found, _doubtful);
    }

    /// <summary>Markup first, unless address and line agree on another day: two that people can see outweigh one that a program wrote.</summary>
    static IEnumerable<PublishedDate?> InOrder(PublishedDate?[] told, PublishedDate? address, PublishedDate? shown)
    {
        if (address?.Day is null && Fits(shown, address)) return [.. told, shown, address];
        var choice = Array.Find(told, date => date is not null);
        return address?.Day is { } day && shown?.Day == day && choice?.Day is { } declared && Math.Abs(declared.DayNumber - day.DayNumber) > 1
            ? [address, shown, .. told]
            : [.. told, address, shown];
    }

    static bool Fits(PublishedDate? shown, PublishedDate? month) =>
        shown?.Day is { } day && (month?.Period is not var (first, last) || day >= first && day <= last);

    /// <summary>An instant given in UTC does not tell the publisher's day; an address or a line of the day before or after does.</summary>
    static PublishedDate OnPublishersDay(PublishedDate declared, params ReadOnlySpan<PublishedDate?> civil)
    {
        if (declared is not { Day: { } utc, Precision: > DatePrecision.Day, Evidence: { } written } || PageDate.StatesOffset(written)) return declared;
        foreach (var told in civil)
            if (told?.Day is { } day && Math.Abs(day.DayNumber - utc.DayNumber) == 1)
                return declared with { Day = day, Evidence = $"{declared.Evidence}; {(told.Source == DateSource.Address ? "address" : "text")}: {told.Evidence}" };
        return declared;
    }

    PublishedDate? FromJsonLd() => ld.DatePublished is { } written ? Read(written, "datePublished:") : null;

    IEnumerable<PublishedDate?> FromMeta() => MetaNames.Select(name => markup.Meta(name) is { } written ? Read(written, $"{name}:") : null);

    PublishedDate? FromItems() => page.QuerySelectorAll("[itemprop='datePublished']")
        .Select(item => Read(item, item.GetAttribute("datetime") ?? item.GetAttribute("content") ?? item.TextContent)).FirstOrDefault(date => date is not null);

    /// <summary>A time element that says it is the publication, else the first one near a heading or in an article.</summary>
    PublishedDate? FromTimes()
    {
        var times = page.QuerySelectorAll("time").Take(MostElements).Where(time => !IsElsewhere(time)).ToList();
        return times.OrderByDescending(SaysPublished)
            .Select(time => Read(time, time.GetAttribute("datetime") ?? time.TextContent)).FirstOrDefault(date => date is not null);
    }

    static bool SaysPublished(IElement time) =>
        time.HasAttribute("pubdate") || $"{time.ClassName} {time.ParentElement?.ClassName} {(time.ParentElement is { } around ? ShortText(around) : null)}".Contains("publi", StringComparison.OrdinalIgnoreCase);

    static bool IsElsewhere(IElement element) => element.Ancestors<IElement>().Any(above => above.LocalName is "aside" or "nav" or "footer" or "li" || PageFurniture.IsOfOthers(above));

    PublishedDate? Read(IElement element, string written) => Read(written.Trim(), $"<{element.LocalName}>");

    PublishedDate? Read(string written, string place)
    {
        var plain = ForeignDates.ToIso(written, language);
        var date = PageDate.Read(plain, $"{place} {written}");
        if (date is null && DateText.Unread(plain) is var (unread, readings)) _doubtful.Add(new($"The page’s markup ({place.Trim(':', '<', '>')})", unread, readings));
        return date;
    }

    /// <summary>The first line at or little below the heading that only tells a date.</summary>
    PublishedDate? FromText()
    {
        if (markup.Headline is not { } headline) return null;
        var title = ScrapeLine.KeyOf(headline);
        var lines = blocks.Take(MostBlocks).Where(block => !block.IsQuoted).Select(block => new ScrapeLine(0, block.Text)).ToList();
        return lines.Index().Where(line => line.Item.Key.Length >= LeastHeadline && title.Contains(line.Item.Key, StringComparison.Ordinal))
            .SelectMany(heading => lines.Skip(heading.Index).Take(Below)).Select(Shown).FirstOrDefault(date => date is not null);
    }

    /// <summary>The first short element beside no other articles that is named after a date and holds one.</summary>
    PublishedDate? FromMarked() => page.QuerySelectorAll("[class*=date i], [class*=time i], [class*=publish i], [class*=creat i], [class*=posted i]")
        .Take(MostElements).Where(element => !IsElsewhere(element))
        .Select(element => ShortText(element) is { Length: > 0 } text ? Shown(new ScrapeLine(0, text)) : null).FirstOrDefault(date => date is not null);

    /// <summary>An element's text; null as soon as it proves long, which in a nest of elements is worth knowing early.</summary>
    static string? ShortText(IElement element)
    {
        var text = new StringBuilder();
        foreach (var words in element.Descendants<IText>())
            if (text.Append(words.Data).Length > LongestDate) return null;
        return TextRepair.Line(text.ToString()).Text;
    }

    PublishedDate? Shown(ScrapeLine line)
    {
        if (line.Text.Length > LongestDate || DateLine.SaysOnlyUpdated(line)) return null;
        var plain = new ScrapeLine(0, ForeignDates.ToIso(line.Text, language));
        if (DateLine.Doubtful(plain) is var (unread, readings)) _doubtful.Add(new("The page", unread, readings));
        return DateLine.DayOf(plain)?.Publish(DateSource.Text, line.Text);
    }
}
