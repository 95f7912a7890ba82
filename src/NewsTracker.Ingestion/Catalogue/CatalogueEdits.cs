namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Catalogues made of others: one entry more, less or another. Nothing is checked here.</summary>
public static class CatalogueEdits
{
    /// <summary>With a company in the place of the one of the same slug, else at the end.</summary>
    /// <param name="data">The catalogue.</param>
    /// <param name="company">The company.</param>
    public static CatalogueData With(this CatalogueData data, CatalogueCompany company) =>
        data with { Companies = Replaced(data.Companies, company, other => other.Slug == company.Slug) };

    /// <summary>With a topic in the place of the one of the same slug, else at the end.</summary>
    /// <param name="data">The catalogue.</param>
    /// <param name="topic">The topic.</param>
    public static CatalogueData With(this CatalogueData data, CatalogueTopic topic) =>
        data with { Topics = Replaced(data.Topics, topic, other => other.Slug == topic.Slug) };

    /// <summary>Without a company.</summary>
    /// <param name="data">The catalogue.</param>
    /// <param name="slug">The company's.</param>
    public static CatalogueData WithoutCompany(this CatalogueData data, string slug) =>
        data with { Companies = [.. data.Companies.Where(company => company.Slug != slug)] };

    /// <summary>With one company merged into another: that one is found by the names of both, and the addresses of both lead to it.</summary>
    /// <param name="data">The catalogue.</param>
    /// <param name="merged">The one that goes.</param>
    /// <param name="kept">The one that stays.</param>
    public static CatalogueData WithMerged(this CatalogueData data, CatalogueCompany merged, CatalogueCompany kept) => data.WithoutCompany(merged.Slug).With(kept with
    {
        Aliases = [.. kept.Aliases.Append(merged.Name).Concat(merged.Aliases).Where(name => name != kept.Name).Distinct(StringComparer.Ordinal)],
        Ambiguous = Both(kept.Ambiguous, merged.Ambiguous),
        Context = Both(kept.Context, merged.Context),
        Except = Both(kept.Except, merged.Except),
        Former = [.. (kept.Former ?? []).Append(merged.Slug).Concat(merged.Former ?? [])],
    });

    static IReadOnlyList<string> Both(IReadOnlyList<string> first, IReadOnlyList<string> second) => [.. first.Union(second, StringComparer.Ordinal)];

    static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> entries, T entry, Func<T, bool> isSame) =>
        entries.Any(isSame) ? [.. entries.Select(other => isSame(other) ? entry : other)] : [.. entries, entry];
}
