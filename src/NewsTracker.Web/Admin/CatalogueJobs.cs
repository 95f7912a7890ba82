using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Admin;

/// <summary>
/// Tries changes of the catalogue, applies them and tags articles again, one at a time behind the pages. Each person's last one is held in memory,
/// so that one who tries does not throw away what another typed.
/// </summary>
/// <param name="retagger">Reads everything again.</param>
/// <param name="catalogues">Where a catalogue is put in force.</param>
/// <param name="clock">When things happen.</param>
/// <param name="lifetime">When the server stops: articles are then left for its next start.</param>
/// <param name="log">Our own faults.</param>
public sealed partial class CatalogueJobs(
    Retagger retagger, CatalogueStore catalogues, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<CatalogueJobs> log) : IHostedService, IDisposable
{
    readonly Lock _lock = new();
    readonly BackgroundWork _work = new();
    readonly Dictionary<string, CatalogueJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>A person's last one; null where there is none.</summary>
    /// <param name="person">Who.</param>
    public CatalogueJob? Of(string person)
    {
        lock (_lock) return _jobs.GetValueOrDefault(person);
    }

    /// <summary>The one that runs, whoever started it; null where none does.</summary>
    public CatalogueJob? Running
    {
        get
        {
            lock (_lock) return _jobs.Values.FirstOrDefault(job => job.IsRunning);
        }
    }

    /// <summary>Works out what a catalogue would change; nothing is written.</summary>
    /// <param name="proposal">The catalogue.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>False while another job runs.</returns>
    public bool TryStart(CatalogueProposal proposal, string by) => TryStart(new CatalogueJob(by, clock.GetUtcNow().UtcDateTime, proposal));

    /// <summary>Tags articles again with the catalogue in force.</summary>
    /// <param name="by">Who asks.</param>
    /// <returns>False while another job runs.</returns>
    public bool TryRetag(string by) => TryStart(new CatalogueJob(by, clock.GetUtcNow().UtcDateTime, null) { Writes = true });

    /// <summary>Puts the catalogue in force that a person tried, and starts to tag articles again.</summary>
    /// <param name="by">Who.</param>
    /// <param name="made">When the try was started: only what was shown is applied.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>Why nothing was done, as a sentence; null where it was.</returns>
    public async Task<string?> ApplyAsync(string by, DateTime made, CancellationToken cancellation)
    {
        if (Of(by) is not { CanApply: true, Proposal: { } proposal } job || job.StartedAt != made) return "This is not what you tried last, so nothing was saved. Look at what is shown now.";
        if (Running is { } other) return $"{Busy(other)} Nothing was saved.";
        try
        {
            await catalogues.ReplaceAsync(proposal.Before, proposal.After, proposal.Act(by), cancellation);
        }
        catch (StoreException refusal)
        {
            return refusal.Message;
        }

        return TryStart(job with { Writes = true, Progress = null }) ? null : "The catalogue is saved. Articles are not tagged with it yet, because another job runs: tag them again when it has ended.";
    }

    /// <summary>Who does what just now, where something else has to wait for it.</summary>
    /// <param name="job">It.</param>
    public static string Busy(CatalogueJob job) => $"{job.By} {(job.Writes ? "is having articles tagged again" : "is trying a change of the catalogue")} just now. Wait until that has ended.";

    /// <summary>Stops the job that runs after its batch; articles that were written stay so.</summary>
    public void Cancel() => _work.Cancel();

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => _work.StopAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _work.Dispose();

    bool TryStart(CatalogueJob job)
    {
        lock (_lock)
        {
            if (_jobs.Values.Any(other => other.IsRunning)) return false;
            _jobs[job.By] = job;
            _work.Start(cancellation => RunAsync(job, cancellation));
            return true;
        }
    }

    async Task RunAsync(CatalogueJob job, CancellationToken cancellation)
    {
        try
        {
            if (job.Writes)
            {
                var report = await retagger.ApplyAsync(null, job.By, new Told(this, job.By), cancellation, lifetime.ApplicationStopping);
                Change(job.By, now => now with { Report = report });
            }
            else
            {
                var plan = await retagger.PlanAsync(job.Proposal!.After, new Told(this, job.By), cancellation);
                Change(job.By, now => now with { Plan = plan });
            }
        }
        catch (OperationCanceledException)
        {
            Change(job.By, now => now with { Problem = "It was cancelled; no article changed." });
        }
        catch (Exception problem) when (StoreFailures.Sentence(problem) is { } sentence)
        {
            Change(job.By, now => now with { Problem = sentence });
        }
        catch (Exception fault)
        {
            // Nobody awaits this work: the page shows that it failed, the log has the details.
            LogFault(fault);
            Change(job.By, now => now with { Problem = $"It stopped over a fault of the tracker's own ({fault.GetType().Name}); the log has the details. Articles that were written stay so." });
        }
    }

    void Change(string person, Func<CatalogueJob, CatalogueJob> change)
    {
        lock (_lock) _jobs[person] = change(_jobs[person]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A change of the catalogue stopped over a fault")]
    partial void LogFault(Exception fault);

    sealed class Told(CatalogueJobs jobs, string person) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => jobs.Change(person, job => job with { Progress = value });
    }
}
