using System.Text.RegularExpressions;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>Names that nobody knows, exchanged for the ones that were meant.</summary>
static partial class UnknownNames
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

    /// <summary>The same for a name inside the search text, with its spaces where it stands between quotation marks: <c>provider:"Bangor Daily News"</c>.</summary>
    static string? Renamed(string? text, UnknownName asked, string meant)
    {
        return text is null ? null : Field().Replace(text, field => string.Equals(field.Groups["field"].Value, asked.Filter, StringComparison.OrdinalIgnoreCase) ? Renamed(field) : field.Value);

        string Renamed(Match field)
        {
            string[] names = [.. field.Groups["name"].Value.Split(',', StringSplitOptions.TrimEntries)];
            if (!names.Any(IsAsked)) return field.Value;
            var renamed = string.Join(',', names.Select(name => IsAsked(name) ? meant : name));
            return $"{field.Groups["before"].Value}{asked.Filter}:{(renamed.Contains(' ', StringComparison.Ordinal) ? $"\"{renamed}\"" : renamed)}";
        }

        bool IsAsked(string name) => Slugs.ForName(name) == Slugs.ForName(asked.Slug);
    }

    static IReadOnlyList<NameFilter> Replaced(IReadOnlyList<NameFilter> filters, string slug, string meant) =>
        [.. filters.Select(filter => new NameFilter([.. filter.Terms.Select(term => term.Slug == slug ? term with { Slug = meant } : term)]))];

    [GeneratedRegex("""(?<before>^|[\s-])(?<field>company|topic|provider):(?:["“”„«»](?<name>[^"“”„«»]*)["“”„«»]?|(?<name>[^\s"“”„«»]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
