using NewsTracker.Storage.Importing;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Admin;

/// <summary>Runs one import at a time behind the pages: leaving a page does not stop it, stopping the server does, between two batches.</summary>
/// <param name="importer">Does the work.</param>
/// <param name="clock">When it started.</param>
/// <param name="log">Our own faults.</param>
public sealed partial class ImportJobs(Importer importer, TimeProvider clock, ILogger<ImportJobs> log) : IHostedService, IDisposable
{
    readonly Lock _lock = new();
    readonly BackgroundWork _work = new();
    ImportJob? _latest;

    /// <summary>The one that runs, else the one that ran last; null before the first.</summary>
    public ImportJob? Latest
    {
        get
        {
            lock (_lock) return _latest;
        }
    }

    /// <summary>Starts an import.</summary>
    /// <param name="request">What to read.</param>
    /// <returns>False while another one runs.</returns>
    public bool TryStart(ImportRequest request)
    {
        lock (_lock)
        {
            if (_latest is { IsRunning: true }) return false;
            _latest = new(request, clock.GetUtcNow().UtcDateTime);
            _work.Start(cancellation => RunAsync(request, cancellation));
            return true;
        }
    }

    /// <summary>Stops the running import after its batch; what was committed stays.</summary>
    public void Cancel() => _work.Cancel();

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => _work.StopAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _work.Dispose();

    async Task RunAsync(ImportRequest request, CancellationToken cancellation)
    {
        try
        {
            var report = await importer.RunAsync(request, new Told(this), cancellation);
            Change(job => job with { Report = report, Progress = report.Totals });
        }
        catch (Exception problem) when (StoreFailures.Sentence(problem) is { } sentence)
        {
            Change(job => job with { Problem = sentence });
        }
        catch (OperationCanceledException)
        {
            Change(job => job with { Problem = "It was cancelled before the first file; nothing changed." });
        }
        catch (Exception fault)
        {
            // Nobody awaits this work: the desk shows that it failed, the log has the details.
            LogFault(fault);
            Change(job => job with { Problem = $"It stopped over a fault of the tracker's own ({fault.GetType().Name}); the log has the details. What was committed stays." });
        }
    }

    void Change(Func<ImportJob, ImportJob> change)
    {
        lock (_lock) _latest = _latest is { } job ? change(job) : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import started at the desk stopped over a fault")]
    partial void LogFault(Exception fault);

    sealed class Told(ImportJobs jobs) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => jobs.Change(job => job with { Progress = value });
    }
}
