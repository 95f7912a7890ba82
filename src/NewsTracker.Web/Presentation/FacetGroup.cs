using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>One checkbox of a facet.</summary>
/// <param name="Value">What the form sends: a slug, <c>-slug</c>, or several with commas.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Count">Articles it would show; null where several names stand together.</param>
/// <param name="Checked">Whether the filter asks for it.</param>
sealed record FacetOption(string Value, string Label, int? Count, bool Checked);

/// <summary>One facet of the filter form: what is asked for first, then the most frequent, the rest behind a disclosure.</summary>
/// <param name="Legend">As people read it.</param>
/// <param name="Field">The name in the address bar.</param>
/// <param name="Shown">Always visible.</param>
/// <param name="More">Behind the disclosure.</param>
sealed record FacetGroup(string Legend, string Field, IReadOnlyList<FacetOption> Shown, IReadOnlyList<FacetOption> More)
{
    const int AlwaysShown = 8;

    /// <summary>All values.</summary>
    public int Size => Shown.Count + More.Count;

    /// <summary>Whether any of them is asked for.</summary>
    public bool Active => Shown.Any(option => option.Checked);

    /// <summary>Companies, topics, publishers: the facets that are always visible. Names that were only found in texts are offered by their articles alone.</summary>
    public static IReadOnlyList<FacetGroup> Of(ArticleFilter filter, FacetCounts facets, FilterNames names)
    {
        var originTopics = facets.OriginTopics.Select(value => value.Slug).ToHashSet(StringComparer.Ordinal);
        var ownTopics = filter.Topics.Where(topic => !IsSingle(topic) || !originTopics.Contains(topic.Terms[0].Slug)).ToList();
        return
        [
            Build("Company", "company", filter.Companies, [.. facets.Companies.Where(value => value.InCatalogue || value.State != FacetState.Open)], names.Company),
            Build("Topic", "topic", ownTopics, facets.Topics, names.Topic),
            Build("Provider", "provider", filter.Providers, facets.Providers, names.Provider),
        ];
    }

    /// <summary>The origin's own topics: a separate group, all of it behind a disclosure.</summary>
    public static FacetGroup OfOrigin(ArticleFilter filter, FacetCounts facets, FilterNames names)
    {
        var known = facets.OriginTopics.Select(value => value.Slug).ToHashSet(StringComparer.Ordinal);
        return Build("Topics at the origin", "topic", [.. filter.Topics.Where(topic => IsSingle(topic) && known.Contains(topic.Terms[0].Slug))], facets.OriginTopics, names.Topic);
    }

    static FacetGroup Build(string legend, string field, IReadOnlyList<NameFilter> asked, IReadOnlyList<FacetValue> values, Func<string, string> name)
    {
        var active = asked.Select(filter => Asked(filter, values, name)).DistinctBy(option => option.Value).ToList();
        var open = values.Where(value => !active.Exists(option => option.Value == value.Slug)).Select(value => new FacetOption(value.Slug, value.Name, value.Count, Checked: false)).ToList();
        var room = Math.Max(0, AlwaysShown - active.Count);
        return new FacetGroup(legend, field, [.. active, .. open.Take(room)], [.. open.Skip(room)]);
    }

    static FacetOption Asked(NameFilter filter, IReadOnlyList<FacetValue> values, Func<string, string> name) => new(
        string.Join(',', filter.Terms.Select(term => term.Excluded ? $"-{term.Slug}" : term.Slug)),
        string.Join(" and ", filter.Terms.Select(term => term.Excluded ? $"not {name(term.Slug)}" : name(term.Slug))),
        IsSingle(filter) ? values.FirstOrDefault(value => value.Slug == filter.Terms[0].Slug)?.Count ?? 0 : null,
        Checked: true);

    static bool IsSingle(NameFilter filter) => filter.Terms is [{ Excluded: false }];
}
