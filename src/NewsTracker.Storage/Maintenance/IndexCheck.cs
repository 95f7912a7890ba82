using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Maintenance;

/// <summary>Whether the article index counts what the database counts.</summary>
static class IndexCheck
{
    const string Remedy = "Stop the server, delete the .index file beside the database and start again; if it says so again, report it.";

    public static async Task<List<string>> RunAsync(NewsContext context, ArticleIndex index, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var articles = await context.ShownArticles.CountAsync(cancellation);
        if (articles != index.Count) problems.Add($"The article index holds {index.Count} articles, the database {articles} that may be shown. {Remedy}");
        problems.AddRange(Compare("company", index.Companies, await CompaniesAsync(context, cancellation)));
        problems.AddRange(Compare("topic", index.Topics, await TopicsAsync(context, cancellation)));
        problems.AddRange(Compare("provider", index.Providers, await ProvidersAsync(context, cancellation)));
        return problems;
    }

    // By the slug that stands at the tag: a slug that leads to another company finds that one's articles.
    static IEnumerable<string> Compare(string kind, TagIndex tags, Dictionary<string, int> stored)
    {
        var held = tags.All.ToDictionary(tag => tag.Slug, tag => tag.Articles.Count, StringComparer.Ordinal);
        return
            from slug in held.Keys.Union(stored.Keys)
            let indexed = held.GetValueOrDefault(slug)
            let counted = stored.GetValueOrDefault(slug)
            where indexed != counted
            select $"The article index counts {indexed} articles for {kind} {slug}, the database {counted}. {Remedy}";
    }

    static Task<Dictionary<string, int>> CompaniesAsync(NewsContext context, CancellationToken cancellation) => (
        from tag in context.ArticleCompanies
        join company in context.Companies on tag.CompanyId equals company.Id
        where context.ShownArticles.Any(article => article.Id == tag.ArticleId)
        group tag by company.Slug into tags
        select new { tags.Key, Count = tags.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);

    static Task<Dictionary<string, int>> TopicsAsync(NewsContext context, CancellationToken cancellation) => (
        from tag in context.ArticleTopics
        join topic in context.Topics on tag.TopicId equals topic.Id
        where context.ShownArticles.Any(article => article.Id == tag.ArticleId)
        group tag by topic.Slug into tags
        select new { tags.Key, Count = tags.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);

    static Task<Dictionary<string, int>> ProvidersAsync(NewsContext context, CancellationToken cancellation) => (
        from article in context.ShownArticles
        join provider in context.Providers on article.ProviderId equals provider.Id
        group article by provider.Domain into articles
        select new { articles.Key, Count = articles.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
}
