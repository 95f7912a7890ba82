using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Queries;

/// <summary>A company, topic or provider in a list.</summary>
public sealed record TagSummary
{
    /// <summary>As addresses carry it; for a provider its domain.</summary>
    public required string Slug { get; init; }

    /// <summary>As people read it.</summary>
    public required string Name { get; init; }

    /// <summary>Articles that carry it.</summary>
    public required int Count { get; init; }

    /// <summary>Articles mainly about it; 0 for topics and providers.</summary>
    public int SubjectCount { get; init; }

    /// <summary>Start of the earliest date among them; null where all are undated.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Start of the latest date among them; null where all are undated.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>True where the catalogue lists it; false for names that only articles carry.</summary>
    public required bool InCatalogue { get; init; }

    /// <summary>Of a company: <c>vendor</c>, <c>platform</c>, <c>investor</c> ….</summary>
    public IReadOnlyList<string> Kind { get; init; } = [];

    /// <summary>Of a company: other names it is found by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Of a company: ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Of a company: ticker with exchange suffix.</summary>
    public string? Ticker { get; init; }

    /// <summary>Of one of the tracker's own topics: one sentence.</summary>
    public string? Description { get; init; }
}

/// <summary>How often a name goes with what a profile is about.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Count">Articles that carry both.</param>
public sealed record TagCount(string Slug, string Name, int Count);

/// <summary>The same over time.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Count">Articles that carry both, undated ones included.</param>
/// <param name="Years">In order of time; years without an article are left out.</param>
public sealed record TagTrend(string Slug, string Name, int Count, IReadOnlyList<YearCount> Years);

/// <summary>The articles a profile rests on, over time.</summary>
/// <param name="Months">In order of time; months without an article are left out.</param>
/// <param name="Undated">In no month: no date.</param>
/// <param name="Imprecise">In no month: only the year is known.</param>
public sealed record Coverage(IReadOnlyList<MonthCount> Months, int Undated, int Imprecise)
{
    /// <summary>The same by day; null where a month is the better measure.</summary>
    public DayCounts? Days { get; init; }

    /// <summary>The same by year, those of which only the year is known included.</summary>
    public IReadOnlyList<YearCount> Years { get; init; } = [];
}

/// <summary>A company's page.</summary>
/// <param name="Summary">Name, counts, kind, country, ticker.</param>
/// <param name="CoMentions">The twelve companies most often named with it.</param>
/// <param name="Topics">The tracker's own topics of its articles over time, most frequent first.</param>
/// <param name="Money">The sums that are its own, by their article's date; undated ones last.</param>
/// <param name="Coverage">Its articles over time.</param>
public sealed record CompanyProfile(
    TagSummary Summary, IReadOnlyList<TagCount> CoMentions, IReadOnlyList<TagTrend> Topics, IReadOnlyList<StatedMoney> Money, Coverage Coverage);

/// <summary>A sum with the article that states it.</summary>
/// <param name="Fact">The sum.</param>
/// <param name="ArticleId">Who states it.</param>
/// <param name="ArticleSlug">Readable part of that article's permanent address.</param>
/// <param name="Title">That article's headline; null where only an address is known.</param>
/// <param name="Url">That article's address; null where unknown.</param>
/// <param name="Published">When it was published.</param>
public sealed record StatedMoney(MoneyFact Fact, long ArticleId, string ArticleSlug, string? Title, string? Url, PublishedDate Published);

/// <summary>A topic's page.</summary>
/// <param name="Summary">Name, counts, description.</param>
/// <param name="Phrases">What its rules look for, the weightiest first; empty for a topic of the origin.</param>
/// <param name="Companies">The twelve companies most often named under it.</param>
/// <param name="Topics">The tracker's own topics that go with it, over time, most frequent first.</param>
/// <param name="Money">The sums that its latest articles state, by their article's date; undated ones last.</param>
/// <param name="Coverage">Its articles over time.</param>
public sealed record TopicProfile(
    TagSummary Summary, IReadOnlyList<string> Phrases, IReadOnlyList<TagCount> Companies, IReadOnlyList<TagTrend> Topics, IReadOnlyList<StatedMoney> Money, Coverage Coverage);

/// <summary>A publisher's page.</summary>
/// <param name="Summary">Name, counts.</param>
/// <param name="Domains">Every domain the catalogue knows, else the one seen.</param>
/// <param name="Companies">The twelve companies it names most often.</param>
/// <param name="Topics">The tracker's own topics of its articles, most frequent first.</param>
/// <param name="Coverage">Its articles over time.</param>
public sealed record ProviderProfile(
    TagSummary Summary, IReadOnlyList<string> Domains, IReadOnlyList<TagCount> Companies, IReadOnlyList<TagCount> Topics, Coverage Coverage);
