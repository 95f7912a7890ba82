using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>Where our own pages are.</summary>
static class PageAddress
{
    /// <summary>An article's permanent address, from the root.</summary>
    public static string Article(long id, string slug) => string.Create(CultureInfo.InvariantCulture, $"/articles/{id}/{Uri.EscapeDataString(slug)}");

    /// <summary>A company's page.</summary>
    public static string Company(string slug) => $"/companies/{Uri.EscapeDataString(slug)}";

    /// <summary>A topic's page.</summary>
    public static string Topic(string slug) => $"/topics/{Uri.EscapeDataString(slug)}";

    /// <summary>A publisher's page.</summary>
    public static string Provider(string domain) => $"/providers/{Uri.EscapeDataString(domain)}";

    /// <summary>The list with a filter.</summary>
    public static string List(ArticleFilter filter) => filter.ToQuery() is { Length: > 0 } query ? $"/?{query}" : "/";

    /// <summary>The download of a filter; says the scope, because downloads know no default but all.</summary>
    /// <param name="filter">What the page shows; its place in the list is ignored.</param>
    /// <param name="format"><c>csv</c> or <c>jsonl</c>.</param>
    public static string Export(ArticleFilter filter, string format)
    {
        var query = (filter with { Cursor = null, Size = ArticleFilter.DefaultSize }).ToQuery();
        var scope = filter.Scope == ScopeValue.FacialRecognition ? "scope=facialRecognition" : "";
        var all = string.Join('&', new[] { query, scope }.Where(part => part.Length > 0));
        return all.Length > 0 ? $"/export.{format}?{all}" : $"/export.{format}";
    }
}
