using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>What slugs are called, from the counts that came with a list; an unknown slug stands for itself.</summary>
sealed class FilterNames(FacetCounts facets)
{
    /// <summary>A company's name.</summary>
    public string Company(string slug) => Name(facets.Companies, slug);

    /// <summary>A topic's name.</summary>
    public string Topic(string slug) => Name(facets.Topics.Concat(facets.OriginTopics), slug);

    /// <summary>A publisher's name.</summary>
    public string Provider(string domain) => Name(facets.Providers, domain);

    // A filter names few of them: to look each up costs less than a table of all.
    static string Name(IEnumerable<FacetValue> values, string slug) => values.FirstOrDefault(value => value.Slug == slug)?.Name ?? slug;
}
