namespace NewsTracker.Web.Presentation;

/// <summary>Long text where only its beginning has room; the article's page has the whole.</summary>
static class Shortened
{
    /// <summary>Most characters of a headline in a list.</summary>
    public const int Headline = 240;

    /// <summary>Most characters of a teaser in a list.</summary>
    public const int Teaser = 320;

    /// <summary>The text, cut between words where it is longer than <paramref name="most"/> characters.</summary>
    public static string To(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most);
        var end = cut > most / 2 ? cut : most;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + " …";
    }

    /// <summary>What stands where a headline should: the headline, or where the article is known to be.</summary>
    /// <param name="title">Null or empty where only an address is known.</param>
    /// <param name="url">The article's address.</param>
    public static string HeadlineOf(string? title, string? url) =>
        title is { Length: > 0 } ? title : WebLink.Host(url) is { } host ? $"Untitled, at {host}" : "Untitled";
}
