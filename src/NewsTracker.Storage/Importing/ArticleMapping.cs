using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Turns a planned article into its row.</summary>
static class ArticleMapping
{
    public static Article From(PlannedArticle planned, ArticleDraft values, long? providerId, string taggedWith, long changedIn) => new()
    {
        Id = planned.Known.Id,
        UrlKey = planned.Known.UrlKey,
        ContentKey = planned.Known.ContentKey,
        Fingerprint = planned.Known.Fingerprint,
        TaggedWith = taggedWith,
        ReadWith = Ingestor.ReaderVersion,
        Origin = planned.Known.Origin,
        Slug = Slugs.From(values.Title ?? ""),
        Title = values.Title ?? "",
        TitleSource = values.TitleSource,
        Excerpt = values.Excerpt,
        Url = values.Url,
        LinkWeb = values.Links.Web,
        LinkAmp = values.Links.Amp,
        LinkCdnAmp = values.Links.CdnAmp,
        LinkOriginal = values.Links.Original,
        ProviderId = providerId,
        ProviderName = values.Provider?.Name,
        ProviderSource = values.Provider?.Source,
        PublishedAt = values.Published.At,
        PublishedDay = values.Published.Day,
        PublishedPrecision = values.Published.Precision,
        PublishedSource = values.Published.Source,
        PublishedEvidence = values.Published.Evidence,
        DateCandidates = values.DateCandidates,
        Scope = values.Scope.Value,
        ScopeSource = values.Scope.Source,
        ScopeEvidence = values.Scope.Evidence,
        Type = values.Type,
        Category = values.Category,
        Language = values.Language,
        Quality = values.Quality,
        Heat = values.Heat,
        Promoted = values.Promoted,
        Cuts = values.Cuts,
        Repairs = values.Repairs,
        Warnings = values.Warnings,
        Extra = values.Extra,
        Secured = values.Secured,
        SightingId = planned.SightingId,
        AddedAt = planned.Known.AddedAt,
        UpdatedAt = planned.Known.UpdatedAt,
        ChangedIn = changedIn,
        Body = values.Body,
    };
}
