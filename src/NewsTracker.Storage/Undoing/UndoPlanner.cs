using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Undoing;

/// <summary>Works out what a run did, and whether it can be taken back.</summary>
/// <param name="context">Read only.</param>
/// <param name="runId">The run.</param>
sealed class UndoPlanner(NewsContext context, long runId)
{
    /// <summary>Articles that are told by name.</summary>
    const int MostNames = 100;

    public async Task<UndoPlan> PlanAsync(CancellationToken cancellation)
    {
        await RefuseAsync(cancellation);
        var removed = await RemovedAsync(cancellation);
        var returned = await ReturnedAsync(cancellation);
        return new UndoPlan(
            runId, removed.Count, returned.Count, (await FilesAsync(cancellation)).Count,
            await NamesAsync(removed, cancellation), await NamesAsync(returned, cancellation), await CorrectionsAsync(removed, cancellation),
            await context.States.Select(state => state.DataVersion).SingleAsync(cancellation));
    }

    /// <summary>The articles that go.</summary>
    public Task<List<long>> RemovedAsync(CancellationToken cancellation) => context.BroughtBy(runId).OrderBy(id => id).ToListAsync(cancellation);

    /// <summary>The files whose bytes it took.</summary>
    public Task<List<long>> FilesAsync(CancellationToken cancellation) =>
        context.Sightings.Where(sighting => sighting.RunId == runId).Select(sighting => sighting.FileId).Distinct().OrderBy(id => id).ToListAsync(cancellation);

    /// <summary>Makes sure that it can be taken back.</summary>
    /// <exception cref="StoreException">It cannot; says why.</exception>
    public async Task RefuseAsync(CancellationToken cancellation)
    {
        var run = await context.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId, cancellation)
            ?? throw new StoreException($"There is no run {runId}. The desk lists the runs.");
        if (run.State == RunState.Running) throw new StoreException($"Run {runId} is still under way. Wait for it to end, or stop it where it was started; nothing was undone.");
        if (run.UndoneBy is { } undo) throw new StoreException($"Run {runId} was undone already, by run {undo}.");
        if (run.Kind == RunKind.Retag) throw new StoreException($"Run {runId} is a retag, which takes no news in: bring the earlier catalogue back and retag again instead.");
        if (run.Kind == RunKind.Undo) throw new StoreException($"Run {runId} is itself the undo of run {run.Undoes}: import its files by hand to have them back.");
        if (await MergeAsync(cancellation) is { } merge)
        {
            throw new StoreException(
                $"Run {runId} read article {merge.KeptId} or article {merge.GoneId}, which a person merged since, so nothing was undone. Take the merge apart at /admin/merges first, then undo the run.");
        }

        var builders = await BuildersAsync(cancellation);
        if (builders.Count > 0) throw new StoreException(Refusal(builders));
    }

    // Its sightings are those of one article now, and so is a file that it took over: what it did cannot be told apart any more.
    Task<ArticleMerge?> MergeAsync(CancellationToken cancellation)
    {
        var former = context.FormerRows.Where(former => former.RunId == runId);
        return context.Merges.AsNoTracking()
            .Where(merge => merge.LastRunId >= runId
                && (context.Sightings.Any(sighting => sighting.RunId == runId && sighting.ArticleId == merge.KeptId)
                    || former.Any(row => row.Kind == FormerKind.Article && (row.RowId == merge.KeptId || row.RowId == merge.GoneId))
                    || former.Any(row => row.Kind == FormerKind.File
                        && context.Sightings.Any(sighting => sighting.FileId == row.RowId && sighting.Entry == 0 && sighting.ArticleId == merge.KeptId))))
            .OrderByDescending(merge => merge.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    // A list entry that told nothing new is no ground that anything stands on; everything else that the run saw is.
    async Task<List<ImportRun>> BuildersAsync(CancellationToken cancellation)
    {
        var brought = context.BroughtBy(runId);
        var changed = context.FormerRows.Where(former => former.RunId == runId && former.Kind == FormerKind.Article).Select(former => former.RowId);
        var own = context.Sightings.Where(sighting => sighting.RunId == runId && sighting.Entry == 0).Select(sighting => sighting.ArticleId);
        var ground = await brought.Concat(changed).Concat(own).Distinct().ToListAsync(cancellation);
        var files = await FilesAsync(cancellation);
        var later = context.Sightings.Where(sighting => sighting.RunId > runId && (ground.Contains(sighting.ArticleId) || files.Contains(sighting.FileId))).Select(sighting => sighting.RunId);
        return await context.Runs.AsNoTracking()
            .Where(run => run.Id > runId && (run.Kind == RunKind.Retag || later.Contains(run.Id)))
            .OrderBy(run => run.Id)
            .ToListAsync(cancellation);
    }

    string Refusal(List<ImportRun> builders)
    {
        if (builders.Find(run => run.Kind == RunKind.Retag) is { } retag)
        {
            return $"Run {runId} cannot be undone any more, and nothing was: since run {retag.Id} ({Told(retag)}) tagged every article again, what run {runId} left is no longer there to go back from. "
                + $"Hide what run {runId} brought instead, or correct it.";
        }

        var names = string.Join(", ", builders.Select(run => $"run {run.Id} ({Told(run)})"));
        return $"Later runs build on run {runId}, so nothing was undone: {names} read the same articles or files. Undo {(builders.Count == 1 ? "it" : "these")} first, the latest before the others.";
    }

    static string Told(ImportRun run) => $"{(run.Kind == RunKind.Retag ? "a retag" : "an import")} by {run.StartedBy}, {run.StartedAt:yyyy-MM-dd HH:mm} UTC";

    Task<List<long>> ReturnedAsync(CancellationToken cancellation) => context.FormerRows
        .Where(former => former.RunId == runId && former.Kind == FormerKind.Article)
        .Select(former => former.RowId)
        .OrderBy(id => id)
        .ToListAsync(cancellation);

    async Task<IReadOnlyList<UndoneArticle>> NamesAsync(List<long> ids, CancellationToken cancellation)
    {
        var first = ids.Take(MostNames).ToList();
        var rows = await context.Articles.Where(article => first.Contains(article.Id)).OrderBy(article => article.Id)
            .Select(article => new { article.Id, article.Title }).ToListAsync(cancellation);
        return [.. rows.Select(row => new UndoneArticle(row.Id, StoredArticles.TitleOf(row.Title)))];
    }

    async Task<IReadOnlyList<ParkedCorrection>> CorrectionsAsync(List<long> removed, CancellationToken cancellation)
    {
        var rows = await (
            from correction in context.Corrections
            join article in context.Articles on correction.ArticleId equals article.Id
            where correction.RetiredAt == null && removed.Contains(article.Id)
            orderby article.Id, correction.Id
            select new { article.Id, article.Title, correction.Field, correction.MadeBy }).ToListAsync(cancellation);
        return [.. rows.Select(row => new ParkedCorrection(row.Id, StoredArticles.TitleOf(row.Title), row.Field, row.MadeBy))];
    }
}
