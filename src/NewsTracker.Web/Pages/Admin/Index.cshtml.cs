using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The desk: folders, what waits in them, the import that runs, the last runs.</summary>
/// <param name="jobs">Imports started here.</param>
/// <param name="runs">All runs.</param>
/// <param name="review">What a person should look at.</param>
/// <param name="corrections">Which of them wait for a decision.</param>
/// <param name="changes">What an import would find.</param>
/// <param name="retagger">Whether tags are out of date.</param>
/// <param name="keeping">The last backup and the disk.</param>
/// <param name="log">Told who stops one; starting is told by the run.</param>
/// <param name="authorization">Who may start one.</param>
/// <param name="settings">Folders.</param>
sealed class IndexModel(
    ImportJobs jobs, RunQueries runs, ReviewCounts review, CorrectionQueries corrections, ChangedFiles changes, Retagger retagger, Keeping keeping, AuditLog log,
    IAuthorizationService authorization, TrackerSettings settings) : PageModel
{
    const int RunsShown = 20;

    /// <summary>Corrections that are looked at for the sentence on files that say something new.</summary>
    public const int WaitsShown = 1000;

    /// <summary>What was just asked for and refused; null otherwise.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What would be read.</summary>
    public IReadOnlyList<string> Folders => settings.Import.Sources;

    /// <summary>The import that runs, or the last one started here.</summary>
    public ImportJob? Job { get; private set; }

    /// <summary>The undo that took the last import back; null while it stands.</summary>
    public long? UndoneBy { get; private set; }

    /// <summary>What waits, in words.</summary>
    public string Waiting { get; private set; } = "";

    /// <summary>The last verified backup and the free disk, in words.</summary>
    public string Kept { get; private set; } = "";

    /// <summary>Latest first.</summary>
    public IReadOnlyList<RunSummary> Runs { get; private set; } = [];

    /// <summary>Corrections whose files say something new.</summary>
    public IReadOnlyList<CorrectionSummary> Waits { get; private set; } = [];

    /// <summary>What a person should look at: the lists with something on them.</summary>
    public IReadOnlyList<ReviewCount> Review { get; private set; } = [];

    /// <summary>Whether the person may start an import.</summary>
    public bool MayImport { get; private set; }

    /// <summary>Shows the desk.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Job = jobs.Latest;
        if (Job?.Report?.RunId is { } run) UndoneBy = await runs.UndoneByAsync(run, cancellation);
        MayImport = await IsAdminAsync();
        Kept = $"{keeping.Last()} {keeping.FreeDisk()}";
        Runs = await runs.RecentAsync(RunsShown, cancellation);
        Waits = await corrections.WaitingAsync(WaitsShown, cancellation);
        Review = [.. (await review.AllAsync(cancellation)).Where(list => list.Count > 0)];
        Waiting = Job is { IsRunning: true } ? "" : await WaitingAsync(cancellation);
    }

    /// <summary>Starts an import.</summary>
    public async Task<IActionResult> OnPostImportAsync()
    {
        if (!await IsAdminAsync()) return Forbid();
        if (!jobs.TryStart(new ImportRequest(Folders, false, User.Name())))
            Notice = "An import or a preview runs already. Wait for it to end, or cancel it; nothing was started.";
        return RedirectToPage();
    }

    /// <summary>Stops the import that runs.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation)
    {
        if (!await IsAdminAsync()) return Forbid();
        jobs.Cancel();
        await log.WriteAsync(new AuditAct(User.Name(), AuditKind.ImportCancelled), cancellation);
        return RedirectToPage();
    }

    async Task<string> WaitingAsync(CancellationToken cancellation)
    {
        var changed = await changes.CountAsync(settings.Import.Sources, cancellation);
        var stale = await retagger.NeededAsync(cancellation);
        var files = changed == 0 ? "No file is new or changed." : $"{Counted.Of(changed, "file")} new or changed.";
        return stale == 0 ? files : $"{files} Retag needed: {Counted.Of(stale, "article")} (command line: retag).";
    }

    async Task<bool> IsAdminAsync() => (await authorization.AuthorizeAsync(User, DeskSetup.AdminOnly)).Succeeded;
}
