using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>What the names of a page's elements tell: which one holds the article, and which ones hold anything but it.</summary>
public static partial class PageFurniture
{
    /// <summary>Words in an element's class or id that say it is not the article; collected from the pages of the public article-extraction benchmark.</summary>
    static readonly HashSet<string> Words = new(
        ("ad ads advert adverts advertisement advertising affiliate aside banner bio bottombar breadcrumb breadcrumbs byline byl caption captions carousel comment "
        + "comments commentlist contributor cookie cookies copyright credit credits cta dialog disclaimer discover disqus donate donation dropdown feedback "
        + "footer gallery gdpr hidden infobox latest login mailing masthead menu message modal more mostread nav navbar navigation newsletter newsletters notice notification "
        + "onward outbrain overlay paging pagination pager partner partners paywall popular popup prevnext promo promoted promotion rail read recirc recirculation recommend "
        + "recommendation recommendations recommended rel related relatedposts respond reviews rollover rss screenreader share sharedaddy sharing sharebar "
        + "shares sidebar signup skip slider slideshow social sponsor sponsored sr subscribe subscription subscriptions suggested taboola tag tags ticker toc "
        + "toolbar toolbox tooltip topics trending video widget").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of them that stand around other articles and around readers' words, whose dates are their own.</summary>
    static readonly HashSet<string> Others = new(
        ("comment comments commentlist discover feed latest mostread popular promo rail recirc recommend recommendation recommendations recommended rel related "
        + "relatedposts sidebar suggested ticker trending widget").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Roles that are never text.</summary>
    static readonly HashSet<string> Roles = ["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"];

    /// <summary>Whether an element is marked as something beside the article: hidden, a sidebar, a prompt, comments, a caption.</summary>
    /// <param name="element">Any element.</param>
    public static bool Is(IElement element)
    {
        if (element.LocalName is "aside" or "nav" or "form" or "select") return true;
        if (element.LocalName is "body" or "main" or "article" or "table" or "tbody" or "tr" or "td" || IsBody(element)) return false;
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || IsInvisible(element.GetAttribute("style"))) return true;
        if (element.GetAttribute("role") is { } role && Roles.Contains(role)) return true;
        return Named(element, Words);
    }

    /// <summary>Whether an element is marked as holding other articles or readers' comments.</summary>
    /// <param name="element">Any element.</param>
    public static bool IsOfOthers(IElement element) => element.LocalName is not ("html" or "body" or "main" or "article") && !IsBody(element) && Named(element, Others);

    /// <summary>Whether an element is marked as the article's text itself.</summary>
    /// <param name="element">Any element.</param>
    public static bool IsBody(IElement element) =>
        element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)
        || element.ClassName is { } names && BodyNames().IsMatch(names)
        || element.Id is { } id && BodyNames().IsMatch(id);

    static bool IsInvisible(string? style) => style is not null && Invisible().IsMatch(style);

    static bool Named(IElement element, HashSet<string> words) => HasAny(element.ClassName, words) || HasAny(element.Id, words);

    static bool HasAny(string? names, HashSet<string> words)
    {
        if (string.IsNullOrEmpty(names)) return false;
        foreach (var word in Word().EnumerateMatches(names))
            if (words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(names.AsSpan(word.Index, word.Length))) return true;
        return false;
    }

    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+", Options)]
    private static partial Regex Word();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex(
        @"(^|\s)((article|story|post|entry|news|page)[_-]*(body|content|text)([_-]*(text|content|inner))?|(articles?|news)__(body|content|text)|field-name-body|[a-z]+-articleBody|body-?(copy|text))($|\s)",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex BodyNames();
}
