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
        return await context.Articles.CountAsync(article => article.TaggedWith != version || article.ReadWith != Ingestor.ReaderVersion, cancellation);
    }

    /// <summary>Reads everything again, or plans to.</summary>
    /// <param name="dryRun">Plan only: nothing is written.</param>
    /// <param name="startedBy">Who asks.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="StoreException">Another run holds the database.</exception>
    public async Task<RetagReport> RunAsync(bool dryRun, string startedBy, CancellationToken cancellation)
    {
        if (dryRun) return await RunAsync(null, cancellation);
        var run = new ImportRun { Kind = RunKind.Retag, StartedBy = startedBy, StartedAt = clock.GetUtcNow().UtcDateTime };
        var runId = await locks.AcquireAsync(run, cancellation);
        var state = RunState.Failed;
        try
        {
            var report = await RunAsync(runId, cancellation);
            state = report.State;
            return report;
        }
        finally
        {
            await locks.ReleaseAsync(runId, state);
        }
    }

    async Task<RetagReport> RunAsync(long? runId, CancellationToken cancellation)
    {
        var catalogue = CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation));
        await using var readContext = database.Open();
        await using var writeContext = database.Open();
        var planner = new RetagPlanner(readContext, new Ingestor(catalogue, limits), clock);
        using var writer = new BatchWriter(writeContext, catalogue.Version, clock);
        var ids = await ArticlesByDocumentAsync(readContext, cancellation);
        var tally = new RunTally(0, clock);
        var report = new RetagReport(runId, RunState.Completed, 0, 0, 0, 0);
        foreach (var batch in ids.Chunk(BatchArticles))
        {
            if (cancellation.IsCancellationRequested) return report with { State = RunState.Cancelled };
            var planned = await planner.PlanAsync(batch, CancellationToken.None);
            if (runId is { } id) await writer.ApplyAsync(planned.Plan, id, tally.Progress, CancellationToken.None);
            report = report with
            {
                Articles = report.Articles + batch.Length,
                Changed = report.Changed + planned.Changed,
                TagsAdded = report.TagsAdded + planned.TagsAdded,
                TagsRemoved = report.TagsRemoved + planned.TagsRemoved,
            };
        }

        return report;
    }

    static async Task<IReadOnlyList<long>> ArticlesByDocumentAsync(NewsContext context, CancellationToken cancellation) =>
        await context.Articles
            .Join(context.Sightings, article => article.SightingId, sighting => sighting.Id, (article, sighting) => new { article.Id, sighting.DocumentId })
            .OrderBy(pair => pair.DocumentId).ThenBy(pair => pair.Id)
            .Select(pair => pair.Id)
            .ToListAsync(cancellation);
}
