using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>What slugs are called, from the counts that came with a list; an unknown slug stands for itself.</summary>
sealed class FilterNames(FacetCounts facets)
{
    readonly Dictionary<string, string> _companies = Names(facets.Companies);
    readonly Dictionary<string, string> _topics = Names([.. facets.Topics, .. facets.OriginTopics]);
    readonly Dictionary<string, string> _providers = Names(facets.Providers);

    /// <summary>A company's name.</summary>
    public string Company(string slug) => _companies.GetValueOrDefault(slug, slug);

    /// <summary>A topic's name.</summary>
    public string Topic(string slug) => _topics.GetValueOrDefault(slug, slug);

    /// <summary>A publisher's name.</summary>
    public string Provider(string domain) => _providers.GetValueOrDefault(domain, domain);

    static Dictionary<string, string> Names(IEnumerable<FacetValue> values) =>
        values.DistinctBy(value => value.Slug).ToDictionary(value => value.Slug, value => value.Name, StringComparer.Ordinal);
}
