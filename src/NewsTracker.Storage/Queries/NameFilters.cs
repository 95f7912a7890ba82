namespace NewsTracker.Storage.Queries;

/// <summary>Edits of the alternatives under one name.</summary>
static class NameFilters
{
    public static IReadOnlyList<NameFilter> Add(IReadOnlyList<NameFilter> filters, string slug) =>
        [.. Remove(filters, slug), new NameFilter([new NameTerm(slug, Excluded: false)])];

    public static IReadOnlyList<NameFilter> Remove(IReadOnlyList<NameFilter> filters, string slug) =>
        [.. filters.Select(filter => new NameFilter([.. filter.Terms.Where(term => term.Slug != slug)])).Where(filter => filter.Terms.Count > 0)];

    public static FacetState StateOf(IReadOnlyList<NameFilter> filters, string slug)
    {
        foreach (var term in filters.SelectMany(filter => filter.Terms))
            if (term.Slug == slug)
                return term.Excluded ? FacetState.Excluded : FacetState.Selected;
        return FacetState.Open;
    }
}
