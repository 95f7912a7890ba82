using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Storage.Merging;

/// <summary>Makes one article of two: everything that was the gone one's becomes the kept one's, whose values are then derived again.</summary>
/// <param name="context">In the merge's transaction.</param>
/// <param name="kept">The id that stays.</param>
/// <param name="gone">The other.</param>
/// <param name="now">UTC.</param>
sealed class Joining(NewsContext context, long kept, long gone, DateTime now)
{
    public async Task<FormerPair> ApplyAsync(Ingestor ingestor, TimeProvider clock, CancellationToken cancellation)
    {
        var former = await FormerPair.ReadAsync(context, kept, gone, cancellation);
        await MoveAsync(former, cancellation);
        foreach (var list in former.Lists) await context.RelistAsync(list.ArticleId, list.Merged(kept, gone), cancellation);
        await BecomeOneAsync(cancellation);
        await DeriveAsync(ingestor, clock, cancellation);
        return former with { ReadWith = await ReadWithAsync(context, kept, cancellation) };
    }

    /// <summary>Tells which catalogue and reader an article was read with last.</summary>
    public static async Task<string> ReadWithAsync(NewsContext context, long id, CancellationToken cancellation)
    {
        var row = await context.Articles.Where(article => article.Id == id).Select(article => new { article.TaggedWith, article.ReadWith }).SingleAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{row.TaggedWith} {row.ReadWith}");
    }

    async Task MoveAsync(FormerPair former, CancellationToken cancellation)
    {
        await context.Sightings.Where(sighting => sighting.ArticleId == gone).ExecuteUpdateAsync(set => set.SetProperty(sighting => sighting.ArticleId, kept), cancellation);
        await context.Files.Where(file => file.ArticleId == gone).ExecuteUpdateAsync(set => set.SetProperty(file => file.ArticleId, kept), cancellation);
        await context.Corrections.Where(correction => correction.ArticleId == gone).ExecuteUpdateAsync(set => set.SetProperty(correction => correction.ArticleId, kept), cancellation);
        await context.Merges.Where(merge => merge.KeptId == gone).ExecuteUpdateAsync(set => set.SetProperty(merge => merge.KeptId, kept), cancellation);
        var by = $"the merge of article {gone} into this one, whose own correction stays";
        await context.Corrections.Where(correction => former.Outvoted.Contains(correction.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(correction => correction.RetiredAt, now).SetProperty(correction => correction.RetiredBy, by), cancellation);
    }

    // An own file beats lists; of two alike the kept one leads, and its own files are weighed as always.
    async Task BecomeOneAsync(CancellationToken cancellation)
    {
        var rows = await context.Articles.AsNoTracking().Where(article => article.Id == kept || article.Id == gone)
            .Select(article => new { article.Id, article.UrlKey, article.ContentKey, article.Origin, article.SightingId }).ToDictionaryAsync(article => article.Id, cancellation);
        var (stays, goes) = (rows[kept], rows[gone]);
        var leads = stays.Origin == ArticleOrigin.File || goes.Origin == ArticleOrigin.Related ? stays : goes;
        await context.Articles.Where(article => article.Id == gone).ExecuteDeleteAsync(cancellation);
        await context.Articles.Where(article => article.Id == kept).ExecuteUpdateAsync(
            set => set
                .SetProperty(article => article.UrlKey, stays.UrlKey ?? goes.UrlKey)
                .SetProperty(article => article.ContentKey, stays.ContentKey ?? goes.ContentKey)
                .SetProperty(article => article.Origin, leads.Origin)
                .SetProperty(article => article.SightingId, leads.SightingId),
            cancellation);
    }

    async Task DeriveAsync(Ingestor ingestor, TimeProvider clock, CancellationToken cancellation)
    {
        using var writer = new BatchWriter(context, ingestor, clock);
        var plan = (await new RetagPlanner(context, ingestor, clock).PlanAsync([kept], cancellation)).Plan;
        // The writer reads the corrections again, to note beside them what files say.
        context.ChangeTracker.Clear();
        var planned = plan.Articles[kept];
        planned.Known.UpdatedAt = now;
        if (planned.Values.Related.Count > 0)
            plan.Articles[kept] = planned with { Related = await new KnownArticles(context).ListedAsync(planned.Values, kept, cancellation) };
        await writer.WriteArticlesAsync(plan, cancellation);
    }
}
