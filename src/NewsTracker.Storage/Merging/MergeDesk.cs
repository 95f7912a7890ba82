using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Undoing;

namespace NewsTracker.Storage.Merging;

/// <summary>
/// Makes one article of two and takes that apart again, each in one transaction beside no run. A preview is the merge itself, rolled back, so the two cannot
/// disagree.
/// </summary>
/// <param name="database">Where articles are.</param>
/// <param name="catalogues">Which catalogue tags the merged article.</param>
/// <param name="locks">No run beside it: an import keeps what it knows of articles.</param>
/// <param name="indexes">Refreshed at once, so that the next page of this process shows what was done.</param>
/// <param name="limits">How much of a file is taken.</param>
/// <param name="clock">When things happen.</param>
public sealed class MergeDesk(NewsDatabase database, CatalogueStore catalogues, ImportLockKeeper locks, ArticleIndexes indexes, IngestionLimits limits, TimeProvider clock)
{
    /// <summary>Longest reason that is kept.</summary>
    public const int LongestReason = 1000;

    /// <summary>Shows what merging would do. Nothing is written.</summary>
    /// <param name="first">One of the two, by its key.</param>
    /// <param name="second">The other.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null where one of them is not there, or where both are the same.</returns>
    public async Task<MergePlan?> PlanAsync(long first, long second, CancellationToken cancellation)
    {
        var (kept, gone) = (Math.Min(first, second), Math.Max(first, second));
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (kept == gone || await context.Articles.CountAsync(article => article.Id == kept || article.Id == gone, cancellation) < 2) return null;
        var (stays, goes) = (await SideAsync(context, kept, cancellation), await SideAsync(context, gone, cancellation));
        var version = await context.States.Select(state => state.DataVersion).SingleAsync(cancellation);
        try
        {
            await RefuseAsync(context, kept, gone, cancellation);
        }
        catch (StoreException refusal)
        {
            return new MergePlan(stays, goes, null, [], refusal.Message, version);
        }

        var former = await new Joining(context, kept, gone, clock.GetUtcNow().UtcDateTime).ApplyAsync(await IngestorAsync(cancellation), clock, cancellation);
        var merged = await StoredArticles.ReadAsync(context, [kept], cancellation);
        await transaction.RollbackAsync(cancellation);
        var outvoted = goes.Corrections.Where(correction => former.Outvoted.Contains(correction.Id)).Select(correction => correction.Field);
        return new MergePlan(stays, goes, merged[0].Values, [.. outvoted], null, version);
    }

    /// <summary>Merges as it was shown.</summary>
    /// <param name="plan">As made before.</param>
    /// <param name="reason">Why; null where nothing is said.</param>
    /// <param name="by">Who, by e-mail.</param>
    /// <param name="cancellation">Stops before the commit; then nothing was merged.</param>
    /// <exception cref="StoreException">A run is under way, or the data is no longer what was planned on.</exception>
    public async Task MergeAsync(MergePlan plan, string? reason, string by, CancellationToken cancellation)
    {
        var (kept, gone) = (plan.Kept.Article, plan.Gone.Article);
        var ingestor = await IngestorAsync(cancellation);
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (await context.States.Select(state => state.DataVersion).SingleAsync(cancellation) != plan.DataVersion)
            throw new StoreException("Articles or the catalogue changed since the two were shown, so nothing was merged. Look at them again.");
        await RefuseAsync(context, kept.Id, gone.Id, cancellation);

        var now = clock.GetUtcNow().UtcDateTime;
        var keys = await context.Articles.Where(article => article.Id == kept.Id || article.Id == gone.Id)
            .Select(article => new { article.Id, article.UrlKey, article.ContentKey }).ToDictionaryAsync(article => article.Id, cancellation);
        var former = await new Joining(context, kept.Id, gone.Id, now).ApplyAsync(ingestor, clock, cancellation);
        context.Merges.Add(new ArticleMerge
        {
            KeptId = kept.Id,
            GoneId = gone.Id,
            UrlKey = keys[gone.Id].UrlKey,
            ContentKey = keys[gone.Id].ContentKey,
            KeptContentKey = keys[kept.Id].ContentKey,
            LastRunId = await context.Runs.MaxAsync(run => (long?)run.Id, cancellation) ?? 0,
            MergedBy = by,
            MergedAt = now,
            Reason = reason,
            Content = former.Pack(),
        });
        // The newer file's values win, so neither of the two need be what the one says now.
        var merged = (await StoredArticles.ReadAsync(context, [kept.Id], cancellation))[0];
        AuditLog.Add(context, new AuditAct(by, AuditKind.Merged)
        {
            ArticleId = kept.Id,
            Subject = Into(gone.Id, kept.Id),
            Reason = reason,
            Before = $"article {kept.Id}: {Shown(kept)}; article {gone.Id}: {Shown(gone)}",
            After = Shown(merged),
        }, now);
        await CommitAsync(context, transaction, cancellation);
    }

