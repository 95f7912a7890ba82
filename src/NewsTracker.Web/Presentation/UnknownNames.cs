using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>Names that nobody knows, exchanged for the ones that were meant.</summary>
static class UnknownNames
{
    /// <summary>The same filter with another name in this one's place; an exclusion stays one, and so does all else.</summary>
    /// <param name="filter">As asked.</param>
    /// <param name="asked">The unknown name.</param>
    /// <param name="meant">The slug to put in its place.</param>
    public static ArticleFilter Replaced(ArticleFilter filter, UnknownName asked, string meant)
    {
        filter = filter with { Text = Renamed(filter.Text, asked, meant), Cursor = null };
        return asked.Filter switch
        {
            "company" => filter with { Companies = Replaced(filter.Companies, asked.Slug, meant) },
            "topic" => filter with { Topics = Replaced(filter.Topics, asked.Slug, meant) },
            _ => filter with { Providers = Replaced(filter.Providers, asked.Slug, meant) },
        };
    }

    /// <summary>The same for a name inside the search text: <c>company:Face++</c>.</summary>
    static string? Renamed(string? text, UnknownName asked, string meant)
    {
        var field = $"{asked.Filter}:";
        return text is null ? null : string.Join(' ', text.Split(' ').Select(word => IsAsked(word.TrimStart('-')) ? word[..^word.TrimStart('-').Length] + field + meant : word));

        bool IsAsked(string word) =>
            word.StartsWith(field, StringComparison.OrdinalIgnoreCase) && Slugs.ForName(word[field.Length..].Trim('"', '“', '”')) == asked.Slug;
    }

    static IReadOnlyList<NameFilter> Replaced(IReadOnlyList<NameFilter> filters, string slug, string meant) =>
        [.. filters.Select(filter => new NameFilter([.. filter.Terms.Select(term => term.Slug == slug ? term with { Slug = meant } : term)]))];
}
