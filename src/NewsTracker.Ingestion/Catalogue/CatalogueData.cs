using System.Text.Json.Serialization;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Companies, topics and providers as a person edits them; checked, not yet compiled into matchers.</summary>
/// <param name="Companies">In the order of the file.</param>
/// <param name="Topics">In the order of the file.</param>
/// <param name="Providers">In the order of the file.</param>
public sealed record CatalogueData(
    IReadOnlyList<CatalogueCompany> Companies, IReadOnlyList<CatalogueTopic> Topics, IReadOnlyList<CatalogueProvider> Providers)
{
    /// <summary>Nothing known: every tag is then declared or missing.</summary>
    public static CatalogueData Empty { get; } = new([], [], []);
}

/// <summary>A company or investor.</summary>
public sealed record CatalogueCompany
{
    /// <summary>Canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>As addresses carry it; stable once given.</summary>
    public required string Slug { get; init; }

    /// <summary>Other names it goes by, former ones included.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Some of <see cref="CompanyKinds"/>; at least one.</summary>
    public IReadOnlyList<string> Kind { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; null where unsure.</summary>
    public string? Country { get; init; }

    /// <summary>Ticker with exchange suffix, where sure.</summary>
    public string? Ticker { get; init; }

    /// <summary>The year it began, where sure: no article about it can be older.</summary>
    public int? Founded { get; init; }

    /// <summary>Names (of this entry) that mean something else as often as not, and count only in context.</summary>
    public IReadOnlyList<string> Ambiguous { get; init; } = [];

    /// <summary>Words or phrases that, near an ambiguous name, make it this company; a final <c>*</c> leaves the ending open.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>Phrases in which a name of this entry means something else: <c>Amazon rainforest</c>.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Slugs of entries that were merged into this one: their addresses lead here. Null for none, so that the many entries without any keep the hash they had before this key.</summary>
    public IReadOnlyList<string>? Former { get; init; }
}

/// <summary>One of the tracker's own topics.</summary>
public sealed record CatalogueTopic
{
    /// <summary>As people read it.</summary>
    public required string Name { get; init; }

    /// <summary>As addresses carry it; stable once given.</summary>
    public required string Slug { get; init; }

    /// <summary>One sentence for the topic's page.</summary>
    public required string Description { get; init; }

    /// <summary>What speaks for the topic; how points are counted is told in docs/taxonomy.md.</summary>
    public IReadOnlyList<TopicRule> Rules { get; init; } = [];

    /// <summary>Phrases inside which no rule of this topic counts.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Phrases of which at least one must stand in the text; none = no condition.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Slugs of topics that push this one out where they are found.</summary>
    public IReadOnlyList<string> YieldsTo { get; init; } = [];
}

/// <summary>Phrases that weigh the same.</summary>
/// <param name="Weight">Points, 1 to 8.</param>
/// <param name="Phrases">
/// Each a phrase, or up to three parts joined by <c> + </c> that must stand in one sentence; a final <c>*</c> leaves a word's ending open.
/// </param>
public sealed record TopicRule(int Weight, IReadOnlyList<string> Phrases);

/// <summary>A publisher: its domains, its names, and the marks by which a text scrape betrays it.</summary>
public sealed record CatalogueProvider
{
    /// <summary>As people read it.</summary>
    public required string Name { get; init; }

    /// <summary>Lower case, without <c>www.</c>; the first is the one shown.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Lines of a scrape that only this site prints.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];
}

/// <summary>A mistake in a catalogue file; a catalogue with one is not used at all.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record CatalogueError(string File, int Line, int Column, string Message);

/// <summary>JSON for catalogue entries and whole catalogues: how the database keeps them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CatalogueCompany))]
[JsonSerializable(typeof(CatalogueTopic))]
[JsonSerializable(typeof(CatalogueProvider))]
[JsonSerializable(typeof(CatalogueData))]
public sealed partial class CatalogueJson : JsonSerializerContext;
