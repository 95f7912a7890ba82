using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
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
            var said = field.Shown(declared);
            var before = said;
            var earlier = context.Corrections.Where(correction => correction.ArticleId == articleId && correction.Field == field.Name && correction.RetiredAt == null);
            foreach (var correction in earlier.OrderBy(correction => correction.Id))
            {
                Retire(correction, by, now);
                before = Shown(correction);
            }

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
            return new AuditAct(by, AuditKind.Corrected) { ArticleId = articleId, Subject = field.Name, Reason = reason, Before = before, After = field.Shown(corrected) };
        }, cancellation);

    /// <summary>Takes a correction back: the article says again what its files say.</summary>
    /// <param name="id">The correction.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>How it was taken back: <see cref="AuditKind.FileAccepted"/> where files say something new by now; null where the correction is not in force.</returns>
    public async Task<AuditKind?> RevertAsync(long id, string by, CancellationToken cancellation)
    {
        if (await InForceAsync(id, cancellation) is not { } articleId) return null;
        AuditKind? done = null;
        await ChangeAsync(articleId, (context, declared, now) =>
        {
            if (context.Corrections.SingleOrDefault(correction => correction.Id == id && correction.RetiredAt == null) is not { } correction) return null;
            Retire(correction, by, now);
            var kind = correction.DeclaredNow == correction.DeclaredThen ? AuditKind.CorrectionReverted : AuditKind.FileAccepted;
            done = kind;
            return new AuditAct(by, kind)
            {
                ArticleId = articleId,
                Subject = correction.Field,
                Before = Shown(correction),
                After = CorrectableField.Find(correction.Field)?.Shown(declared),
            };
        }, cancellation);
        return done;
    }

    /// <summary>Keeps a correction although files say something new by now: the desk asks no more until they change again.</summary>
    /// <param name="id">The correction.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The article; null where the correction is not in force.</returns>
    public async Task<long?> KeepAsync(long id, string by, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (await context.Corrections.SingleOrDefaultAsync(correction => correction.Id == id && correction.RetiredAt == null, cancellation) is not { } correction) return null;
        correction.DeclaredThen = correction.DeclaredNow;
        // What the article says stays; what the file says by now is what was decided against.
        var act = new AuditAct(by, AuditKind.CorrectionKept) { ArticleId = correction.ArticleId, Subject = correction.Field, Before = correction.DeclaredNow, After = Shown(correction) };
        AuditLog.Add(context, act, clock.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return correction.ArticleId;
    }

    /// <summary>What a correction says, as people read it.</summary>
    internal static string? Shown(Correction correction) =>
        CorrectableField.Find(correction.Field) is { } field ? field.Shown(field.Apply(new ArticleDraft(), correction.Value)) : correction.Value;

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
    async Task<bool> ChangeAsync(long articleId, Func<NewsContext, ArticleDraft, DateTime, AuditAct?> change, CancellationToken cancellation)
    {
        var ingestor = new Ingestor(CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation)), limits);
        await using var context = database.Open();
        using var writer = new BatchWriter(context, ingestor, clock);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var plan = (await new RetagPlanner(context, ingestor, clock).PlanAsync([articleId], cancellation)).Plan;
        if (!plan.Articles.TryGetValue(articleId, out var planned)) return false;
        context.ChangeTracker.Clear();
        var now = clock.GetUtcNow().UtcDateTime;
        if (change(context, planned.Values, now) is not { } act) return false;
        AuditLog.Add(context, act, now);
        await context.SaveChangesAsync(cancellation);
        planned.Known.UpdatedAt = now;
        await writer.WriteArticlesAsync(plan, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
