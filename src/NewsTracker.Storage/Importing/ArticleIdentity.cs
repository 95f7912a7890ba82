using System.Security.Cryptography;
using System.Text;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Storage.Importing;

/// <summary>What makes an article the same article: its address, else its clean text. File names are no identity.</summary>
/// <param name="UrlKey">From the address; null where none is known.</param>
/// <param name="ContentKey">From the body, else from title and excerpt where there is no address either; null where neither tells enough.</param>
sealed record ArticleIdentity(string? UrlKey, string? ContentKey)
{
    /// <summary>The share of words that two texts under one file name have in common when one is an update of the other; unrelated English texts share a fifth.</summary>
    const double StrongOverlap = 0.5;

    /// <summary>What the bodies must share where only the titles agree strongly.</summary>
    const double SomeOverlap = 0.3;

    public static ArticleIdentity Of(ArticleDraft draft)
    {
        var urlKey = draft.Url is { } url ? WebAddress.Key(url) : null;
        var text = draft.Body ?? (urlKey is null ? $"{draft.Title} {draft.Excerpt}" : null);
        return new(urlKey, text is null ? null : Hash(text));
    }

    /// <summary>Whether a file's new text is an update of what it carried before rather than another article under its name.</summary>
    public static bool IsUpdate(ArticleDraft before, ArticleDraft after) =>
        Overlap(before.Body, after.Body) >= StrongOverlap
        || (Overlap(before.Title, after.Title) >= StrongOverlap && Overlap(before.Body, after.Body) >= SomeOverlap);

    // Letters and digits alone, so that punctuation, spacing and line breaks of another dump of the same page do not count.
    static string Hash(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter)) letters.Append(char.ToLowerInvariant(letter));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters.ToString())));
    }

    static double Overlap(string? left, string? right)
    {
        var (a, b) = (Words(left), Words(right));
        if (a.Count == 0 || b.Count == 0) return 0;
        var common = a.Count(b.Contains);
        return (double)common / Math.Max(a.Count, b.Count);
    }

    static HashSet<string> Words(string? text) =>
        text is null ? [] : [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
