using System.Text.Json.Nodes;

namespace NewsTracker.Ingestion;

/// <summary>
/// What the tracker understood of one article: declared values first, inferred ones beside them, each with where it came from.
/// Immutable; the same bytes and the same catalogue always give an equal draft.
/// </summary>
public sealed record ArticleDraft
{
    /// <summary>The headline, one line of clean text; null where only an address is known.</summary>
    public string? Title { get; init; }

    /// <summary>How the headline is known.</summary>
    public TitleSource TitleSource { get; init; } = TitleSource.Declared;

    /// <summary>The teaser as declared, cleaned; often cut short at the origin, so never taken for the article.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Clean text, paragraphs split by a blank line; null where only an excerpt is known.</summary>
    public string? Body { get; init; }

    /// <summary>The best web address, as given, entities decoded; http(s) only.</summary>
    public string? Url { get; init; }

    /// <summary>Every address that was declared.</summary>
    public ArticleLinks Links { get; init; } = ArticleLinks.None;

    /// <summary>Who published it, where that is known.</summary>
    public ProviderClaim? Provider { get; init; }

    /// <summary>When it was published, as precisely as that is known.</summary>
    public PublishedDate Published { get; init; } = PublishedDate.Unknown;

    /// <summary>Everything that tells a date, with its evidence, in order of strength: the choice first; empty where nothing tells one.</summary>
    public IReadOnlyList<PublishedDate> DateCandidates { get; init; } = [];

    /// <summary>Whether it is about face recognition at all.</summary>
    public ScopeClaim Scope { get; init; } = ScopeClaim.Other;

    /// <summary><c>article</c> or <c>video</c> so far.</summary>
    public string Type { get; init; } = "article";

    /// <summary><c>news</c> so far.</summary>
    public string Category { get; init; } = "news";

    /// <summary>ISO 639-1 code, as a page declares it or as its text surely tells; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is in another language than English, so that rules written for English were not run on it.</summary>
    public bool IsTaggedByNamesOnly => Language is not (null or "en");

    /// <summary>The origin's score, 0 to 240.</summary>
    public int? Quality { get; init; }

    /// <summary>The origin's heat; −1 says that another article leads this story there.</summary>
    public int? Heat { get; init; }

    /// <summary>The origin's promotion switch (its key <c>published</c>): not a draft mark.</summary>
    public bool? Promoted { get; init; }

    /// <summary>Declared topics first, in their order, then inferred ones.</summary>
    public IReadOnlyList<TopicTag> Topics { get; init; } = [];

    /// <summary>Subjects first, then by number of mentions.</summary>
    public IReadOnlyList<CompanyTag> Companies { get; init; } = [];

    /// <summary>Sums of money that the text states.</summary>
    public IReadOnlyList<MoneyFact> Money { get; init; } = [];

    /// <summary>Pictures that were declared; never fetched.</summary>
    public IReadOnlyList<ImageRef> Images { get; init; } = [];

    /// <summary>The articles that the origin listed beside this one, each with a draft of its own.</summary>
    public IReadOnlyList<ArticleDraft> Related { get; init; } = [];

    /// <summary>What was cut from the text, in order.</summary>
    public IReadOnlyList<Cut> Cuts { get; init; } = [];

    /// <summary>What was mended, as <c>what:field</c>, such as <c>mojibake:title</c>.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>What a reader should doubt, and values that were left out.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Front-matter keys nobody planned for, as they were; never <c>secured</c>.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Extra { get; init; } = EmptyExtra;

    /// <summary>The origin's encrypted value: kept, never shown, no part of what counts as a change.</summary>
    public string? Secured { get; init; }

    static readonly Dictionary<string, JsonNode?> EmptyExtra = [];
}

/// <summary>The addresses that a file declared, as given with entities decoded; each null where absent.</summary>
/// <param name="Web">The page itself.</param>
/// <param name="Amp">Its AMP copy: kept, never linked.</param>
/// <param name="CdnAmp">The AMP copy on a CDN: kept, never linked.</param>
/// <param name="Original">The address before redirects; the only one for videos.</param>
public sealed record ArticleLinks(string? Web, string? Amp, string? CdnAmp, string? Original)
{
    /// <summary>No address at all.</summary>
    public static ArticleLinks None { get; } = new(null, null, null, null);
}

