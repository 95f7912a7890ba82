using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Corrections;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>Corrections: those whose files say something new by now, then the latest.</summary>
/// <param name="corrections">Where they are.</param>
sealed class CorrectionsModel(CorrectionQueries corrections) : PageModel
{
    const int Shown = 100;

    /// <summary>Those that ask for a decision.</summary>
    public IReadOnlyList<CorrectionSummary> Waiting { get; private set; } = [];

    /// <summary>The latest, in force or not.</summary>
    public IReadOnlyList<CorrectionSummary> Latest { get; private set; } = [];

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Waiting = await corrections.WaitingAsync(Shown, cancellation);
        Latest = await corrections.LatestAsync(Shown, cancellation);
    }
}
