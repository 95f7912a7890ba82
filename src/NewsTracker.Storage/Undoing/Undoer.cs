using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Undoing;

/// <summary>
/// Takes an import back: what only it brought goes, what it changed returns, and the next import of the older files finds them unchanged.
/// One transaction: it is done whole or not at all, whenever the process ends.
/// </summary>
/// <param name="database">What is stored.</param>
/// <param name="catalogues">For articles that were corrected since, which are derived again.</param>
/// <param name="locks">An undo is a run: no import beside it.</param>
/// <param name="limits">How much of a file is taken.</param>
/// <param name="clock">When things happen.</param>
public sealed class Undoer(NewsDatabase database, CatalogueStore catalogues, ImportLockKeeper locks, IngestionLimits limits, TimeProvider clock)
{
    /// <summary>Tells what undoing would do. Nothing is written.</summary>
    /// <param name="runId">The run to take back.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="StoreException">It cannot be taken back; says why.</exception>
    public async Task<UndoPlan> PlanAsync(long runId, CancellationToken cancellation)
    {
        await locks.RecoverAsync(cancellation);
        await using var context = database.Open();
        await using var snapshot = await context.Database.BeginTransactionAsync(cancellation);
        return await new UndoPlanner(context, runId).PlanAsync(cancellation);
    }

    /// <summary>Applies a plan.</summary>
    /// <param name="plan">As made before.</param>
    /// <param name="startedBy">Who asks.</param>
    /// <param name="cancellation">Stops before the commit; then nothing was undone.</param>
    /// <exception cref="StoreException">Another run holds the database, or it is no longer the one that was planned on.</exception>
    public async Task<UndoReport> ApplyAsync(UndoPlan plan, string startedBy, CancellationToken cancellation)
    {
        await using (var context = database.Open()) await RefuseStaleAsync(context, plan, cancellation);
        var run = new ImportRun { Kind = RunKind.Undo, StartedBy = startedBy, StartedAt = clock.GetUtcNow().UtcDateTime, Undoes = plan.RunId };
        var undoId = await locks.AcquireAsync(run, cancellation);
        var state = RunState.Failed;
        try
        {
            var report = await ApplyAsync(plan, undoId, cancellation);
            state = report.State;
            return report;
        }
        catch (OperationCanceledException)
        {
            state = RunState.Cancelled;
            throw;
        }
        finally
        {
            await locks.ReleaseAsync(undoId, state);
        }
    }

    async Task<UndoReport> ApplyAsync(UndoPlan plan, long undoId, CancellationToken cancellation)
    {
        var catalogue = CompiledCatalogue.Compile(await catalogues.LoadAsync(cancellation));
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (!await context.ImportLocks.AnyAsync(held => held.RunId == undoId, cancellation))
            throw new StoreException($"Run {undoId} was silent for so long that another run took over; nothing was undone. Try again.");
        await RefuseStaleAsync(context, plan, cancellation);
        var planner = new UndoPlanner(context, plan.RunId);
        await planner.RefuseAsync(cancellation);

        var removed = await planner.RemovedAsync(cancellation);
        var undoing = new RunRemoval(context, plan.RunId, undoId, removed, await planner.FilesAsync(cancellation), clock.GetUtcNow().UtcDateTime);
        var files = await undoing.ApplyAsync(cancellation);
        var returned = await new FormerState(context, plan.RunId).RestoreArticlesAsync(cancellation);
        await new CorrectedSince(context, catalogue, limits, clock).DeriveAsync(returned, cancellation);
        await undoing.ForgetAsync(cancellation);
        await context.TakeAwayAsync(cancellation);
        await context.Runs.Where(run => run.Id == plan.RunId).ExecuteUpdateAsync(set => set.SetProperty(run => run.UndoneBy, undoId), cancellation);
        await context.Runs.Where(run => run.Id == undoId).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.Found, files).SetProperty(run => run.Updated, returned.Count).SetProperty(run => run.Removed, removed.Count), cancellation);
        // In the same step, so that a process that dies right after it has left a finished run.
        await locks.CloseAsync(context, undoId, RunState.Completed, cancellation);
        await transaction.CommitAsync(cancellation);
        return new UndoReport(undoId, RunState.Completed, removed.Count, returned.Count);
    }

    static async Task RefuseStaleAsync(NewsContext context, UndoPlan plan, CancellationToken cancellation)
    {
        if (await context.States.Select(states => states.DataVersion).SingleAsync(cancellation) != plan.DataVersion)
            throw new StoreException("Articles or the catalogue changed since the plan was made, so nothing was undone. Look at the plan again.");
    }
}
