using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Undoing;

namespace NewsTracker.Storage.Merging;

/// <summary>Takes a merge apart: both articles are as they were, and what was decided since stands.</summary>
/// <param name="context">In the transaction.</param>
/// <param name="merge">The merge.</param>
/// <param name="derive">Reads articles again that were corrected, or tagged with another catalogue, since.</param>
sealed class Parting(NewsContext context, ArticleMerge merge, CorrectedSince derive)
{
    readonly FormerPair _former = FormerPair.Of(merge);
    readonly long _kept = merge.KeptId;
    readonly long _gone = merge.GoneId;

    /// <summary>Makes sure that nothing builds on the merge.</summary>
    /// <exception cref="StoreException">Something does; says what.</exception>
    public async Task RefuseAsync(CancellationToken cancellation)
    {
        if (await context.Merges.AsNoTracking().Where(later => later.KeptId == _kept && later.Id > merge.Id).OrderByDescending(later => later.Id).FirstOrDefaultAsync(cancellation) is { } later)
            throw new StoreException($"Article {later.GoneId} was merged into the same article later, so nothing was taken apart. Take that merge apart first.");
        var runs = await BuildersAsync(cancellation);
        if (runs.Count > 0)
        {
            throw new StoreException(
                $"Later runs build on the merge of article {_gone} into article {_kept}, so nothing was taken apart: {string.Join(", ", runs.Select(run => $"run {run}"))} read the same articles or files. " +
                $"Undo {(runs.Count == 1 ? "it" : "these")} first, the latest before the others.");
        }

        var known = _former.Images.SelectMany(image => ReturnedArticle.Of(image).Corrections).ToList();
        var since = await context.Corrections.Where(correction => correction.ArticleId == _kept && correction.RetiredAt == null && !known.Contains(correction.Id))
            .OrderBy(correction => correction.Id).Select(correction => correction.Field).ToListAsync(cancellation);
        if (since.Count > 0)
            throw new StoreException($"Corrected since the merge: {string.Join(", ", since)}. Whose that is cannot be told, so nothing was taken apart: revert it at /admin/articles/{_kept} first.");
    }

    public async Task ApplyAsync(CancellationToken cancellation)
    {
        var isReadAnew = await Joining.ReadWithAsync(context, _kept, cancellation) != _former.ReadWith;
        // Gone first, so that lists which are put back name the article itself.
        await context.Merges.Where(row => row.Id == merge.Id).ExecuteDeleteAsync(cancellation);
        await MoveCorrectionsAsync(cancellation);
        foreach (var sql in new RowImages(context).RestoreArticles())
            await context.Database.ExecuteSqlRawAsync(sql, [new SqliteParameter("$0", $"[{string.Join(',', _former.Images)}]")], cancellation);
        await MoveAsync(cancellation);
        await RelistAsync(cancellation);
        if (isReadAnew) await derive.DeriveAsync([_kept, _gone], cancellation);
        else await derive.DeriveAsync([.. _former.Images.Select(ReturnedArticle.Of)], cancellation);
    }

    // A list that was changed since names the kept article for the gone one; undoing that run would bring such a list back, too.
    async Task<List<long>> BuildersAsync(CancellationToken cancellation)
    {
        var naming = _former.Lists.Select(list => list.ArticleId).ToList();
        var files = context.Sightings.Where(sighting => sighting.ArticleId == _kept && sighting.Entry == 0).Select(sighting => sighting.FileId);
        var seen = context.Sightings.Where(sighting => sighting.ArticleId == _kept || files.Contains(sighting.FileId)).Select(sighting => sighting.RunId);
        var relisted = context.FormerRows.Where(former => former.Kind == FormerKind.Article && naming.Contains(former.RowId)).Select(former => former.RunId);
        return await seen.Concat(relisted).Where(run => run > merge.LastRunId).Distinct().Order().ToListAsync(cancellation);
    }

    async Task MoveCorrectionsAsync(CancellationToken cancellation)
    {
        await context.Corrections.Where(correction => _former.Corrections.Contains(correction.Id) && correction.ArticleId == _kept)
            .ExecuteUpdateAsync(set => set.SetProperty(correction => correction.ArticleId, _gone), cancellation);
        await context.Corrections.Where(correction => _former.Outvoted.Contains(correction.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(correction => correction.RetiredAt, (DateTime?)null).SetProperty(correction => correction.RetiredBy, (string?)null), cancellation);
    }

    async Task MoveAsync(CancellationToken cancellation)
    {
        await context.Sightings.Where(sighting => _former.Sightings.Contains(sighting.Id)).ExecuteUpdateAsync(set => set.SetProperty(sighting => sighting.ArticleId, _gone), cancellation);
        await context.Files.Where(file => _former.Files.Contains(file.Id) && file.ArticleId == _kept).ExecuteUpdateAsync(set => set.SetProperty(file => file.ArticleId, _gone), cancellation);
        await context.Merges.Where(earlier => _former.Followers.Contains(earlier.Id)).ExecuteUpdateAsync(set => set.SetProperty(earlier => earlier.KeptId, _gone), cancellation);
        // Who hid the one article meant all of it: nothing is shown again by itself.
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT OR IGNORE INTO HiddenArticles (ArticleId, HiddenBy, HiddenAt, Reason)
            SELECT {_gone}, HiddenBy, HiddenAt, Reason FROM HiddenArticles WHERE ArticleId = {_kept}
            """,
            cancellation);
    }

    async Task RelistAsync(CancellationToken cancellation)
    {
        foreach (var list in _former.Lists)
        {
            var today = await context.RelatedLinks.Where(link => link.ArticleId == list.ArticleId).OrderBy(link => link.Position).Select(link => link.RelatedId).ToListAsync(cancellation);
            if (today.Count > 0) await context.RelistAsync(list.ArticleId, list.Parted(today, _kept, _gone), cancellation);
        }
    }
}