    /// <summary>Takes a merge apart.</summary>
    /// <param name="id">The merge.</param>
    /// <param name="by">Who, by e-mail.</param>
    /// <param name="cancellation">Stops before the commit; then nothing was taken apart.</param>
    /// <returns>False where there is no such merge any more.</returns>
    /// <exception cref="StoreException">A run is under way, or later changes build on the merge; says which.</exception>
    public async Task<bool> TakeApartAsync(long id, string by, CancellationToken cancellation)
    {
        var catalogue = CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation));
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (await context.Merges.AsNoTracking().SingleOrDefaultAsync(merge => merge.Id == id, cancellation) is not { } merge) return false;
        await locks.RefuseHeldAsync(context, cancellation);
        var parting = new Parting(context, merge, new CorrectedSince(context, catalogue, limits, clock));
        await parting.RefuseAsync(cancellation);
        await parting.ApplyAsync(cancellation);
        AuditLog.Add(context, new AuditAct(by, AuditKind.TakenApart) { ArticleId = merge.KeptId, Subject = Into(merge.GoneId, merge.KeptId), Reason = merge.Reason }, clock.GetUtcNow().UtcDateTime);
        await CommitAsync(context, transaction, cancellation);
        return true;
    }

    static string Into(long gone, long kept) => $"article {gone} into article {kept}";

    static string Shown(StoredArticle article) => string.Join(", ", ((string?[])[article.Values.Title, article.Values.Url]).OfType<string>());

    async Task RefuseAsync(NewsContext context, long kept, long gone, CancellationToken cancellation)
    {
        await locks.RefuseHeldAsync(context, cancellation);
        var hidden = await context.HiddenArticles.Where(hidden => hidden.ArticleId == kept || hidden.ArticleId == gone).Select(hidden => hidden.ArticleId).ToListAsync(cancellation);
        if (hidden is [var only])
            throw new StoreException($"Article {only} is hidden and article {kept + gone - only} is not, so nothing was merged. Show the one, or hide the other, first.");
    }

    // What one index holds of the gone article no later one may hold.
    async Task CommitAsync(NewsContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        await context.TakeAwayAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await indexes.RefreshAsync(CancellationToken.None);
    }

    async Task<Ingestor> IngestorAsync(CancellationToken cancellation) => new(CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation)), limits);

    static async Task<MergeSide> SideAsync(NewsContext context, long id, CancellationToken cancellation)
    {
        using var reader = await SqliteReader.WithinAsync(context, cancellation);
        var article = StoredArticles.Read(reader, [id], withBody: true)[0];
        var sightings = Neighbours.SightingsOf(reader, id);
        var corrections = await Corrections.CorrectionQueries.ReadAsync(context, correction => correction.ArticleId == id, int.MaxValue, cancellation);
        return new MergeSide(article, sightings, corrections, await context.HiddenArticles.AnyAsync(hidden => hidden.ArticleId == id, cancellation));
    }
}
