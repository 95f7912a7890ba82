using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>Reads whole articles by key.</summary>
static class StoredArticles
{
    /// <summary>Reads articles in the order of their keys as given; keys without an article are passed over.</summary>
    /// <param name="context">An open unit of work.</param>
    /// <param name="ids">A page or a batch, not the whole store.</param>
    /// <param name="withBody">False leaves the bodies in the database.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<IReadOnlyList<StoredArticle>> ReadAsync(
        NewsContext context, IReadOnlyList<long> ids, bool withBody, CancellationToken cancellation)
    {
        var rows = await RowsAsync(context, ids, withBody, cancellation);
        var tags = await ArticleTags.ReadAsync(context, ids, cancellation);
        var money = await StoredMoney.OfArticlesAsync(context, ids, cancellation);
        var images = (await context.Images.AsNoTracking().Where(image => ids.Contains(image.ArticleId)).OrderBy(image => image.Position)
            .ToListAsync(cancellation)).ToLookup(image => image.ArticleId);
        var related = (await context.RelatedLinks.AsNoTracking().Where(link => ids.Contains(link.ArticleId)).OrderBy(link => link.Position)
            .ToListAsync(cancellation)).ToLookup(link => link.ArticleId, link => link.RelatedId);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => Assembled(rows[id], tags, money[id], images[id]) with { RelatedIds = [.. related[id]] }),
        ];
    }

    /// <summary>The draft that a row was made from; related articles are not part of a row.</summary>
    /// <param name="row">The article.</param>
    /// <param name="provider">The publisher as the article gives it; null where unknown.</param>
    /// <param name="companies">Subjects first, then by number of mentions.</param>
    /// <param name="topics">In the article's order.</param>
    /// <param name="money">In the article's order.</param>
    /// <param name="images">In the article's order.</param>
    public static ArticleDraft ToDraft(
        Article row, ProviderClaim? provider,
        IReadOnlyList<CompanyTag> companies, IReadOnlyList<TopicTag> topics, IReadOnlyList<MoneyFact> money, IReadOnlyList<ImageRef> images) => new()
        {
            Title = TitleOf(row.Title),
            TitleSource = row.TitleSource,
            Excerpt = row.Excerpt,
            Body = row.Body,
            Url = row.Url,
            Links = new ArticleLinks(row.LinkWeb, row.LinkAmp, row.LinkCdnAmp, row.LinkOriginal),
            Provider = provider,
            Published = new PublishedDate(row.PublishedAt, row.PublishedDay, row.PublishedPrecision, row.PublishedSource, row.PublishedEvidence),
            DateCandidates = row.DateCandidates,
            Scope = new ScopeClaim(row.Scope, row.ScopeSource, row.ScopeEvidence),
            Type = row.Type,
            Category = row.Category,
            Language = row.Language,
            Quality = row.Quality,
            Heat = row.Heat,
            Promoted = row.Promoted,
            Topics = topics,
            Companies = companies,
            Money = money,
            Images = images,
            Cuts = row.Cuts,
            Repairs = row.Repairs,
            Warnings = row.Warnings,
            Extra = row.Extra,
            Secured = row.Secured,
        };

    /// <summary>A publisher as one article names it.</summary>
    /// <param name="named">The article's name for it; null: the publisher's own.</param>
    /// <param name="key">The publisher's key; null where there is none.</param>
    /// <param name="name">The publisher's own name.</param>
    /// <param name="source">How it is known.</param>
    public static ProviderClaim? ProviderOf(string? named, string? key, string? name, ValueSource? source) =>
        (named ?? name) is { } shown ? new ProviderClaim(shown, DomainOf(key), source ?? ValueSource.Inferred) : null;

    /// <summary>The store keeps no null title; an empty one says that only an address is known.</summary>
    public static string? TitleOf(string title) => title.Length == 0 ? null : title;

    // A publisher without a domain is keyed by a slug, and slugs hold no dot.
    static string? DomainOf(string? key) => key is not null && key.Contains('.', StringComparison.Ordinal) ? key : null;

    static StoredArticle Assembled(StoredRow row, ArticleTags tags, IEnumerable<MoneyFact> money, IEnumerable<ArticleImage> images)
    {
        var article = row.Article;
        var topics = tags.Topics(article.Id);
        return new StoredArticle
        {
            Id = article.Id,
            Slug = article.Slug,
            Values = ToDraft(
                article,
                ProviderOf(article.ProviderName, row.ProviderKey, row.ProviderName, article.ProviderSource),
                tags.Companies(article.Id),
                [.. topics.Select(topic => topic.Tag)],
                [.. money],
                [.. images.Select(image => new ImageRef(image.Url, image.Width, image.Height))]),
            ProviderSlug = row.ProviderKey,
            OwnTopics = topics.Where(topic => topic.Own).Select(topic => topic.Tag.Slug).ToHashSet(StringComparer.Ordinal),
            Origin = article.Origin,
            AddedAt = article.AddedAt,
            UpdatedAt = article.UpdatedAt,
            Source = row.Source,
            RelatedIds = [],
        };
    }

    static async Task<Dictionary<long, StoredRow>> RowsAsync(
        NewsContext context, IReadOnlyList<long> ids, bool withBody, CancellationToken cancellation)
    {
        var articles = withBody ? context.Articles : context.Articles.Select(ArticleColumns.WithoutBody);
        var rows =
            from article in articles
            join sighting in context.Sightings on article.SightingId equals sighting.Id
            join file in context.Files on sighting.FileId equals file.Id
            join document in context.Documents on sighting.DocumentId equals document.Id
            join provider in context.Providers on article.ProviderId equals provider.Id into providers
            from provider in providers.DefaultIfEmpty()
            where ids.Contains(article.Id)
            select new StoredRow(
                article,
                new SourceRef(file.Path, document.Sha256, document.Format, document.Encoding, sighting.SeenAt),
                provider.Domain,
                provider.Name);
        return await rows.AsNoTracking().ToDictionaryAsync(row => row.Article.Id, cancellation);
    }

    sealed record StoredRow(Article Article, SourceRef Source, string? ProviderKey, string? ProviderName);
}
