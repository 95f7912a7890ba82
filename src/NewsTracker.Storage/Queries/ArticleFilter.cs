using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Queries;

/// <summary>Whether articles without a date are shown.</summary>
public enum UndatedMode
{
    /// <summary>Nothing else.</summary>
    Only,

    /// <summary>Beside the dated ones.</summary>
    Include,

    /// <summary>Not at all.</summary>
    Exclude,
}

/// <summary>In which order articles are listed.</summary>
public enum ArticleSort
{
    /// <summary>Latest published first; undated last.</summary>
    Newest,

    /// <summary>Earliest published first; undated last.</summary>
    Oldest,

    /// <summary>Latest learned of first.</summary>
    Added,

    /// <summary>Best match of the text first.</summary>
    Relevance,

    /// <summary>Highest score at the origin first; unscored last.</summary>
    Quality,

    /// <summary>Highest heat at the origin first; unknown last.</summary>
    Heat,
}

/// <summary>One slug inside a <see cref="NameFilter"/>.</summary>
/// <param name="Slug">A slug; for providers a domain.</param>
/// <param name="Excluded">Written <c>-slug</c>: the article must not carry it.</param>
public readonly record struct NameTerm(string Slug, bool Excluded);

/// <summary>
/// One occurrence of <c>company=</c>, <c>topic=</c> or <c>provider=</c>: every term must hold.
/// Several occurrences are alternatives, but one that only excludes applies to all of them.
/// </summary>
/// <param name="Terms">At least one.</param>
public sealed record NameFilter(IReadOnlyList<NameTerm> Terms)
{
    /// <summary>True where it asks for nothing and only excludes.</summary>
    public bool OnlyExcludes => Terms.All(term => term.Excluded);
}

/// <summary>What a person asked to see: every name of “the address bar”. Immutable; nothing set means all.</summary>
public sealed record ArticleFilter
{
    /// <summary>Rows on a page where nothing else is asked for.</summary>
    public const int DefaultSize = 25;

    /// <summary>Most rows on a page.</summary>
    public const int MaxSize = 100;

    /// <summary>The search text, as typed.</summary>
    public string? Text { get; init; }

    /// <summary>About face recognition, about other things, or (null) both.</summary>
    public ScopeValue? Scope { get; init; }

    /// <summary>Companies.</summary>
    public IReadOnlyList<NameFilter> Companies { get; init; } = [];

    /// <summary>Topics.</summary>
    public IReadOnlyList<NameFilter> Topics { get; init; } = [];

    /// <summary>Publishers, by domain.</summary>
    public IReadOnlyList<NameFilter> Providers { get; init; } = [];

    /// <summary><see cref="CompanyRole.Subject"/>: companies count only where the article is mainly about them; null: any mention.</summary>
    public CompanyRole? Role { get; init; }

    /// <summary>Published from here on, included.</summary>
    public DateBound? From { get; init; }

    /// <summary>Published up to here, included.</summary>
    public DateBound? To { get; init; }

    /// <summary>What was asked about undated articles; null: excluded once a date is asked for, included otherwise.</summary>
    public UndatedMode? Undated { get; init; }

    /// <summary>Learned of from here on, included, in UTC days.</summary>
    public DateBound? AddedFrom { get; init; }

    /// <summary>Learned of up to here, included, in UTC days.</summary>
    public DateBound? AddedTo { get; init; }

    /// <summary>Any of these types; empty: all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Any of these origins; empty: all.</summary>
    public IReadOnlyList<Model.ArticleOrigin> Origins { get; init; } = [];

    /// <summary>Any of these languages (ISO 639-1); empty: all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Any of these source formats; empty: all.</summary>
    public IReadOnlyList<SourceFormat> Formats { get; init; } = [];

    /// <summary>The origin's promotion switch; null: either.</summary>
    public bool? Promoted { get; init; }

    /// <summary>The order asked for; null: relevance with search words, else newest.</summary>
    public ArticleSort? Sort { get; init; }

    /// <summary>A place in the list, from an earlier page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Rows on a page, 1 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = DefaultSize;

    /// <summary>Reads untrusted names and values. Unknown names are ignored, empty values too; a bad value is left out and told.</summary>
    /// <param name="query">Names and values in the order given; a name may repeat.</param>
    /// <param name="defaultScope">The scope where none is asked for: face recognition on pages, null for the API and export.</param>
    public static FilterParsing Parse(IEnumerable<KeyValuePair<string, string>> query, ScopeValue? defaultScope) =>
        new FilterParser(query, defaultScope).Parse();

    /// <summary>The same filter as a query string without <c>?</c>, for a page: names in a fixed order, default values left out.</summary>
    public string ToQuery() => FilterQuery.Write(this);

    /// <summary>Also shows articles with this company.</summary>
    /// <param name="slug">The company.</param>
    public ArticleFilter WithCompany(string slug) => this with { Companies = NameFilters.Add(Companies, slug), Cursor = null };

    /// <summary>No longer asks for, nor excludes, this company.</summary>
    /// <param name="slug">The company.</param>
    public ArticleFilter WithoutCompany(string slug) => this with { Companies = NameFilters.Remove(Companies, slug), Cursor = null };

    /// <summary>Also shows articles with this topic.</summary>
    /// <param name="slug">The topic.</param>
    public ArticleFilter WithTopic(string slug) => this with { Topics = NameFilters.Add(Topics, slug), Cursor = null };

    /// <summary>No longer asks for, nor excludes, this topic.</summary>
    /// <param name="slug">The topic.</param>
    public ArticleFilter WithoutTopic(string slug) => this with { Topics = NameFilters.Remove(Topics, slug), Cursor = null };

    /// <summary>Also shows articles of this publisher.</summary>
    /// <param name="domain">The publisher.</param>
    public ArticleFilter WithProvider(string domain) => this with { Providers = NameFilters.Add(Providers, domain), Cursor = null };

    /// <summary>No longer asks for, nor excludes, this publisher.</summary>
    /// <param name="domain">The publisher.</param>
    public ArticleFilter WithoutProvider(string domain) => this with { Providers = NameFilters.Remove(Providers, domain), Cursor = null };

    /// <summary>Asks for other dates.</summary>
    /// <param name="from">Null: from the beginning.</param>
    /// <param name="to">Null: to the end.</param>
    public ArticleFilter WithDates(DateBound? from, DateBound? to) => this with { From = from, To = to, Cursor = null };
}

/// <summary>A filter read from untrusted input.</summary>
/// <param name="Filter">What could be understood.</param>
/// <param name="Problems">What could not; empty where all is well.</param>
public sealed record FilterParsing(ArticleFilter Filter, IReadOnlyList<FilterProblem> Problems);

/// <summary>A value that is not allowed.</summary>
/// <param name="Name">Its name in the address bar.</param>
/// <param name="Value">What was given.</param>
/// <param name="Message">A plain sentence that lists what is allowed.</param>
public sealed record FilterProblem(string Name, string Value, string Message);
