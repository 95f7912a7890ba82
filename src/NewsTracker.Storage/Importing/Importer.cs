using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Files in, articles in the database: plan a batch, apply it, go on. A dry run stops after the plan.</summary>
/// <param name="database">Where articles go.</param>
/// <param name="catalogues">Which catalogue tags them.</param>
/// <param name="locks">One import at a time.</param>
/// <param name="limits">How much of a file is taken.</param>
/// <param name="clock">When things happen.</param>
/// <param name="log">What went wrong.</param>
public sealed partial class Importer(
    NewsDatabase database, CatalogueStore catalogues, ImportLockKeeper locks, IngestionLimits limits, TimeProvider clock, ILogger<Importer> log)
{
    /// <summary>Imports, or plans to. Killed at any instant the database is whole, and the next run completes the work.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="cancellation">Stops between batches; what was applied stays, and the report says how far it came.</param>
    /// <exception cref="StoreException">Another import holds the database.</exception>
    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var catalogue = CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation));
        if (request.DryRun) return await RunAsync(request, catalogue, null, progress, cancellation);

        var run = new ImportRun { Kind = RunKind.Import, StartedBy = request.StartedBy, StartedAt = clock.GetUtcNow().UtcDateTime, Roots = request.Paths };
        var runId = await locks.AcquireAsync(run, cancellation);
        var state = RunState.Failed;
        try
        {
            var report = await RunAsync(request, catalogue, runId, progress, cancellation);
            state = report.State;
            LogEnd(runId, state, report.Totals.Done, report.Totals.Found, report.Totals.Rejected);
            return report;
        }
        finally
        {
            await locks.ReleaseAsync(runId, state);
        }
    }

    async Task<ImportReport> RunAsync(
        ImportRequest request, CompiledCatalogue catalogue, long? runId, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var found = FileWalker.Walk(request.Paths).ToList();
        var tally = new RunTally(found.Count, clock);
        var files = new List<FileReport>(found.Count);
        progress?.Report(tally.Progress);
        var state = RunState.Completed;
        try
        {
            await foreach (var (plan, totals) in ApplyAsync(found, catalogue, runId, request.Automatic, tally, cancellation))
            {
                files.AddRange(plan.Files.Select(file => file.Report));
                progress?.Report(totals);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            state = RunState.Cancelled;
        }

        return new(runId, state, tally.Progress, files);
    }

    async IAsyncEnumerable<(BatchPlan Plan, ImportProgress Totals)> ApplyAsync(
        IReadOnlyList<Found> found, CompiledCatalogue catalogue, long? runId, bool automatic, RunTally tally,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ingestor = new Ingestor(catalogue, limits);
        await using var readContext = database.Open();
        await using var writeContext = database.Open();
        var planner = new ImportPlanner(readContext, ingestor, await RowKeys.LoadAsync(readContext, cancellation), runId ?? 0, clock);
        using var writer = new BatchWriter(writeContext, ingestor, clock) { KeepsFormer = true };
        var leftOut = automatic ? await UndoneAsync(readContext, cancellation) : [];
        await foreach (var batch in new FileReads(database, ingestor, new SourceReader(limits), leftOut).ReadAsync(found, cancellation))
        {
            var plan = await planner.PlanAsync(batch, cancellation);
            tally.Add(plan);
            if (runId is { } id)
            {
                // A batch is short: it is finished rather than torn, so that the counts are those of what was applied.
                await writer.ApplyAsync(plan, id, tally.Progress, CancellationToken.None);
                planner.Applied();
            }

            yield return (plan, tally.Progress);
        }
    }

    static Task<HashSet<string>> UndoneAsync(NewsContext context, CancellationToken cancellation) =>
        context.UndoneFiles.Select(undone => undone.Sha256).ToHashSetAsync(StringComparer.Ordinal, cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} {State}: {Done} of {Found} files, {Rejected} rejected")]
    partial void LogEnd(long runId, RunState state, int done, int found, int rejected);
}
