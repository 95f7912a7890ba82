using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage;
using NewsTracker.Storage.Merging;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The merges that stand, with the way back, and articles that claim one address.</summary>
/// <param name="desk">Takes apart.</param>
/// <param name="merges">What there is.</param>
sealed class MergesModel(MergeDesk desk, MergeQueries merges) : PageModel
{
    const int RowsShown = 500;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<MergeRow> Rows { get; private set; } = [];

    /// <summary>Corrected addresses that are another article's.</summary>
    public IReadOnlyList<MergeOffer> Offers { get; private set; } = [];

    /// <summary>Why a merge was not taken apart; null otherwise.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = await merges.ListAsync(RowsShown, cancellation);
        Offers = await merges.OffersAsync(cancellation);
    }

    /// <summary>Takes a merge apart.</summary>
    /// <param name="merge">Its key.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long merge, CancellationToken cancellation)
    {
        try
        {
            Notice = await desk.TakeApartAsync(merge, User.Name(), cancellation)
                ? "Taken apart: both articles are as they were."
                : "That merge does not stand any longer; nothing was changed.";
            return RedirectToPage();
        }
        catch (StoreException refusal)
        {
            Problem = refusal.Message;
            await OnGetAsync(cancellation);
            return Page();
        }
    }
}
