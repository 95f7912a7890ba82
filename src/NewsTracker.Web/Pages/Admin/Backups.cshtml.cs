using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>Backups: the last verified one, those that are kept, one more now.</summary>
/// <param name="jobs">Takes them.</param>
/// <param name="backups">Keeps them.</param>
/// <param name="keeping">The last one and the disk, in words.</param>
/// <param name="log">Told who takes one.</param>
/// <param name="authorization">Who may take one.</param>
/// <param name="settings">The schedule.</param>
sealed class BackupsModel(BackupJobs jobs, BackupFolder backups, Keeping keeping, AuditLog log, IAuthorizationService authorization, TrackerSettings settings) : PageModel
{
    /// <summary>What was just asked for and refused; null otherwise.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The last verified one, in words.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The disk, in words.</summary>
    public string FreeDisk { get; private set; } = "";

    /// <summary>When the server takes them, in words.</summary>
    public string Schedule { get; private set; } = "";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<StoredBackup> Kept { get; private set; } = [];

    /// <summary>The one that is being taken, or was last.</summary>
    public BackupJob? Job { get; private set; }

    /// <summary>Whether the person may take and download one.</summary>
    public bool MayTake { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        Job = jobs.Latest;
        MayTake = await IsAdminAsync();
        (Last, FreeDisk, Kept) = (keeping.Last(), keeping.FreeDisk(), backups.List());
        Schedule = settings.Backups is { Every: { } every } planned
            ? $"One is taken every {Told(every)}, and {Counted.Of(planned.Keep, "backup")} of these {(planned.Keep == 1 ? "is" : "are")} kept (settings Backups:Every and Backups:Keep)."
            : "None is taken by itself (setting Backups:Every).";
    }

    /// <summary>Takes one now.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await IsAdminAsync()) return Forbid();
        if (jobs.TryStart()) await log.WriteAsync(new AuditAct(User.Name(), AuditKind.BackupStarted), cancellation);
        else Notice = "A backup is being taken already; no other was started.";
        return RedirectToPage();
    }

    static string Told(TimeSpan every) => every switch
    {
        { TotalDays: 1 } => "day",
        { TotalHours: 1 } => "hour",
        { Hours: 0, Minutes: 0 } => Counted.Of(every.Days, "day"),
        { Minutes: 0 } => Counted.Of((int)every.TotalHours, "hour"),
        _ => Counted.Of((int)every.TotalMinutes, "minute"),
    };

    async Task<bool> IsAdminAsync() => (await authorization.AuthorizeAsync(User, DeskSetup.AdminOnly)).Succeeded;
}
