using NewsTracker.Ingestion;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>The parts of a filter that can be opened one by one, for counts “as if it were not set”.</summary>
enum FilterPart
{
    Text,
    Scope,
    Companies,
    Topics,
    Providers,
    Dates,
    Added,
    Exact,
}

/// <summary>The articles that pass each part of a filter, and all of them together.</summary>
sealed class FilterMatches
{
    readonly ArticleIndex _index;
    readonly ArticleFilter _filter;
    readonly DateFilter _dates;
    readonly Dictionary<FilterPart, PositionSet> _parts = [];
    readonly Dictionary<FilterPart, PositionSet> _opened = [];

    /// <summary>Looks every part up.</summary>
    /// <param name="index">The state of the data.</param>
    /// <param name="filter">What is asked.</param>
    /// <param name="search">Its text, understood.</param>
    /// <param name="words">Articles in which its words were found; null without words.</param>
    public FilterMatches(ArticleIndex index, ArticleFilter filter, SearchQuery search, PositionSet? words)
    {
        _index = index;
        _filter = filter;
        _dates = new DateFilter(filter, search);
        var names = new NameMatches(index, filter.Role);
        Set(FilterPart.Text, Joined([words, .. search.Fields.Select(field => names.Of(field.Name, field.Alternatives))]));
        Set(FilterPart.Scope, filter.Scope is { } scope ? index.InScope(scope) : null);
        Set(FilterPart.Companies, names.Of("company", filter.Companies));
        Set(FilterPart.Topics, names.Of("topic", filter.Topics));
        Set(FilterPart.Providers, names.Of("provider", filter.Providers));
        Set(FilterPart.Dates, _dates.IsOpen ? null : _dates.Passing(index));
        Set(FilterPart.Added, filter.AddedFrom is null && filter.AddedTo is null ? null : Added());
        Set(FilterPart.Exact, Exact());
        All = Joined(_parts.Values) ?? index.All;
    }

    /// <summary>What passes everything.</summary>
    public PositionSet All { get; }

    /// <summary>What passes everything but one part.</summary>
    public PositionSet Except(FilterPart open)
    {
        if (!_parts.ContainsKey(open)) return All;
        if (!_opened.TryGetValue(open, out var passing))
            _opened[open] = passing = Joined(_parts.Where(part => part.Key != open).Select(part => part.Value)) ?? _index.All;
        return passing;
    }

    /// <summary>What only the date keeps out.</summary>
    public LeftOut LeftOut() => _dates.IsOpen ? new(0, 0) : _dates.Among(_index, Except(FilterPart.Dates));

    /// <summary>How many more pass without the scope.</summary>
    public int OtherScope() => _filter.Scope is null ? 0 : Except(FilterPart.Scope).Count - All.Count;

    void Set(FilterPart part, PositionSet? passing)
    {
        if (passing is not null) _parts[part] = passing;
    }

    PositionSet Added() => _index.AddedWithin(
        (_filter.AddedFrom?.First ?? DateOnly.MinValue).ToDateTime(TimeOnly.MinValue).Ticks,
        _filter.AddedTo is { } to ? to.Last.ToDateTime(TimeOnly.MinValue).Ticks + TimeSpan.TicksPerDay : long.MaxValue);

    PositionSet? Exact() => Joined(
    [
        Any(_filter.Types, _index.Sets.Types),
        Any(_filter.Origins, _index.Sets.Origins),
        Any(_filter.Languages, _index.Sets.Languages),
        Any(_filter.Formats, _index.Sets.Formats),
        _filter.Promoted is { } promoted ? Any([promoted], _index.Sets.Promotions) : null,
    ]);

    PositionSet? Any<T>(IReadOnlyList<T> allowed, IReadOnlyDictionary<T, PositionSet> sets) => allowed.Count == 0
        ? null
        : allowed.Aggregate(PositionSet.None(_index.Count), (either, value) => either.Or(ValueSets.Of(sets, value, _index.Count)));

    // The smallest first: whatever joins it stays small.
    static PositionSet? Joined(IEnumerable<PositionSet?> sets) =>
        sets.OfType<PositionSet>().OrderBy(set => set.Count).Aggregate((PositionSet?)null, (joined, set) => joined is null ? set : joined.And(set));
}

/// <summary>Articles by the names they carry.</summary>
sealed class NameMatches(ArticleIndex index, CompanyRole? role)
{
    /// <summary>The articles that pass; null where nothing is asked.</summary>
    /// <param name="name"><c>company</c>, <c>topic</c> or <c>provider</c>.</param>
    /// <param name="filters">Alternatives, and exclusions that apply to all of them.</param>
    public PositionSet? Of(string name, IReadOnlyList<NameFilter> filters)
    {
        if (filters.Count == 0) return null;
        var wanted = filters.Where(filter => !filter.OnlyExcludes).Select(filter => Holding(name, filter)).ToList();
        var passing = wanted.Count == 0 ? index.All : wanted.Aggregate((either, other) => either.Or(other));
        return filters.Where(filter => filter.OnlyExcludes).Aggregate(passing, (rest, filter) => rest.And(Holding(name, filter)));
    }

    /// <summary>Names that the tracker does not know.</summary>
    public IEnumerable<UnknownName> Unknown(string name, IReadOnlyList<NameFilter> filters) => filters
        .SelectMany(filter => filter.Terms)
        .Where(term => Tag(name, term.Slug) is null)
        .Select(term => new UnknownName(name, term.Slug))
        .Distinct();

    PositionSet Holding(string name, NameFilter filter)
    {
        var wanted = filter.Terms.Where(term => !term.Excluded).Select(term => Carrying(name, term.Slug)).ToList();
        var passing = wanted.Count == 0 ? index.All : wanted.Aggregate((all, other) => all.And(other));
        return filter.Terms.Where(term => term.Excluded).Aggregate(passing, (rest, term) => rest.Without(Carrying(name, term.Slug)));
    }

    PositionSet Carrying(string name, string slug)
    {
        if (Tag(name, slug) is not { } tag) return PositionSet.None(index.Count);
        return name == "company" && role == CompanyRole.Subject ? tag.Subjects : tag.Articles;
    }

    IndexedTag? Tag(string name, string slug) => name switch
    {
        "company" => index.Companies.Find(slug),
        "topic" => index.Topics.Find(slug),
        _ => index.Providers.Find(slug),
    };
}
