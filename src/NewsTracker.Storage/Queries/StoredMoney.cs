using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Queries;

/// <summary>Reads the sums that articles state.</summary>
static class StoredMoney
{
    const string Sql = """
        SELECT money.ArticleId, money.Kind, money.Status, money.Amount, money.Currency, company.Name, company.Slug,
            money.ConvertedAmount, money.ConvertedCurrency, money.Source, money.Evidence, money.Forms
        FROM json_each($0) AS wanted
        CROSS JOIN ArticleMoney AS money ON money.ArticleId = wanted.value
        LEFT JOIN Companies AS company ON company.Id = money.CompanyId
        ORDER BY money.Position
        """;

    /// <summary>The sums of a few articles, each article's in its order.</summary>
    /// <param name="reader">Where they are.</param>
    /// <param name="keys">The articles, as <see cref="KeyList"/> writes them.</param>
    public static ILookup<long, MoneyFact> OfArticles(SqliteReader reader, string keys) =>
        reader.ByArticle(Sql, keys, (ref RowCursor row) => new MoneyFact(
            (MoneyKind)row.Int(), (MoneyStatus)row.Int(), MoneyAmount.Whole(row.Decimal()), row.Text(), row.TextOrNull(), row.TextOrNull(),
            Converted(row.DecimalOrNull(), row.TextOrNull()), (ValueSource)row.Int(), row.TextOrNull())
        {
            Forms = row.Json(StoreJson.Default.IReadOnlyListString, []),
        });

    /// <summary>The sums that are a company's, by their article's date; undated ones last.</summary>
    /// <param name="context">An open unit of work.</param>
    /// <param name="slug">The company.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Task<IReadOnlyList<StatedMoney>> OfCompanyAsync(NewsContext context, string slug, ScopeValue? scope, CancellationToken cancellation) => DatedAsync(
        from money in context.ArticleMoney
        join company in context.Companies on money.CompanyId equals company.Id
        join article in context.ShownArticles on money.ArticleId equals article.Id
        where company.Slug == slug && (scope == null || article.Scope == scope)
        select new Stated { Money = money, Company = company, Article = article }, cancellation);

    /// <summary>The sums of some articles, by their article's date; undated ones last.</summary>
    /// <param name="context">An open unit of work.</param>
    /// <param name="ids">The articles.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Task<IReadOnlyList<StatedMoney>> OfArticlesWithDatesAsync(NewsContext context, IReadOnlyList<long> ids, CancellationToken cancellation) => DatedAsync(
        from money in context.ArticleMoney
        join article in context.ShownArticles on money.ArticleId equals article.Id
        join company in context.Companies on money.CompanyId equals company.Id into companies
        from company in companies.DefaultIfEmpty()
        where ids.Contains(money.ArticleId)
        select new Stated { Money = money, Company = company, Article = article }, cancellation);

    static async Task<IReadOnlyList<StatedMoney>> DatedAsync(IQueryable<Stated> stated, CancellationToken cancellation)
    {
        var rows = await stated
            .OrderBy(row => row.Article.PublishedAt == null).ThenBy(row => row.Article.PublishedAt).ThenBy(row => row.Article.Id).ThenBy(row => row.Money.Position)
            .Select(row => new
            {
                row.Money,
                Name = row.Company == null ? null : row.Company.Name,
                Company = row.Company == null ? null : row.Company.Slug,
                row.Article.Id,
                row.Article.Slug,
                row.Article.Title,
                row.Article.Url,
                Published = new PublishedDate(
                    row.Article.PublishedAt, row.Article.PublishedDay, row.Article.PublishedPrecision, row.Article.PublishedSource, row.Article.PublishedEvidence),
            }).AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new StatedMoney(
                Fact(row.Money, row.Name, row.Company), row.Id, row.Slug, StoredArticles.TitleOf(row.Title), row.Url, row.Published)),
        ];
    }

    static MoneyFact Fact(ArticleMoney money, string? company, string? slug) => new(
        money.Kind, money.Status, MoneyAmount.Whole(money.Amount), money.Currency, company, slug,
        Converted(money.ConvertedAmount, money.ConvertedCurrency),
        money.Source, money.Evidence)
    {
        Forms = money.Forms,
    };

    static MoneyAmount? Converted(decimal? amount, string? currency) =>
        amount is { } known && currency is not null ? new MoneyAmount(MoneyAmount.Whole(known), currency) : null;

    /// <summary>A sum with its article and, where it is one's, its company.</summary>
    sealed class Stated
    {
        public required ArticleMoney Money { get; init; }

        public required Company? Company { get; init; }

        public required Article Article { get; init; }
    }
}
