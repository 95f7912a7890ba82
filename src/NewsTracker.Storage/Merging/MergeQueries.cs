using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Merging;

/// <summary>What is asked about merges.</summary>
/// <param name="database">Where they are.</param>
public sealed class MergeQueries(NewsDatabase database)
{
    /// <summary>The merges that stand, the latest first.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<MergeRow>> ListAsync(int count, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = await context.Merges
            .Join(context.Articles, merge => merge.KeptId, article => article.Id, (merge, article) => new { merge.Id, merge.KeptId, article.Title, merge.GoneId, merge.MergedBy, merge.MergedAt, merge.Reason })
            .OrderByDescending(merge => merge.Id).Take(count).ToListAsync(cancellation);
        return [.. rows.Select(row => new MergeRow(row.Id, row.KeptId, StoredArticles.TitleOf(row.Title), row.GoneId, row.MergedBy, row.MergedAt, row.Reason))];
    }

    /// <summary>The article that an address belongs to; null where it is nobody's.</summary>
    /// <param name="url">As given.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<long?> OwnerAsync(string url, CancellationToken cancellation)
    {
        if (WebAddress.Key(url) is not { } key) return null;
        await using var context = database.Open();
        return await context.Articles.Where(article => article.UrlKey == key).Select(article => (long?)article.Id)
            .Concat(context.Merges.Where(merge => merge.UrlKey == key).Select(merge => (long?)merge.KeptId))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Corrected addresses that are another article's, because files came with them later.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<MergeOffer>> OffersAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        var corrections = await context.Corrections.AsNoTracking()
            .Where(correction => correction.RetiredAt == null && correction.Field == "url" && context.Articles.Any(article => article.Id == correction.ArticleId))
            .OrderBy(correction => correction.Id).ToListAsync(cancellation);
        var claims = corrections.Select(correction => (correction.ArticleId, Url: CorrectionDesk.Shown(correction))).Where(claim => claim.Url is not null)
            .Select(claim => (claim.ArticleId, Url: claim.Url!, Key: WebAddress.Key(claim.Url!))).ToList();
        var keys = claims.Select(claim => claim.Key).OfType<string>().ToList();
        var owners = await context.Articles.Where(article => keys.Contains(article.UrlKey!)).Select(article => new { article.UrlKey, article.Id })
            .ToDictionaryAsync(article => article.UrlKey!, article => article.Id, cancellation);
        return
        [
            .. claims.Where(claim => claim.Key is not null && owners.GetValueOrDefault(claim.Key, claim.ArticleId) != claim.ArticleId)
                .Select(claim => new MergeOffer(claim.Url, claim.ArticleId, owners[claim.Key!])),
        ];
    }
}
