using NewsTracker.Storage.Maintenance;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Admin;

/// <summary>A backup that the server takes, as it stands at one moment. Immutable.</summary>
/// <param name="StartedAt">UTC.</param>
/// <param name="IsRunning">True until it ended in any way.</param>
/// <param name="Problem">Why there is none, as a sentence; null while it runs and where it was written.</param>
public sealed record BackupJob(DateTime StartedAt, bool IsRunning, string? Problem);

/// <summary>Takes backups by the schedule and at the desk's button, one at a time; each is verified before an old one goes.</summary>
/// <param name="backups">Where they are kept.</param>
/// <param name="settings">How often, how many.</param>
/// <param name="clock">Beats the schedule.</param>
/// <param name="log">What went wrong.</param>
public sealed partial class BackupJobs(BackupFolder backups, TrackerSettings settings, TimeProvider clock, ILogger<BackupJobs> log) : BackgroundService
{
    /// <summary>How often it is looked whether one is due; also how long after the start the first can come, so that it slows no start.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    readonly SemaphoreSlim _asked = new(0, 1);
    BackupJob? _latest;

    /// <summary>The one that runs, else the one that was taken last; null before the first.</summary>
    public BackupJob? Latest
    {
        get
        {
            lock (_lock) return _latest;
        }
    }

    /// <summary>Asks for one now.</summary>
    /// <returns>False while one runs.</returns>
    public bool TryStart()
    {
        lock (_lock)
        {
            if (_latest is { IsRunning: true }) return false;
            _latest = Started();
            _asked.Release();
            return true;
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (await IsAskedAsync(stoppingToken) || (IsDue() && TryTake())) await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was being written is gone.
        }
    }

    // Waits for the button, at most until the next look at the clock.
    async Task<bool> IsAskedAsync(CancellationToken cancellation)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var timer = clock.CreateTimer(_ => look.Cancel(), null, BetweenLooks, Timeout.InfiniteTimeSpan);
        try
        {
            await _asked.WaitAsync(look.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    bool IsDue()
    {
        if (settings.Backups.Every is not { } every) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        // After a failure the next try waits for an hour, or for the interval where that is shorter.
        if (Latest is { Problem: not null } failed && now - failed.StartedAt is { Ticks: >= 0 } since && since < (every < RetryAfter ? every : RetryAfter)) return false;
        // One from the future, where there is no other, was dated before the clock was moved back: nobody knows how old it is.
        return backups.Last()?.Manifest is not { } last || now - last.CreatedAt >= every || last.CreatedAt > now;
    }

    static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    bool TryTake()
    {
        lock (_lock)
        {
            if (_latest is { IsRunning: true }) return false;
            _latest = Started();
            return true;
        }
    }

    async Task RunAsync(CancellationToken cancellation)
    {
        string? problem = null;
        try
        {
            var report = await backups.AddAsync(settings.Backups.Keep, cancellation);
            LogDone(report.File, report.Bytes);
        }
        catch (Exception refused) when (StoreFailures.Sentence(refused) is { } sentence)
        {
            LogRefusal(sentence);
            problem = sentence;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nobody awaits this work: the desk shows that it failed, the log has the details, and the next one is tried.
            LogFault(fault);
            problem = $"No backup was written over a fault of the tracker's own ({fault.GetType().Name}); the log has the details.";
        }

        lock (_lock) _latest = _latest! with { IsRunning = false, Problem = problem };
    }

    BackupJob Started() => new(clock.GetUtcNow().UtcDateTime, true, null);

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup {Path} written and verified, {Bytes} bytes")]
    partial void LogDone(string path, long bytes);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem}")]
    partial void LogRefusal(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "A backup stopped over a fault")]
    partial void LogFault(Exception fault);
}
