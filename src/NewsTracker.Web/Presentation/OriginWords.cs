using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>What the origin and the reader say of an article, explained for people; the rules are those of docs/formats.md.</summary>
static class OriginWords
{
    /// <summary>How a file is written.</summary>
    public static string Format(SourceFormat format) => format switch
    {
        SourceFormat.FrontMatter => "front matter",
        SourceFormat.Html => "saved web page",
        _ => "text scrape",
    };

    /// <summary>The promotion switch.</summary>
    public static string Promotion(bool? promoted) => promoted switch
    {
        true => "promoted at the origin",
        false => "not promoted at the origin (most articles are not; it is no draft mark)",
        null => "the file does not say",
    };

    /// <summary>The score.</summary>
    public static string Quality(int? quality) => quality is { } score
        ? string.Create(CultureInfo.InvariantCulture, $"{score}, the origin’s own score from 0 to 240")
        : "the file does not say";

    /// <summary>The heat.</summary>
    public static string Heat(int? heat) => heat switch
    {
        null => "the file does not say",
        -1 => "−1: at the origin another article leads this story",
        { } value => string.Create(CultureInfo.InvariantCulture, $"{value}: it leads its story at the origin (score plus ten for each article listed with it)"),
    };

    /// <summary>A repair such as <c>mojibake:title</c>.</summary>
    public static string Repair(string repair)
    {
        var colon = repair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return repair;
        var what = repair[..colon] switch
        {
            "mojibake" => "characters read in the wrong encoding were restored",
            "entities" => "HTML entities were decoded",
            "tags" => "left-over markup was removed",
            "encoded" => "characters that turn writing round were encoded",
            "control" => "invisible control characters were removed",
            "whitespace" => "stray white space was removed",
            var other => other,
        };
        return $"{what} ({repair[(colon + 1)..]})";
    }

    /// <summary>How the headline is known; null where it was declared.</summary>
    public static string? Title(TitleSource source) => source switch
    {
        TitleSource.Inferred => "no headline was found: this is the first sentence",
        TitleSource.Text => "headline taken from the text",
        TitleSource.Html => "headline taken from the page’s markup",
        TitleSource.Correction => "headline corrected by a person",
        _ => null,
    };

    /// <summary>Where an article was seen: in a file of its own, or as an entry of a list.</summary>
    public static string Sighting(SightingRef sighting) => sighting.Entry == 0
        ? "its own file"
        : string.Create(CultureInfo.InvariantCulture, $"entry {sighting.Entry} in the list of");

    /// <summary>How the tracker knows an article.</summary>
    public static string Origin(ArticleOrigin origin) =>
        origin == ArticleOrigin.File ? "a file of its own" : "known only through another article’s list";

    /// <summary>What a company is to an article and how that is known: <c>subject, 3 mentions</c>; one that a person put there says so.</summary>
    public static string Company(CompanyTag company)
    {
        var isNamed = company is { Source: ValueSource.Correction, Mentions: 0 };
        var known = isNamed ? "named by a person" : Counted.Of(company.Mentions, "mention");
        var lacking = company.Catalogue ? "" : isNamed ? ", not in the catalogue" : ", found in the text, not in the catalogue";
        return $"{(company.Role == CompanyRole.Subject ? "subject, " : "")}{known}{lacking}";
    }

    /// <summary>How a value is known.</summary>
    public static string Source(ValueSource source) => source switch
    {
        ValueSource.Declared => "declared by the file",
        ValueSource.Correction => "corrected by a person",
        _ => "worked out by the tracker",
    };
}
