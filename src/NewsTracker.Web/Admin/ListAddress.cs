using Microsoft.AspNetCore.WebUtilities;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Endpoints;

namespace NewsTracker.Web.Admin;

/// <summary>The address of a list that a person typed or pasted. Whoever acts on all that a list shows must not get everything by a slip of the hand.</summary>
static class ListAddress
{
    /// <summary>What the list at this address asks for.</summary>
    /// <param name="text">An address of this site's list, <c>/</c> for the whole of it, or its part from the question mark on; never empty.</param>
    /// <param name="site">Scheme and host of this site.</param>
    /// <param name="problem">Why it is none; null otherwise.</param>
    public static ArticleFilter? Read(string text, string site, out string? problem)
    {
        var at = text.IndexOf('?', StringComparison.Ordinal);
        var place = at < 0 ? text : text[..at];
        if (place is not ("" or "/") && place != site && place != $"{site}/")
        {
            problem = $"“{text}” is no list. Give the address of one, such as {site}/?company=megvii.";
            return null;
        }

        var query = new QueryCollection(QueryHelpers.ParseQuery(at < 0 ? "" : text[at..]));
        var (filter, problems) = RequestFilter.Of(query, ScopeValue.FacialRecognition);
        string[] sentences =
        [
            .. query.Keys.Where(name => !FilterDescriptions.IsName(name)).Select(name => $"“{name}” is no filter of a list."),
            .. problems.Select(found => found.Message),
        ];
        problem = sentences.Length == 0 ? null : string.Join(" ", sentences);
        return problem is null ? filter : null;
    }
}
