namespace NewsTracker.Storage.Queries;

/// <summary>Edits of the alternatives under one name.</summary>
static class NameFilters
{
    public static IReadOnlyList<NameFilter> Add(IReadOnlyList<NameFilter> filters, string slug) =>
        [.. Remove(filters, slug), new NameFilter([new NameTerm(slug, Excluded: false)])];

    public static IReadOnlyList<NameFilter> Remove(IReadOnlyList<NameFilter> filters, string slug) =>
        [.. filters.Select(filter => new NameFilter([.. filter.Terms.Where(term => term.Slug != slug)])).Where(filter => filter.Terms.Count > 0)];

    /// <summary>What is asked of each name; the first mention of it counts.</summary>
    public static IReadOnlyDictionary<string, FacetState> States(IReadOnlyList<NameFilter> filters) => filters
        .SelectMany(filter => filter.Terms)
        .DistinctBy(term => term.Slug)
        .ToDictionary(term => term.Slug, term => term.Excluded ? FacetState.Excluded : FacetState.Selected, StringComparer.Ordinal);
}
