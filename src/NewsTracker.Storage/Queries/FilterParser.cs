using System.Globalization;
using System.Text.Json;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>Reads the address bar's names and values, which nobody vouches for.</summary>
sealed class FilterParser(IEnumerable<KeyValuePair<string, string>> query, ScopeValue? defaultScope)
{
    readonly Dictionary<string, List<string>> _values = query
        .Select(pair => KeyValuePair.Create(pair.Key, TextRepair.Typed(pair.Value)))
        .Where(pair => pair.Value.Length > 0)
        .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
        .ToDictionary(values => values.Key, values => values.ToList(), StringComparer.Ordinal);

    readonly List<FilterProblem> _problems = [];

    public FilterParsing Parse()
    {
        var filter = new ArticleFilter
        {
            Text = Last("q"),
            Scope = Scope(),
            Companies = Names("company"),
            Topics = Names("topic"),
            Providers = Names("provider"),
            Role = Role(),
            From = Date("from"),
            To = Date("to"),
            Undated = One<UndatedMode>("undated"),
            AddedFrom = Date("addedFrom"),
            AddedTo = Date("addedTo"),
            Types = All("type"),
            Origins = Any<ArticleOrigin>("origin"),
            Languages = All("language"),
            Formats = Any<SourceFormat>("format"),
            Promoted = Promoted(),
            Sort = One<ArticleSort>("sort"),
            Size = Size(),
        };
        if (IsReversed("from", filter.From, "to", filter.To)) filter = filter with { From = null, To = null };
        if (IsReversed("addedFrom", filter.AddedFrom, "addedTo", filter.AddedTo)) filter = filter with { AddedFrom = null, AddedTo = null };
        return new FilterParsing(filter with { Cursor = Cursor(filter) }, _problems);
    }

    List<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    string? Last(string name) => All(name) is [.., var last] ? last : null;

    IReadOnlyList<NameFilter> Names(string name) =>
        [.. All(name).Select(value => new NameFilter([.. Terms(value)])).Where(filter => filter.Terms.Count > 0)];

    static IEnumerable<NameTerm> Terms(string value) =>
        from part in value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let excluded = part.StartsWith('-')
        let slug = (excluded ? part[1..] : part).ToLowerInvariant()
        where slug.Length > 0
        select new NameTerm(slug, excluded);

    ScopeValue? Scope()
    {
        var asked = All("scope");
        if (asked.Count == 0) return defaultScope;
        var named = asked.Where(value => value != "all").Select(value => Member<ScopeValue>("scope", value, "all")).ToList();
        if (named.Contains(null)) return defaultScope;
        return named.Count == asked.Count && named.Distinct().Count() == 1 ? named[0] : null;
    }

    CompanyRole? Role()
    {
        if (Last("role") is not { } value) return null;
        if (value == "subject") return CompanyRole.Subject;
        return Refuse<CompanyRole>("role", value, "“role” can be subject, or be left out for any mention.");
    }

    bool? Promoted()
    {
        if (Last("promoted") is not { } value) return null;
        return value is "true" or "false" ? value == "true" : Refuse<bool>("promoted", value, "“promoted” can be true or false.");
    }

    int Size()
    {
        if (Last("size") is not { } value) return ArticleFilter.DefaultSize;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= ArticleFilter.MaxSize) return size;
        return Refuse<int>("size", value, $"“size” can be a number from 1 to {ArticleFilter.MaxSize}.") ?? ArticleFilter.DefaultSize;
    }

    string? Cursor(ArticleFilter filter)
    {
        if (Last("cursor") is not { } value) return null;
        if (PageCursor.Parse(value) is { } cursor && cursor.Sort == SearchQuery.Parse(filter.Text).SortOf(filter)) return value;
        const string message = "“cursor” must come from an earlier page in the same order; leave it out to start from the first page.";
        _problems.Add(new("cursor", value, message));
        return null;
    }

    DateBound? Date(string name)
    {
        if (Last(name) is not { } value) return null;
        if (DateBound.Parse(value) is { } bound) return bound;
        _problems.Add(new(name, value, $"“{name}” can be a year (2020), a month (2020-07) or a day (2020-07-31)."));
        return null;
    }

    bool IsReversed(string fromName, DateBound? from, string toName, DateBound? to)
    {
        if (from is null || to is null || from.First <= to.Last) return false;
        var message = $"“{fromName}” ({from.Text}) lies after “{toName}” ({to.Text}), so nothing can match and neither counts; swap them.";
        _problems.Add(new(fromName, from.Text, message));
        return true;
    }

    T? One<T>(string name)
        where T : struct, Enum => Last(name) is { } value ? Member<T>(name, value) : null;

    IReadOnlyList<T> Any<T>(string name)
        where T : struct, Enum => [.. All(name).Select(value => Member<T>(name, value)).OfType<T>()];

    T? Member<T>(string name, string value, params string[] others)
        where T : struct, Enum
    {
        var members = Enum.GetValues<T>().ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()));
        if (members.TryGetValue(value, out var member)) return member;
        return Refuse<T>(name, value, $"“{name}” can be {string.Join(", ", members.Keys.Concat(others))}.");
    }

    T? Refuse<T>(string name, string value, string message)
        where T : struct
    {
        _problems.Add(new(name, value, message));
        return null;
    }
}