/// <summary>A publisher as one article names it. The domain is the key: one domain carries several names.</summary>
/// <param name="Name">The publisher's name.</param>
/// <param name="Domain">Lower case, without <c>www.</c>; null where only a name is known.</param>
/// <param name="Source">Declared by the file, or inferred from its address or its marks.</param>
public sealed record ProviderClaim(string Name, string? Domain, ValueSource Source);

/// <summary>Whether an article is about face recognition or face biometrics.</summary>
/// <param name="Value">The decision.</param>
/// <param name="Source">Inferred, unless a person decided.</param>
/// <param name="Evidence">The words that decided it; null for <see cref="ScopeValue.Other"/>.</param>
public sealed record ScopeClaim(ScopeValue Value, ValueSource Source, string? Evidence)
{
    /// <summary>Nothing speaks for face recognition.</summary>
    public static ScopeClaim Other { get; } = new(ScopeValue.Other, ValueSource.Inferred, null);
}

/// <summary>A topic on an article.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Source">Declared by the file or inferred by the rules.</param>
/// <param name="Evidence">The words that decided it; null where declared.</param>
public sealed record TopicTag(string Name, string Slug, ValueSource Source, string? Evidence);

/// <summary>A company in an article.</summary>
/// <param name="Name">Canonical name, or the name found where the catalogue lacks it.</param>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Role">Whether the article is mainly about it.</param>
/// <param name="Mentions">How often it is named in title, excerpt and body.</param>
/// <param name="Catalogue">False for a name that the catalogue lacks.</param>
/// <param name="Source">Inferred, unless a person decided.</param>
/// <param name="Evidence">A sentence that names it.</param>
public sealed record CompanyTag(string Name, string Slug, CompanyRole Role, int Mentions, bool Catalogue, ValueSource Source, string? Evidence)
{
    /// <summary>The spellings found, for marking them in the text.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Forms { get; init; } = [];
}

/// <summary>A sum of money that an article states.</summary>
/// <param name="Kind">What the sum is.</param>
/// <param name="Status">How certain it is.</param>
/// <param name="Amount">In whole units of <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Company">Whose it is; null in doubt.</param>
/// <param name="CompanySlug">The same as a slug.</param>
/// <param name="Converted">A conversion printed beside it.</param>
/// <param name="Source">Inferred, unless a person decided.</param>
/// <param name="Evidence">The sentence that states it.</param>
public sealed record MoneyFact(
    MoneyKind Kind, MoneyStatus Status, decimal Amount, string Currency, string? Company, string? CompanySlug,
    MoneyAmount? Converted, ValueSource Source, string? Evidence)
{
    /// <summary>The spellings found, for marking them in the text.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Forms { get; init; } = [];
}

/// <summary>An amount in a currency.</summary>
/// <param name="Amount">In whole units.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record MoneyAmount(decimal Amount, string Currency)
{
    /// <summary>The same amount without zeros behind its point: 1.5 million is 1500000 and not 1500000.0, whether it was multiplied or comes from a database.</summary>
    public static decimal Whole(decimal amount) => amount / 1.0000000000000000000000000000m;
}

/// <summary>A picture by its address.</summary>
/// <param name="Url">http(s), entities decoded.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record ImageRef(string Url, int? Width, int? Height);

/// <summary>A piece of text that was cut away: kept so that people can see it and judge.</summary>
/// <param name="Line">Its line in the file, from 1; 0 where the format has no lines of its own.</param>
/// <param name="BeforeParagraph">The index of the body paragraph it stood before.</param>
/// <param name="Reason">Why, in a few words: “newsletter prompt”.</param>
/// <param name="Text">What was cut.</param>
public sealed record Cut(int Line, int BeforeParagraph, string Reason, string Text);

/// <summary>Something a reader should know about a value, or a value that was left out.</summary>
/// <param name="Code">What kind it is, for the review queue.</param>
/// <param name="Message">A full sentence for people, naming the line where there is one.</param>
/// <param name="Line">Line in the file, from 1; null where none applies.</param>
public sealed record Warning(WarningCode Code, string Message, int? Line = null);
