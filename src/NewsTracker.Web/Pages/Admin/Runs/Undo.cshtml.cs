using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Undoing;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin.Runs;

/// <summary>What undoing a run would do, and the button that does it.</summary>
/// <param name="undoer">Plans and applies.</param>
/// <param name="runs">Whether it brought anything that could be hidden.</param>
/// <param name="indexes">Refreshed at once, so that the next page shows what is left.</param>
[Authorize(Policy = DeskSetup.AdminOnly)]
sealed class UndoModel(Undoer undoer, RunQueries runs, ArticleIndexes indexes) : PageModel
{
    /// <summary>The run.</summary>
    public long Id { get; private set; }

    /// <summary>What would be done; null where it cannot be undone.</summary>
    public UndoPlan? Plan { get; private set; }

    /// <summary>Why it cannot be undone, as a sentence.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether what it brought can be hidden instead.</summary>
    public bool MayHide { get; private set; }

    /// <summary>Shows the plan.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(long id, CancellationToken cancellation) => await PlanAsync(id, cancellation);

    /// <summary>Applies the plan that was shown.</summary>
    /// <param name="id">The run.</param>
    /// <param name="version">The state of the data that was planned on.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long id, long version, CancellationToken cancellation)
    {
        await PlanAsync(id, cancellation);
        if (Plan is null) return Page();
        try
        {
            var report = await undoer.ApplyAsync(Plan with { DataVersion = version }, User.Name(), cancellation);
            await indexes.RefreshAsync(CancellationToken.None);
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/runs/{report.RunId}"));
        }
        catch (StoreException refusal)
        {
            Problem = refusal.Message;
            return Page();
        }
    }

    async Task PlanAsync(long id, CancellationToken cancellation)
    {
        Id = id;
        try
        {
            Plan = await undoer.PlanAsync(id, cancellation);
        }
        catch (StoreException refusal)
        {
            Problem = refusal.Message;
            MayHide = await runs.FindAsync(id, null, 0, 1, cancellation) is { Run: { Kind: RunKind.Import, State: not RunState.Running, UndoneBy: null } };
        }
    }
}
