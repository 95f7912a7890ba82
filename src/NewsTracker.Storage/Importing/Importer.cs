using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;

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
    /// <exception cref="StoreException">Another import holds the database, or files or database are no longer those of the plan that was to be applied.</exception>
    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var version = Version();
        var catalogue = CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation));
        if (request.DryRun) return await PreviewAsync(request, version, catalogue, progress, cancellation);

        request.Plan?.RefuseMovedDatabase(version);
        if (request.Plan is { } plan) await plan.RefuseMovedFilesAsync(new SourceReader(limits), cancellation);
        var run = new ImportRun { Kind = RunKind.Import, StartedBy = request.StartedBy, StartedAt = clock.GetUtcNow().UtcDateTime, Roots = request.Paths };
        var runId = await locks.AcquireAsync(run, cancellation);
        var state = RunState.Failed;
        try
        {
            request.Plan?.RefuseMovedDatabase(Version());
            var found = request.Plan?.Found ?? [.. FileWalker.Walk(request.Paths)];
            var report = await RunAsync(request, found, catalogue, runId, progress, cancellation);
            state = report.State;
            LogEnd(runId, state, report.Totals.Done, report.Totals.Found, report.Totals.Rejected);
            return report;
        }
        finally
        {
            await locks.ReleaseAsync(runId, state);
        }
    }

    async Task<ImportReport> PreviewAsync(
        ImportRequest request, TrackerVersion version, CompiledCatalogue catalogue, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        List<Found> found = [.. FileWalker.Walk(request.Paths)];
        var report = await RunAsync(request, found, catalogue, null, progress, cancellation);
        if (report.State != RunState.Completed) return report;
        await using var context = database.Open();
        return report with
        {
            Plan = new HeldPlan(request, version, found, report.Files),
            HasWork = await new Refusals(context).AnyNewAsync(request.Paths, found, report.Files, cancellation),
            Moves = await FileMoves.FindAsync(context, request.Paths, found, report.Files, cancellation),
        };
    }

    async Task<ImportReport> RunAsync(
        ImportRequest request, IReadOnlyList<Found> found, CompiledCatalogue catalogue, long? runId, IProgress<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        var tally = new RunTally(found.Count, clock);
        var files = new List<FileReport>(found.Count);
        progress?.Report(tally.Progress);
        var state = RunState.Completed;
        try
        {
            await foreach (var (plan, totals) in ApplyAsync(request, found, catalogue, runId, tally, cancellation))
            {
                files.AddRange(plan.Files);
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
        ImportRequest request, IReadOnlyList<Found> found, CompiledCatalogue catalogue, long? runId, RunTally tally,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ingestor = new Ingestor(catalogue, limits);
        await using var readContext = database.Open();
        await using var writeContext = database.Open();
        var undone = Undone();
        var planner = new ImportPlanner(readContext, ingestor, await RowKeys.LoadAsync(readContext, cancellation), runId ?? 0, clock) { Undone = undone };
        using var writer = new BatchWriter(writeContext, ingestor, clock) { KeepsFormer = true };
        IReadOnlySet<string> leftOut = request.WithoutUndone ? undone.Except(request.Wanted).ToHashSet(StringComparer.Ordinal) : FrozenSet<string>.Empty;
        await foreach (var batch in new FileReads(database, ingestor, new SourceReader(limits), leftOut).ReadAsync(found, cancellation))
        {
            var plan = await planner.PlanAsync(batch, cancellation);
            request.Plan?.RefuseOther(plan.Files, tally.Progress.Done);
            tally.Add(plan);
            if (runId is { } id)
            {
                // A batch is short: it is finished rather than torn, so that the counts are those of what was applied.
                await writer.ApplyAsync(plan, id, tally.Progress, CancellationToken.None);
                planner.Applied();
            }

            yield return (plan, tally.Progress);
        }

        // Every file is done by now: the import is whole, and a cancelling no longer makes it less.
        if (runId is { } done) await writer.EndRefusalsAsync(done, request.Paths, found, CancellationToken.None);
    }

    TrackerVersion Version()
    {
        using var reader = database.Rent();
        return TrackerVersion.Read(reader.Connection);
    }

    HashSet<string> Undone()
    {
        using var reader = database.Rent();
        using var rows = new SqliteRows(reader.Connection, "SELECT Sha256 FROM UndoneFiles");
        var undone = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read()) undone.Add(rows.Text(0));
        return undone;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} {State}: {Done} of {Found} files, {Rejected} rejected")]
    partial void LogEnd(long runId, RunState state, int done, int found, int rejected);
}
