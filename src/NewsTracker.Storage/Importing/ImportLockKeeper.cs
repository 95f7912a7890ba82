using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>One import at a time, by one row: a dead holder on this machine is taken over at once, one elsewhere after its lease.</summary>
/// <param name="database">Where the row lies.</param>
/// <param name="clock">For heartbeats.</param>
public sealed class ImportLockKeeper(NewsDatabase database, TimeProvider clock)
{
    /// <summary>How long a holder on another machine may be silent; it renews with every batch of well under a second.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Takes the lock and opens a run in one step.</summary>
    /// <param name="run">The run to open; its key is given by the database.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The run's key.</returns>
    /// <exception cref="StoreException">Another import holds the lock.</exception>
    public async Task<long> AcquireAsync(ImportRun run, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        await RefuseHeldAsync(context, cancellation);
        context.Runs.Add(run);
        await context.SaveChangesAsync(cancellation);
        var me = ProcessIdentity.Current();
        context.ImportLocks.Add(new ImportLock
        {
            Id = 1,
            Host = me.Host,
            Boot = me.Boot,
            ProcessId = me.ProcessId,
            ProcessStarted = me.Started,
            RunId = run.Id,
            Heartbeat = clock.GetUtcNow().UtcDateTime,
        });
        AuditLog.Add(context, Started(run), run.StartedAt);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return run.Id;
    }

    /// <summary>Frees a lock whose holder is dead and marks its run as interrupted.</summary>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task RecoverAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        await ReleaseDeadAsync(context, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Gives the lock back and closes the run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="state">How it ended.</param>
    public async Task ReleaseAsync(long runId, RunState state)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        await CloseAsync(context, runId, state, CancellationToken.None);
        await transaction.CommitAsync();
    }

    static AuditAct Started(ImportRun run) => run.Kind switch
    {
        RunKind.Retag => new AuditAct(run.StartedBy, AuditKind.RetagStarted) { RunId = run.Id },
        RunKind.Undo => new AuditAct(run.StartedBy, AuditKind.UndoStarted) { RunId = run.Id, Subject = $"run {run.Undoes}" },
        _ => new AuditAct(run.StartedBy, AuditKind.ImportStarted) { RunId = run.Id, Subject = string.Join(", ", run.Roots) },
    };

    async Task ReleaseDeadAsync(NewsContext context, CancellationToken cancellation)
    {
        if (await context.ImportLocks.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } held) return;
        if (!IsAbandoned(held)) return;
        await CloseAsync(context, held.RunId, RunState.Interrupted, cancellation);
    }

    bool IsAbandoned(ImportLock held) =>
        ProcessIdentity.IsDead(held)
        || (held.Host != Environment.MachineName && clock.GetUtcNow().UtcDateTime - held.Heartbeat > Lease);

    /// <summary>Makes sure within a transaction that no run is under way; none begins before that transaction ends.</summary>
    /// <exception cref="StoreException">A run holds the lock.</exception>
    internal async Task RefuseHeldAsync(NewsContext context, CancellationToken cancellation)
    {
        await ReleaseDeadAsync(context, cancellation);
        if (await context.ImportLocks.AsNoTracking().SingleOrDefaultAsync(cancellation) is { } held) throw await RefusalAsync(context, held, cancellation);
    }

    /// <summary>Closes a run and gives the lock back within a transaction that the caller has open.</summary>
    internal async Task CloseAsync(NewsContext context, long runId, RunState state, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await context.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, state).SetProperty(run => run.FinishedAt, now), cancellation);
        await context.ImportLocks.Where(held => held.RunId == runId).ExecuteDeleteAsync(cancellation);
    }

    static async Task<StoreException> RefusalAsync(NewsContext context, ImportLock held, CancellationToken cancellation)
    {
        var run = await context.Runs.AsNoTracking().SingleAsync(run => run.Id == held.RunId, cancellation);
        return new StoreException(
            $"Run {run.Id}, started by {run.StartedBy} at {run.StartedAt:HH:mm:ss} UTC, holds the database (process {held.ProcessId} on {held.Host}). " +
            "One import runs at a time: wait for it to end, or stop it where it was started.");
    }
}
