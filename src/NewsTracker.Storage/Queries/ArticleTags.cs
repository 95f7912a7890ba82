using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>The companies and topics of a few articles.</summary>
/// <param name="companies">By article.</param>
/// <param name="topics">By article.</param>
sealed class ArticleTags(ILookup<long, CompanyTag> companies, ILookup<long, TopicRow> topics)
{
    /// <summary>Subjects first, then by number of mentions.</summary>
    public IReadOnlyList<CompanyTag> Companies(long article) => [.. companies[article]];

    /// <summary>In the article's order.</summary>
    public IReadOnlyList<TopicRow> Topics(long article) => [.. topics[article]];

    public static async Task<ArticleTags> ReadAsync(NewsContext context, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var companies = await (
            from tag in context.ArticleCompanies
            join company in context.Companies on tag.CompanyId equals company.Id
            where ids.Contains(tag.ArticleId)
            orderby tag.Role descending, tag.Mentions descending, company.Name
            select new { Tag = tag, company.Name, company.Slug, company.InCatalogue }).AsNoTracking().ToListAsync(cancellation);
        var topics = await (
            from tag in context.ArticleTopics
            join topic in context.Topics on tag.TopicId equals topic.Id
            where ids.Contains(tag.ArticleId)
            orderby tag.Position
            select new { Tag = tag, topic.Name, topic.Slug, Own = topic.Position != null }).AsNoTracking().ToListAsync(cancellation);
        return new ArticleTags(
            companies.ToLookup(row => row.Tag.ArticleId, row =>
                new CompanyTag(row.Name, row.Slug, row.Tag.Role, row.Tag.Mentions, row.InCatalogue, row.Tag.Source, row.Tag.Evidence)
                {
                    Forms = row.Tag.Forms,
                }),
            topics.ToLookup(row => row.Tag.ArticleId, row =>
                new TopicRow(new TopicTag(row.Name, row.Slug, row.Tag.Source, row.Tag.Evidence), row.Own)));
    }
}
