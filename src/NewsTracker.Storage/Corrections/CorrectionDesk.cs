using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Storage.Corrections;

/// <summary>
/// Takes corrections and takes them back. Each is written at once, in one short transaction beside whatever import runs: the importer reads the
/// corrections in force again in the transaction of each batch, so neither can lose the other's work.
/// </summary>
/// <param name="database">Where articles are.</param>
/// <param name="catalogues">Which catalogue tags a corrected text.</param>
/// <param name="limits">How much of a file is taken.</param>
/// <param name="clock">When things happen.</param>
public sealed class CorrectionDesk(NewsDatabase database, CatalogueStore catalogues, IngestionLimits limits, TimeProvider clock)
{
    /// <summary>Corrects a field, in place of an earlier correction of the same field.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="field">One of <see cref="CorrectableField.All"/>.</param>
    /// <param name="corrected">Any draft whose value of that field is the right one.</param>
    /// <param name="reason">In the person's words; null where none is given.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False where there is no such article.</returns>
    public Task<bool> CorrectAsync(long articleId, CorrectableField field, ArticleDraft corrected, string? reason, string by, CancellationToken cancellation) =>
        ChangeAsync(articleId, (context, declared, now) =>
        {
            var earlier = context.Corrections.Where(correction => correction.ArticleId == articleId && correction.Field == field.Name && correction.RetiredAt == null);
            foreach (var correction in earlier) Retire(correction, by, now);
            var said = field.Shown(declared);
            context.Add(new Correction
            {
                ArticleId = articleId,
                Field = field.Name,
                Value = field.Json(corrected),
                DeclaredThen = said,
                DeclaredNow = said,
                Reason = reason,
                MadeBy = by,
                MadeAt = now,
            });
        }, cancellation);

    /// <summary>Takes a correction back: the article says again what its files say.</summary>
    /// <param name="id">The correction.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The article; null where the correction is not in force.</returns>
    public async Task<long?> RevertAsync(long id, string by, CancellationToken cancellation)
    {
        if (await InForceAsync(id, cancellation) is not { } articleId) return null;
        await ChangeAsync(articleId, (context, _, now) =>
        {
            foreach (var correction in context.Corrections.Where(correction => correction.Id == id && correction.RetiredAt == null)) Retire(correction, by, now);
        }, cancellation);
        return articleId;
    }

    /// <summary>Keeps a correction although files say something new by now: the desk asks no more until they change again.</summary>
    /// <param name="id">The correction.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The article; null where the correction is not in force.</returns>
    public async Task<long?> KeepAsync(long id, CancellationToken cancellation)
    {
        if (await InForceAsync(id, cancellation) is not { } articleId) return null;
        await using var context = database.Open();
        await context.Corrections.Where(correction => correction.Id == id && correction.RetiredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(correction => correction.DeclaredThen, correction => correction.DeclaredNow), cancellation);
        return articleId;
    }

    static void Retire(Correction correction, string by, DateTime now)
    {
        correction.RetiredAt = now;
        correction.RetiredBy = by;
    }

    async Task<long?> InForceAsync(long id, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Corrections.Where(correction => correction.Id == id && correction.RetiredAt == null)
            .Select(correction => (long?)correction.ArticleId).SingleOrDefaultAsync(cancellation);
    }

    // The article is read again from its originals, so that what was corrected before does not pass for what files say.
    async Task<bool> ChangeAsync(long articleId, Action<NewsContext, ArticleDraft, DateTime> change, CancellationToken cancellation)
    {
        var ingestor = new Ingestor(CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation)), limits);
        await using var context = database.Open();
        using var writer = new BatchWriter(context, ingestor, clock);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var plan = (await new RetagPlanner(context, ingestor, clock).PlanAsync([articleId], cancellation)).Plan;
        if (!plan.Articles.TryGetValue(articleId, out var planned)) return false;
        context.ChangeTracker.Clear();
        var now = clock.GetUtcNow().UtcDateTime;
        change(context, planned.Values, now);
        await context.SaveChangesAsync(cancellation);
        planned.Known.UpdatedAt = now;
        await writer.WriteArticlesAsync(plan, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
