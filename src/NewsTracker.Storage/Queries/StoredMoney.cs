using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>Reads the sums that articles state.</summary>
static class StoredMoney
{
    /// <summary>The sums of a few articles, each article's in its order.</summary>
    public static async Task<ILookup<long, MoneyFact>> OfArticlesAsync(NewsContext context, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var rows = await (
            from money in context.ArticleMoney
            join company in context.Companies on money.CompanyId equals company.Id into companies
            from company in companies.DefaultIfEmpty()
            where ids.Contains(money.ArticleId)
            orderby money.ArticleId, money.Position
            select new { Money = money, company.Name, company.Slug }).AsNoTracking().ToListAsync(cancellation);
        return rows.ToLookup(row => row.Money.ArticleId, row => Fact(row.Money, row.Name, row.Slug));
    }

    /// <summary>The sums that are a company's, by their article's date; undated ones last.</summary>
    /// <param name="context">An open unit of work.</param>
    /// <param name="slug">The company.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<IReadOnlyList<CompanyMoney>> OfCompanyAsync(NewsContext context, string slug, ScopeValue? scope, CancellationToken cancellation)
    {
        var rows = await (
            from money in context.ArticleMoney
            join company in context.Companies on money.CompanyId equals company.Id
            join article in context.ShownArticles on money.ArticleId equals article.Id
            where company.Slug == slug && (scope == null || article.Scope == scope)
            orderby article.PublishedAt == null, article.PublishedAt, article.Id, money.Position
            select new
            {
                Money = money,
                company.Name,
                article.Id,
                article.Slug,
                article.Title,
                article.Url,
                Published = new PublishedDate(
                    article.PublishedAt, article.PublishedDay, article.PublishedPrecision, article.PublishedSource, article.PublishedEvidence),
            }).AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new CompanyMoney(
                Fact(row.Money, row.Name, slug), row.Id, row.Slug, StoredArticles.TitleOf(row.Title), row.Url, row.Published)),
        ];
    }

    static MoneyFact Fact(ArticleMoney money, string? company, string? slug) => new(
        money.Kind, money.Status, money.Amount, money.Currency, company, slug,
        money is { ConvertedAmount: { } amount, ConvertedCurrency: { } currency } ? new MoneyAmount(amount, currency) : null,
        money.Source, money.Evidence)
    {
        Forms = money.Forms,
    };
}
