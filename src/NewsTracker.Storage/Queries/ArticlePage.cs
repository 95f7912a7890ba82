using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows, in order.</param>
/// <param name="Total">How many articles match, exactly.</param>
/// <param name="Next">Cursor of the page after this; null on the last.</param>
/// <param name="Previous">Cursor of the page before this; null on the first.</param>
/// <param name="Sort">The order in force.</param>
/// <param name="LeftOut">What only the date filter kept out.</param>
/// <param name="OtherScope">How many more would match without the scope.</param>
/// <param name="UnknownNames">Names asked for that the tracker does not know: they match nothing.</param>
/// <param name="Facets">Counts for the filters.</param>
/// <param name="Echo">How the search text was understood; null without one.</param>
/// <param name="DataVersion">The state of the data that was read.</param>
public sealed record ArticlePage(
    IReadOnlyList<ArticleRow> Items, int Total, string? Next, string? Previous, ArticleSort Sort, LeftOut LeftOut, int OtherScope,
    IReadOnlyList<UnknownName> UnknownNames, FacetCounts Facets, SearchEcho? Echo, long DataVersion);

/// <summary>One page of whole articles, for the API.</summary>
/// <param name="Items">The articles, in order.</param>
/// <param name="Total">How many articles match, exactly.</param>
/// <param name="Next">Cursor of the page after this; null on the last.</param>
/// <param name="LeftOut">What only the date filter kept out.</param>
/// <param name="DataVersion">The state of the data that was read.</param>
public sealed record StoredPage(IReadOnlyList<StoredArticle> Items, int Total, string? Next, LeftOut LeftOut, long DataVersion);

/// <summary>Articles that match everything but the date that was asked for.</summary>
/// <param name="Undated">Without a date.</param>
/// <param name="Overlapping">With a period that lies only partly inside.</param>
public sealed record LeftOut(int Undated, int Overlapping);

/// <summary>A name that was asked for and that the tracker does not know.</summary>
/// <param name="Filter"><c>company</c>, <c>topic</c> or <c>provider</c>.</param>
/// <param name="Slug">As it was given.</param>
public sealed record UnknownName(string Filter, string Slug);

/// <summary>An article in a list: everything a row shows, never the body.</summary>
public sealed record ArticleRow
{
    /// <summary>Key.</summary>
    public required long Id { get; init; }

    /// <summary>Readable part of the permanent address.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline; null where only an address is known.</summary>
    public required string? Title { get; init; }

    /// <summary>How the headline is known.</summary>
    public required TitleSource TitleSource { get; init; }

    /// <summary>The teaser; the start of the text where none was declared.</summary>
    public required string? Excerpt { get; init; }

    /// <summary>The best web address.</summary>
    public required string? Url { get; init; }

    /// <summary>The publisher.</summary>
    public required ProviderClaim? Provider { get; init; }

    /// <summary>The publisher as addresses carry it: its domain, or a slug of its name; null where unknown.</summary>
    public required string? ProviderSlug { get; init; }

    /// <summary>When it was published.</summary>
    public required PublishedDate Published { get; init; }

    /// <summary>Subjects first, then by number of mentions.</summary>
    public required IReadOnlyList<CompanyTag> Companies { get; init; }

    /// <summary>In the article's order.</summary>
    public required IReadOnlyList<TopicRow> Topics { get; init; }

    /// <summary>Own file or only related.</summary>
    public required ArticleOrigin Origin { get; init; }

    /// <summary>What to doubt.</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>Where the search words stand in excerpt or body; null without words, or where only the title has them.</summary>
    public IReadOnlyList<SnippetPart>? Snippet { get; init; }

    /// <summary>UTC; when the tracker learned of it.</summary>
    public required DateTime AddedAt { get; init; }
}

/// <summary>A topic on a row.</summary>
/// <param name="Tag">The topic.</param>
/// <param name="Own">True for one of the tracker's own topics, false for one of the origin.</param>
public sealed record TopicRow(TopicTag Tag, bool Own);
