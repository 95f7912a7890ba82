using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>What stands around one article: those listed with it, and where it was seen.</summary>
sealed class Neighbours(NewsContext context, ArticleIndex index)
{
    public async Task<StoredArticle> AroundAsync(StoredArticle article, CancellationToken cancellation)
    {
        var listing = await context.RelatedLinks
            .Where(link => link.RelatedId == article.Id)
            .Select(link => link.ArticleId)
            .Distinct()
            .ToListAsync(cancellation);
        var tags = TagsOf(article);
        var related = await ReadAsync(article.RelatedIds, tags, cancellation);
        var listedBy = await ReadAsync(listing, tags, cancellation);
        return article with
        {
            Related = [.. related.OrderByDescending(other => other.SharesTag)],
            ListedBy = [.. listedBy.OrderBy(other => DateKeys.Newest(other.Published)).ThenByDescending(other => other.Id)],
            Sightings = await SightingsAsync(article.Id, cancellation),
        };
    }

    List<IndexedTag> TagsOf(StoredArticle article) =>
    [
        .. article.Values.Companies.Select(company => index.Companies.Find(company.Slug)).OfType<IndexedTag>(),
        .. article.OwnTopics.Select(index.Topics.Find).OfType<IndexedTag>(),
    ];

    async Task<IReadOnlyList<RelatedArticle>> ReadAsync(IReadOnlyList<long> ids, List<IndexedTag> tags, CancellationToken cancellation)
    {
        var rows = await (
            from article in context.ShownArticles
            join provider in context.Providers on article.ProviderId equals provider.Id into providers
            from provider in providers.DefaultIfEmpty()
            where ids.Contains(article.Id)
            select new
            {
                article.Id,
                article.Slug,
                article.Title,
                Published = new PublishedDate(
                    article.PublishedAt, article.PublishedDay, article.PublishedPrecision, article.PublishedSource, article.PublishedEvidence),
                ProviderName = article.ProviderName ?? provider.Name,
            }).ToDictionaryAsync(row => row.Id, cancellation);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new RelatedArticle(
                row.Id, row.Slug, StoredArticles.TitleOf(row.Title), row.Published, row.ProviderName, Shares(row.Id, tags))),
        ];
    }

    bool Shares(long id, List<IndexedTag> tags) =>
        index.PositionOf(id) is >= 0 and var position && tags.Exists(tag => tag.Articles.Contains(position));

    async Task<IReadOnlyList<SightingRef>> SightingsAsync(long id, CancellationToken cancellation) => await (
        from sighting in context.Sightings
        join file in context.Files on sighting.FileId equals file.Id
        join document in context.Documents on sighting.DocumentId equals document.Id
        where sighting.ArticleId == id
        orderby sighting.Id descending
        select new SightingRef(file.Path, sighting.Entry, document.Sha256, sighting.SeenAt, sighting.RunId)).ToListAsync(cancellation);
}
