using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage;

/// <summary>An article to put into a test store; whatever is not said is plain.</summary>
sealed record TestArticle(long Id)
{
    public string Title { get; init; } = "Untitled";
    public string? Excerpt { get; init; }
    public string? Body { get; init; }
    public PublishedDate Published { get; init; } = PublishedDate.Unknown;
    public IReadOnlyList<PublishedDate> DateCandidates { get; init; } = [];
    public ScopeValue Scope { get; init; } = ScopeValue.FacialRecognition;
    public IReadOnlyList<string> Subjects { get; init; } = [];
    public IReadOnlyList<string> Mentions { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public string? Provider { get; init; }
    public ArticleOrigin Origin { get; init; } = ArticleOrigin.File;
    public string Type { get; init; } = "article";
    public string? Language { get; init; }
    public SourceFormat Format { get; init; } = SourceFormat.FrontMatter;
    public bool? Promoted { get; init; }
    public int? Quality { get; init; }
    public int? Heat { get; init; }
    public IReadOnlyList<long> Related { get; init; } = [];
    public DateTime AddedAt { get; init; } = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
}
