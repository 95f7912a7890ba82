using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>Reads the rows of one page by key, without a body.</summary>
static class ArticleRows
{
    /// <summary>Two lines of a list at its widest, in characters.</summary>
    const int TeaserLength = 300;

    /// <summary>Reads rows in the order of their keys as given; keys without an article are passed over.</summary>
    public static async Task<IReadOnlyList<ArticleRow>> ReadAsync(
        NewsContext context, IReadOnlyList<long> ids, IReadOnlyDictionary<long, IReadOnlyList<SnippetPart>> snippets, CancellationToken cancellation)
    {
        var tags = await ArticleTags.ReadAsync(context, ids, cancellation);
        var rows = await (
            from article in context.Articles
            join provider in context.Providers on article.ProviderId equals provider.Id into providers
            from provider in providers.DefaultIfEmpty()
            where ids.Contains(article.Id)
            select new
            {
                article.Id,
                article.Slug,
                article.Title,
                article.TitleSource,
                Teaser = article.Excerpt ?? (article.Body == null ? null : article.Body.Substring(0, TeaserLength)),
                article.Url,
                article.ProviderName,
                article.ProviderSource,
                ProviderKey = provider.Domain,
                ProviderOwnName = provider.Name,
                article.PublishedAt,
                article.PublishedDay,
                article.PublishedPrecision,
                article.PublishedSource,
                article.PublishedEvidence,
                article.Origin,
                article.Warnings,
                article.AddedAt,
            }).AsNoTracking().ToDictionaryAsync(row => row.Id, cancellation);
        return
        [
            .. from id in ids
               where rows.ContainsKey(id)
               let row = rows[id]
               select new ArticleRow
               {
                   Id = id,
                   Slug = row.Slug,
                   Title = StoredArticles.TitleOf(row.Title),
                   TitleSource = row.TitleSource,
                   Excerpt = FirstParagraph(row.Teaser),
                   Url = row.Url,
                   Provider = StoredArticles.ProviderOf(row.ProviderName, row.ProviderKey, row.ProviderOwnName, row.ProviderSource),
                   ProviderSlug = row.ProviderKey,
                   Published = new PublishedDate(
                       row.PublishedAt, row.PublishedDay, row.PublishedPrecision, row.PublishedSource, row.PublishedEvidence),
                   Companies = tags.Companies(id),
                   Topics = tags.Topics(id),
                   Origin = row.Origin,
                   Warnings = row.Warnings,
                   Snippet = snippets.GetValueOrDefault(id),
                   AddedAt = row.AddedAt,
               },
        ];
    }

    static string? FirstParagraph(string? text) => text?.Split("\n\n", 2)[0];
}
