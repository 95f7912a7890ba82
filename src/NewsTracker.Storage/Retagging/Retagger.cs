using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Retagging;

/// <summary>Applies a new catalogue or a better reader to everything stored, from the originals. Corrections stand.</summary>
/// <param name="database">What is stored.</param>
/// <param name="catalogues">Today's catalogue.</param>
/// <param name="locks">A retag is a run: no import beside it.</param>
/// <param name="limits">How much of a file is taken.</param>
/// <param name="clock">When things happen.</param>
public sealed class Retagger(NewsDatabase database, CatalogueStore catalogues, ImportLockKeeper locks, IngestionLimits limits, TimeProvider clock)
{
    const int BatchArticles = 200;

    /// <summary>Articles whose tags or reading are older than today's catalogue or reader.</summary>
    /// <param name="cancellation">Stops the count.</param>
    public async Task<int> NeededAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        var version = await context.States.Select(state => state.CatalogueVersion).SingleAsync(cancellation);
        // Ranges around what is up to date: an index finds them, while “not equal” would pass every article.
        return await context.Articles.CountAsync(article => article.TaggedWith.CompareTo(version) < 0, cancellation)
            + await context.Articles.CountAsync(article => article.TaggedWith.CompareTo(version) > 0, cancellation)
            + await context.Articles.CountAsync(article => article.TaggedWith == version && article.ReadWith < Ingestor.ReaderVersion, cancellation)
            + await context.Articles.CountAsync(article => article.TaggedWith == version && article.ReadWith > Ingestor.ReaderVersion, cancellation);
    }

    /// <summary>
    /// Who started the last retag, where it ended with its process and nobody decided so; null where it ended otherwise, where there was none, or where
    /// going on would do what nobody looked at: a catalogue was put in force since, or no article was read by the reader of this build yet.
    /// </summary>
    /// <param name="cancellation">Stops the look.</param>
    public async Task<string?> InterruptedByAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        var last = await context.Runs.Where(run => run.Kind == RunKind.Retag).OrderByDescending(run => run.Id)
            .Select(run => new { run.State, run.StartedBy, run.StartedAt }).FirstOrDefaultAsync(cancellation);
        if (last is not { State: RunState.Interrupted } || await context.SavedCatalogues.AnyAsync(saved => saved.SavedAt > last.StartedAt, cancellation)) return null;
        return await context.Articles.AnyAsync(article => article.ReadWith == Ingestor.ReaderVersion, cancellation) ? last.StartedBy : null;
    }

    /// <summary>Reads everything again and tells what would change. Nothing is written, and no import has to wait.</summary>
    /// <param name="progress">Told after every batch, in articles.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public async Task<RetagPlan> PlanAsync(IProgress<ImportProgress>? progress, CancellationToken cancellation) =>
        await PlanAsync(await catalogues.LoadAsync(cancellation), progress, cancellation);

    /// <summary>The same with a catalogue that is not in force: what it would change.</summary>
    /// <param name="catalogue">Checked as a whole.</param>
    /// <param name="progress">Told after every batch, in articles.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public async Task<RetagPlan> PlanAsync(CatalogueData catalogue, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var version = await DataVersionAsync(context, cancellation);
        var (tally, ids) = (new RetagTally(), await ArticlesByDocumentAsync(context, cancellation));
        await foreach (var batch in BatchesAsync(context, ids, CompiledCatalogue.Compile(catalogue), progress, cancellation))
            foreach (var article in batch.Articles) tally.Add(article);
        cancellation.ThrowIfCancellationRequested();
        return tally.ToPlan(version);
    }

    /// <summary>Applies a plan. The same bytes, catalogue and corrections give the same changes again, so the plan need not hold them.</summary>
    /// <param name="plan">As made before; null: whatever is stored by now is tagged with the catalogue in force.</param>
    /// <param name="startedBy">Who asks.</param>
    /// <param name="progress">Told after every batch, in articles.</param>
    /// <param name="cancellation">Stops between batches; what was written stays.</param>
    /// <param name="stopping">Told where the whole process stops: who cancels then wants no end of it, and it counts as interrupted.</param>
    /// <exception cref="StoreException">Another run holds the database, or it is no longer the one that was planned on.</exception>
    public async Task<RetagReport> ApplyAsync(
        RetagPlan? plan, string startedBy, IProgress<ImportProgress>? progress, CancellationToken cancellation, CancellationToken stopping = default)
    {
        var run = new ImportRun { Kind = RunKind.Retag, StartedBy = startedBy, StartedAt = clock.GetUtcNow().UtcDateTime };
        var runId = await locks.AcquireAsync(run, cancellation);
        var state = RunState.Failed;
        try
        {
            var (articles, changed, all) = await ApplyAsync(plan, runId, progress, cancellation);
            state = articles == all ? RunState.Completed : stopping.IsCancellationRequested ? RunState.Interrupted : RunState.Cancelled;
            return new(runId, state, articles, changed);
        }
        catch (OperationCanceledException)
        {
            // Stopped before the first batch, while the catalogue and the articles' keys were read.
            state = stopping.IsCancellationRequested ? RunState.Interrupted : RunState.Cancelled;
            throw;
        }
        finally
        {
            await locks.ReleaseAsync(runId, state);
        }
    }

    async Task<(int Articles, int Changed, int All)> ApplyAsync(RetagPlan? plan, long runId, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        await using var readContext = database.Open();
        await using var writeContext = database.Open();
        if (plan is not null && await DataVersionAsync(readContext, cancellation) != plan.DataVersion)
            throw new StoreException("Articles or the catalogue changed since the plan was made, so nothing was applied. Run retag again.");
        var catalogue = CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation));
        var ids = await ArticlesByDocumentAsync(readContext, cancellation);
        // What a retag reads again builds on every run before it: none of them can be undone any more.
        await writeContext.FormerRows.ExecuteDeleteAsync(CancellationToken.None);
        using var writer = new BatchWriter(writeContext, new Ingestor(catalogue, limits), clock);
        var (tally, articles, changed) = (new RunTally(0, clock), 0, 0);
        await foreach (var batch in BatchesAsync(readContext, ids, catalogue, progress, cancellation))
        {
            await writer.ApplyAsync(batch.Plan, runId, tally.Progress, CancellationToken.None);
            articles += batch.Articles.Count;
            changed += batch.Articles.Count(article => article.Fields.Count > 0);
        }

        return (articles, changed, ids.Count);
    }

    async IAsyncEnumerable<RetagBatch> BatchesAsync(
        NewsContext context, IReadOnlyList<long> ids, CompiledCatalogue catalogue, IProgress<ImportProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var planner = new RetagPlanner(context, new Ingestor(catalogue, limits), clock);
        var (start, done) = (clock.GetTimestamp(), 0);
        foreach (var chunk in ids.Chunk(BatchArticles))
        {
            if (cancellation.IsCancellationRequested) yield break;
            // A batch is short: it is finished rather than torn.
            yield return await planner.PlanAsync(chunk, CancellationToken.None);
            done += chunk.Length;
            progress?.Report(new(ids.Count, done, 0, 0, 0, 0, 0, clock.GetElapsedTime(start)));
        }
    }

    static Task<long> DataVersionAsync(NewsContext context, CancellationToken cancellation) =>
        context.States.Select(state => state.DataVersion).SingleAsync(cancellation);

    static async Task<IReadOnlyList<long>> ArticlesByDocumentAsync(NewsContext context, CancellationToken cancellation) =>
        await context.Articles
            .Join(context.Sightings, article => article.SightingId, sighting => sighting.Id, (article, sighting) => new { article.Id, sighting.DocumentId })
            .OrderBy(pair => pair.DocumentId).ThenBy(pair => pair.Id)
            .Select(pair => pair.Id)
            .ToListAsync(cancellation);
}
