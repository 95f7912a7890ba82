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
        Set(FilterPart.Scope, filter.Scope is { } scope ? index.Where(article => article.Scope == scope) : null);
        Set(FilterPart.Companies, names.Of("company", filter.Companies));
        Set(FilterPart.Topics, names.Of("topic", filter.Topics));
        Set(FilterPart.Providers, names.Of("provider", filter.Providers));
        Set(FilterPart.Dates, _dates.IsOpen ? null : index.Where(_dates.Holds));
        Set(FilterPart.Added, filter.AddedFrom is null && filter.AddedTo is null ? null : index.Where(WasAdded));
        Set(FilterPart.Exact, AsksExact ? index.Where(IsExact) : null);
        All = Except(null);
    }

    /// <summary>What passes everything.</summary>
    public PositionSet All { get; }

    /// <summary>What passes everything but one part.</summary>
    public PositionSet Except(FilterPart? open) =>
        Joined([.. _parts.Where(part => part.Key != open).Select(part => part.Value)]) ?? PositionSet.All(_index.Count);

    /// <summary>What only the date keeps out.</summary>
    public LeftOut LeftOut() => _dates.IsOpen ? new(0, 0) : _dates.Among(Except(FilterPart.Dates).Positions().Select(position => _index[position]));

    /// <summary>How many more pass without the scope.</summary>
    public int OtherScope() => _filter.Scope is null ? 0 : Except(FilterPart.Scope).Count - All.Count;

    void Set(FilterPart part, PositionSet? passing)
    {
        if (passing is not null) _parts[part] = passing;
    }

    bool WasAdded(IndexedArticle article)
    {
        var day = DateOnly.FromDateTime(article.AddedAt);
        return (_filter.AddedFrom is not { } from || day >= from.First) && (_filter.AddedTo is not { } to || day <= to.Last);
    }

    bool AsksExact =>
        _filter.Types.Count + _filter.Origins.Count + _filter.Languages.Count + _filter.Formats.Count > 0 || _filter.Promoted is not null;

    bool IsExact(IndexedArticle article) =>
        Allows(_filter.Types, article.Type)
        && Allows(_filter.Origins, article.Origin)
        && Allows(_filter.Languages, article.Language)
        && (_filter.Formats.Count == 0 || (article.Format is { } format && _filter.Formats.Contains(format)))
        && (_filter.Promoted is null || _filter.Promoted == article.Promoted);

    static bool Allows<T>(IReadOnlyList<T> allowed, T? value) => allowed.Count == 0 || (value is not null && allowed.Contains(value));

    static PositionSet? Joined(IEnumerable<PositionSet?> sets) =>
        sets.OfType<PositionSet>().Aggregate((PositionSet?)null, (joined, set) => joined is null ? set : joined.And(set));
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
        var passing = wanted.Count == 0 ? PositionSet.All(index.Count) : wanted.Aggregate((either, other) => either.Or(other));
        return filters.Where(filter => filter.OnlyExcludes).Aggregate(passing, (rest, filter) => rest.And(Holding(name, filter)));
    }

    /// <summary>Names that the tracker does not know.</summary>
    public IEnumerable<UnknownName> Unknown(string name, IReadOnlyList<NameFilter> filters) => filters
        .SelectMany(filter => filter.Terms)
        .Where(term => Tag(name, term.Slug) is null)
        .Select(term => new UnknownName(name, term.Slug))
        .Distinct();

    PositionSet Holding(string name, NameFilter filter) => filter.Terms.Aggregate(PositionSet.All(index.Count), (rest, term) =>
    {
        var carrying = PositionSet.Of(index.Count, Positions(name, term.Slug));
        return term.Excluded ? rest.Without(carrying) : rest.And(carrying);
    });

    int[] Positions(string name, string slug)
    {
        if (Tag(name, slug) is not { } tag) return [];
        return name == "company" && role == CompanyRole.Subject ? tag.Subjects : tag.Positions;
    }

    IndexedTag? Tag(string name, string slug) => name switch
    {
        "company" => index.Companies.Find(slug),
        "topic" => index.Topics.Find(slug),
        _ => index.Providers.Find(slug),
    };
}
