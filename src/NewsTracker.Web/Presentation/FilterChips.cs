using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>One active filter that can be taken off.</summary>
/// <param name="Label">What it is: <c>Company: SenseTime</c>.</param>
/// <param name="Without">The filter without it.</param>
sealed record FilterChip(string Label, ArticleFilter Without);

/// <summary>The active filters, each with the way to be rid of it.</summary>
static class FilterChips
{
    /// <summary>All of them but the default scope, in the order of the address bar.</summary>
    public static IReadOnlyList<FilterChip> Of(ArticleFilter shown, FilterNames names)
    {
        var filter = shown with { Cursor = null };
        return [.. Search(filter), .. Named(filter, names), .. Dates(filter), .. Exact(filter)];
    }

    static IEnumerable<FilterChip> Search(ArticleFilter filter)
    {
        if (filter.Text is { } text) yield return new($"Search: {text}", filter with { Text = null, Sort = filter.Sort == ArticleSort.Relevance ? null : filter.Sort });
    }

    static IEnumerable<FilterChip> Named(ArticleFilter filter, FilterNames names) =>
    [
        .. Terms(filter.Companies, "Company", names.Company, filter.WithoutCompany),
        .. Terms(filter.Topics, "Topic", names.Topic, filter.WithoutTopic),
        .. Terms(filter.Providers, "Provider", names.Provider, filter.WithoutProvider),
        .. filter.Role == CompanyRole.Subject ? [new FilterChip("mainly about them", filter with { Role = null })] : Array.Empty<FilterChip>(),
    ];

    static IEnumerable<FilterChip> Terms(
        IReadOnlyList<NameFilter> filters, string kind, Func<string, string> name, Func<string, ArticleFilter> without) =>
        from filter in filters
        from term in filter.Terms
        select new FilterChip($"{kind}: {(term.Excluded ? "not " : "")}{name(term.Slug)}", without(term.Slug));

    static IEnumerable<FilterChip> Dates(ArticleFilter filter)
    {
        if (DateWords.Range(filter.From, filter.To) is { } range)
            yield return new($"Published: {range}", filter.WithDates(null, null) with { Undated = filter.Undated == UndatedMode.Only ? filter.Undated : null });
        if (filter.Undated is { } undated)
            yield return new(undated switch { UndatedMode.Only => "undated only", UndatedMode.Include => "with undated", _ => "without undated" }, filter with { Undated = null });
        if (DateWords.Range(filter.AddedFrom, filter.AddedTo) is { } added)
            yield return new($"Added: {added}", filter with { AddedFrom = null, AddedTo = null });
    }

    static IEnumerable<FilterChip> Exact(ArticleFilter filter)
    {
        if (filter.Types.Count > 0) yield return new($"Type: {Counted.List(filter.Types, "or")}", filter with { Types = [] });
        if (filter.Origins.Count > 0)
            yield return new($"Known by {Counted.List([.. filter.Origins.Select(OriginWords.Origin)], "or")}", filter with { Origins = [] });
        if (filter.Languages.Count > 0) yield return new($"Language: {Counted.List(filter.Languages, "or")}", filter with { Languages = [] });
        if (filter.Formats.Count > 0)
            yield return new($"Format: {Counted.List([.. filter.Formats.Select(OriginWords.Format)], "or")}", filter with { Formats = [] });
        if (filter.Promoted is { } promoted) yield return new(promoted ? "promoted at the origin" : "not promoted at the origin", filter with { Promoted = null });
    }
}
