using Microsoft.AspNetCore.WebUtilities;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A filter as hidden form fields, so that a form keeps what it does not edit.</summary>
static class FilterFields
{
    static readonly HashSet<string> Edited = ["company", "topic", "provider", "from", "to", "undated"];

    /// <summary>What the search box carries along: everything but the words.</summary>
    public static IEnumerable<KeyValuePair<string, string>> BesideSearch(ArticleFilter filter) => Of(filter).Where(field => field.Key != "q" && field.Key != "sort");

    /// <summary>What the filter form carries along: everything it has no control for.</summary>
    public static IEnumerable<KeyValuePair<string, string>> BesideFilters(ArticleFilter filter) => Of(filter).Where(field => !Edited.Contains(field.Key));

    static IEnumerable<KeyValuePair<string, string>> Of(ArticleFilter filter) =>
        from field in QueryHelpers.ParseQuery((filter with { Cursor = null }).ToQuery())
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? "");
}
