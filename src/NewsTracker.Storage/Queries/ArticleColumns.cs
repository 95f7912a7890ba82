using System.Linq.Expressions;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>Which columns a list of whole articles reads.</summary>
static class ArticleColumns
{
    /// <summary>Everything but the body, which is most of a row.</summary>
    public static Expression<Func<Article, Article>> WithoutBody { get; } = article => new Article
    {
        Id = article.Id,
        UrlKey = article.UrlKey,
        ContentKey = article.ContentKey,
        Fingerprint = article.Fingerprint,
        TaggedWith = article.TaggedWith,
        ReadWith = article.ReadWith,
        Origin = article.Origin,
        Slug = article.Slug,
        Title = article.Title,
        TitleSource = article.TitleSource,
        Excerpt = article.Excerpt,
        Url = article.Url,
        LinkWeb = article.LinkWeb,
        LinkAmp = article.LinkAmp,
        LinkCdnAmp = article.LinkCdnAmp,
        LinkOriginal = article.LinkOriginal,
        ProviderId = article.ProviderId,
        ProviderName = article.ProviderName,
        ProviderSource = article.ProviderSource,
        PublishedAt = article.PublishedAt,
        PublishedDay = article.PublishedDay,
        PublishedPrecision = article.PublishedPrecision,
        PublishedSource = article.PublishedSource,
        PublishedEvidence = article.PublishedEvidence,
        DateCandidates = article.DateCandidates,
        Scope = article.Scope,
        ScopeSource = article.ScopeSource,
        ScopeEvidence = article.ScopeEvidence,
        Type = article.Type,
        Category = article.Category,
        Language = article.Language,
        Quality = article.Quality,
        Heat = article.Heat,
        Promoted = article.Promoted,
        Cuts = article.Cuts,
        Repairs = article.Repairs,
        Warnings = article.Warnings,
        Extra = article.Extra,
        Secured = article.Secured,
        SightingId = article.SightingId,
        AddedAt = article.AddedAt,
        UpdatedAt = article.UpdatedAt,
    };
}
