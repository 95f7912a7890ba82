using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Storage.Undoing;

/// <summary>
/// Corrections outlast an undo: an article on which something was corrected, or a correction taken back, since its former values were kept is derived
/// again from its older bytes with the corrections that are in force today.
/// </summary>
/// <param name="context">In the undo's transaction.</param>
/// <param name="catalogue">Today's.</param>
/// <param name="limits">How much of a file is taken.</param>
/// <param name="clock">When a value changes.</param>
sealed class CorrectedSince(NewsContext context, CompiledCatalogue catalogue, IngestionLimits limits, TimeProvider clock)
{
    const int BatchArticles = 200;

    public async Task DeriveAsync(IReadOnlyList<ReturnedArticle> returned, CancellationToken cancellation)
    {
        var inForce = (await context.Corrections.Where(correction => correction.RetiredAt == null).OrderBy(correction => correction.Id)
            .Select(correction => new { correction.ArticleId, correction.Id }).ToListAsync(cancellation)).ToLookup(correction => correction.ArticleId, correction => correction.Id);
        var corrected = returned.Where(article => !inForce[article.Id].SequenceEqual(article.Corrections)).Select(article => article.Id).ToList();
        await DeriveAsync(corrected, cancellation);
    }

    /// <summary>Derives articles again from their files and the corrections that are in force today.</summary>
    /// <param name="ids">Their keys.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async Task DeriveAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return;
        var ingestor = new Ingestor(catalogue, limits);
        var planner = new RetagPlanner(context, ingestor, clock);
        using var writer = new BatchWriter(context, ingestor, clock);
        foreach (var batch in ids.Chunk(BatchArticles))
        {
            var plan = (await planner.PlanAsync(batch, cancellation)).Plan;
            // The writer reads the corrections again, to note beside them what the older files say.
            context.ChangeTracker.Clear();
            await writer.WriteArticlesAsync(plan, cancellation);
        }
    }
}
