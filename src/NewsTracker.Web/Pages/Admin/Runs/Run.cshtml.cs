using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Pages.Admin.Runs;

/// <summary>One run with its receipts.</summary>
/// <param name="runs">Where they are.</param>
sealed class RunModel(RunQueries runs) : PageModel
{
    const int ReceiptsShown = 100;

    /// <summary>Only receipts of this outcome; null: all.</summary>
    [BindProperty(SupportsGet = true)]
    public FileOutcome? Outcome { get; set; }

    /// <summary>Receipts after this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long After { get; set; }

    /// <summary>The run and a page of receipts.</summary>
    public RunReceipts Shown { get; private set; } = null!;

    /// <summary>Shows it; 404 where there is none.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, Outcome, After, ReceiptsShown, cancellation) is not { } found) return NotFound();
        Shown = found;
        return Page();
    }
}
