using NewsTracker.Ingestion;
using NewsTracker.Storage.Index;

namespace NewsTracker.Storage.Queries;

/// <summary>Counts what each filter value would show.</summary>
static class FacetCounter
{
    public static FacetCounts Count(ArticleIndex index, ArticleFilter filter, FilterMatches matches)
    {
        var topics = Values(index.Topics, FilterPart.Topics, filter.Topics, filter with { Topics = [] }).ToLookup(topic => topic.Tag.Own, topic => topic.Value);
        var coverage = CoverageOf(index, matches.Except(FilterPart.Dates), filter);
        return new FacetCounts(
            [.. Values(index.Companies, FilterPart.Companies, filter.Companies, filter with { Companies = [] }).Select(company => company.Value with { InCatalogue = company.Tag.Own })],
            [.. topics[true]],
            [.. topics[false]],
            [.. Values(index.Providers, FilterPart.Providers, filter.Providers, filter with { Providers = [] }).Select(value => value.Value)],
            coverage.Months,
            coverage.Undated,
            coverage.Imprecise)
        {
            Days = coverage.Days,
        };

        IEnumerable<(IndexedTag Tag, FacetValue Value)> Values(TagIndex tags, FilterPart part, IReadOnlyList<NameFilter> asked, ArticleFilter open)
        {
            var asSubject = part == FilterPart.Companies && filter.Role == CompanyRole.Subject;
            return FacetCounter.Values(tags, asked, index.Counts.Of(tags, asSubject, FilterQuery.Selecting(open), () => matches.Except(part)));
        }
    }

    /// <summary>Articles per month, and per day where the time is short; those that belong in no month counted beside.</summary>
    public static Coverage CoverageOf(ArticleIndex index, PositionSet among, ArticleFilter? filter = null)
    {
        var imprecise = among.CountOf(index.Sets.YearOnly);
        var exact = imprecise == 0 ? among : among.Without(index.Sets.YearOnly);
        var months = new List<MonthCount>();
        // Latest first in the index, in order of time here.
        for (var place = index.Months.Count - 1; place >= 0; place--)
        {
            var (month, from, to) = index.Months[place];
            if (exact.CountIn(from, to) is > 0 and var count) months.Add(new MonthCount(month / 12, (month % 12) + 1, count));
        }

        return new Coverage(months, among.CountIn(index.Dated, index.Count), imprecise)
        {
            Days = PeriodCounter.Days(index, among, months, filter),
        };
    }

    // Tags stand by name already; among equal counts that order stays.
    static IEnumerable<(IndexedTag Tag, FacetValue Value)> Values(TagIndex tags, IReadOnlyList<NameFilter> filters, int[] counts)
    {
        var states = NameFilters.States(filters);
        var shown = Enumerable.Range(0, counts.Length).Where(place => counts[place] > 0 || states.ContainsKey(tags.All[place].Slug)).ToArray();
        Array.Sort([.. shown.Select(place => ((long)-counts[place] << 32) | (uint)place)], shown);
        return shown.Select(place => (Tag: tags.All[place], counts[place])).Select(tag => (
            tag.Tag, new FacetValue(tag.Tag.Slug, tag.Tag.Name, tag.Item2, states.GetValueOrDefault(tag.Tag.Slug, FacetState.Open))));
    }
}
