using NewsTracker.Ingestion;
using NewsTracker.Storage.Index;

namespace NewsTracker.Storage.Queries;

/// <summary>Counts what each filter value would show.</summary>
static class FacetCounter
{
    public static FacetCounts Count(ArticleIndex index, ArticleFilter filter, FilterMatches matches)
    {
        var topics = matches.Except(FilterPart.Topics);
        var coverage = CoverageOf(index, matches.Except(FilterPart.Dates));
        return new FacetCounts(
            Companies(index, filter, matches.Except(FilterPart.Companies)),
            Values(index.Topics.All.Where(topic => topic.Own), filter.Topics, topics, role: null),
            Values(index.Topics.All.Where(topic => !topic.Own), filter.Topics, topics, role: null),
            Values(index.Providers.All, filter.Providers, matches.Except(FilterPart.Providers), role: null),
            coverage.Months,
            coverage.Undated,
            coverage.Imprecise);
    }

    /// <summary>Articles per month; those that belong in no month counted beside.</summary>
    public static Coverage CoverageOf(ArticleIndex index, PositionSet among)
    {
        var months = new Dictionary<int, int>();
        var (undated, imprecise) = (0, 0);
        foreach (var position in among.Positions())
        {
            var article = index[position];
            if (article.Month >= 0) months[article.Month] = months.GetValueOrDefault(article.Month) + 1;
            else if (article.Period is null) undated++;
            else imprecise++;
        }

        var counts = months.OrderBy(month => month.Key).Select(month => new MonthCount(month.Key / 12, (month.Key % 12) + 1, month.Value));
        return new Coverage([.. counts], undated, imprecise);
    }

    static IReadOnlyList<FacetValue> Companies(ArticleIndex index, ArticleFilter filter, PositionSet among) =>
        [.. Values(index.Companies.All, filter.Companies, among, filter.Role).Select(value => value with { InCatalogue = index.Companies.Find(value.Slug)!.Own })];

    static IReadOnlyList<FacetValue> Values(
        IEnumerable<IndexedTag> tags, IReadOnlyList<NameFilter> filters, PositionSet among, CompanyRole? role) =>
    [
        .. tags
            .Select(tag => new FacetValue(
                tag.Slug,
                tag.Name,
                among.CountOf(role == CompanyRole.Subject ? tag.Subjects : tag.Positions),
                NameFilters.StateOf(filters, tag.Slug)))
            .Where(value => value.Count > 0 || value.State != FacetState.Open)
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
