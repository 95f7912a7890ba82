using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>From values to the JSON shape.</summary>
static class ArticleDocuments
{
    public static ArticleDocument Inspected(ArticleDraft draft, ArticleOrigin origin, SourceDocument source) =>
        Of(draft, origin, source) with
        {
            Body = new BodyText(draft.Body),
            Related = [.. draft.Related.Select(related => new RelatedEntry(Inspected(related, ArticleOrigin.Related, source)))],
        };

    public static ArticleDocument Of(ArticleDraft draft, ArticleOrigin origin, SourceDocument source) => new()
    {
        Id = null,
        Slug = Slugs.From(draft.Title ?? ""),
        Title = draft.Title,
        TitleSource = draft.TitleSource,
        Excerpt = draft.Excerpt,
        Url = draft.Url,
        Links = draft.Links,
        Provider = draft.Provider is { } provider ? new ProviderDocument(provider.Name, provider.Domain, provider.Source) : null,
        Published = new PublishedDocument(
            draft.Published.At, draft.Published.Day, draft.Published.Precision, draft.Published.Source, draft.Published.Evidence),
        Scope = draft.Scope,
        Type = draft.Type,
        Category = draft.Category,
        Language = draft.Language,
        Quality = draft.Quality,
        Heat = draft.Heat,
        Promoted = draft.Promoted,
        Origin = origin,
        Topics = draft.Topics,
        Companies = draft.Companies,
        Money = draft.Money,
        Images = draft.Images,
        Related = [],
        Source = source with { Repairs = draft.Repairs, Warnings = [.. draft.Warnings.Select(warning => warning.Message)] },
        Extra = draft.Extra,
    };
}
