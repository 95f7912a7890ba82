using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>The fields that an article and an entry of its related list have in common, through three generations of keys.</summary>
static class ArticleFields
{
    /// <summary>Pictures and topics taken from one article; one picture and seven topics are the most ever seen.</summary>
    const int MostListed = 100;

    /// <summary>Any of these keys makes front matter an article's.</summary>
    public static IReadOnlyList<string> Telling { get; } =
        ["title", "excerpt", "publishedDateTime", "webUrl", "sourceUrl", "originalUrl", "ampWebUrl", "ampUrl", "cdnAmpWebUrl", "cdnAmpUrl"];

    /// <summary>What other programs call a field, by our names for it: static-site generators, feeds and the markup of pages.</summary>
    static readonly (string[] Ours, string[] Theirs)[] OtherNames =
    [
        (["publishedDateTime"], ["date", "publishedAt", "published_at", "publishDate", "pubDate", "datePublished"]),
        (["webUrl", "sourceUrl", "originalUrl"], ["url", "link", "permalink", "source_url", "canonical_url"]),
        (["title"], ["headline"]),
        (["excerpt"], ["description", "summary", "subtitle"]),
        (["provider"], ["publisher"]),
    ];

    /// <summary>Reads the common fields into a draft.</summary>
    /// <param name="fields">The article's map.</param>
    /// <param name="dateSource">Declared, or related for an entry of a list.</param>
    public static ArticleDraft Read(FieldReader fields, DateSource dateSource)
    {
        var links = Links(fields);
        var url = links.Web ?? links.Original;
        var dates = Dates(fields, links, dateSource);
        var draft = new ArticleDraft
        {
            Title = fields.Line("title"),
            Excerpt = fields.Line("excerpt"),
            Links = links,
            Url = url,
            Provider = Provider(fields, url),
            Published = dates.FirstOrDefault(PublishedDate.Unknown),
            DateCandidates = dates,
            Quality = fields.Integer("quality"),
            Heat = fields.Integer("heat"),
            Promoted = fields.Truth("published"),
            Topics = Topics(fields),
            Images = Images(fields),
        };
        foreach (var (ours, theirs) in OtherNames) fields.WarnOfOtherNames(ours, theirs);
        if (draft.Title is null && fields.Any("title") is YamlText blank) fields.LeaveOut("title", blank.Line, "is blank");
        return draft with { Type = fields.Line("type") ?? draft.Type, Category = fields.Line("category") ?? draft.Category };
    }

    static ArticleLinks Links(FieldReader fields) => new(
        fields.Address("webUrl", "sourceUrl"), fields.Address("ampWebUrl", "ampUrl"),
        fields.Address("cdnAmpWebUrl", "cdnAmpUrl"), fields.Address("originalUrl"));

    static IReadOnlyList<PublishedDate> Dates(FieldReader fields, ArticleLinks links, DateSource source)
    {
        var inAddresses = new[] { links.Web, links.Original }.OfType<string>().Select(AddressDate.Find);
        var dates = DateCandidates.Of([fields.Date("publishedDateTime", source), .. inAddresses]);
        if (dates is [{ Source: not DateSource.Address }, ..] && DateCandidates.Conflict(dates, fields.LineOf("publishedDateTime")) is { } conflict)
            fields.Warnings.Add(conflict.Code, conflict.Message, conflict.Line);
        return dates;
    }

    static ProviderClaim? Provider(FieldReader fields, string? url)
    {
        var host = url is null ? null : WebAddress.Domain(url);
        var (name, domain) = fields.Any("provider") switch
        {
            YamlMap map => Named(fields, new FieldReader(map, fields.Warnings)),
            YamlText => (fields.Line("provider"), null),
            null => (null, null),
            var list => LeftOut(fields, list),
        };
        if ((name ?? domain) is { } declared) return new ProviderClaim(declared, domain ?? host, ValueSource.Declared);
        return host is null ? null : new ProviderClaim(host, host, ValueSource.Inferred);
    }

    static (string? Name, string? Domain) Named(FieldReader fields, FieldReader provider)
    {
        var name = provider.Line("name");
        var domain = provider.Line("domain");
        foreach (var repair in provider.Repairs) fields.Note($"{repair.Split(':')[0]}:provider");
        if (domain is null) return (name, null);
        var site = WebAddress.Site(domain);
        if (site is null) fields.LeaveOut("provider.domain", provider.LineOf("domain"), $"should be a domain such as example.com, not “{domain}”");
        return (name, site);
    }

    static (string? Name, string? Domain) LeftOut(FieldReader fields, YamlValue list)
    {
        fields.LeaveOut("provider", list.Line, "should be a map with name and domain, not a list");
        return (null, null);
    }

    static List<TopicTag> Topics(FieldReader fields)
    {
        var topics = new List<TopicTag>();
        foreach (var item in fields.List("topics", MostListed))
        {
            if (item is not YamlText { IsNull: false } text || fields.Mended(TextRepair.Line(text.Value), "topics") is not { Length: > 0 } name)
                fields.LeaveOut("topics", item.Line, "holds an entry that is no name");
            else if (Slugs.ForName(name) is var slug && topics.TrueForAll(topic => topic.Slug != slug))
                topics.Add(new TopicTag(name, slug, ValueSource.Declared, null));
        }

        return topics;
    }

    static List<ImageRef> Images(FieldReader fields)
    {
        var images = new List<ImageRef>();
        foreach (var item in fields.List("images", MostListed))
        {
            if (item is not YamlMap map)
            {
                fields.LeaveOut("images", item.Line, "holds an entry without url");
                continue;
            }

            var image = new FieldReader(map, fields.Warnings);
            if (image.Address("url") is not { } url)
            {
                if (image.Any("url") is null) fields.LeaveOut("images", item.Line, "holds an entry without url");
                continue;
            }

            foreach (var repair in image.Repairs) fields.Note($"{repair.Split(':')[0]}:images");
            images.Add(new ImageRef(url, image.Integer("width"), image.Integer("height")));
        }

        return images;
    }
}
