using Microsoft.AspNetCore.Mvc;
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

    /// <summary>The latest that ask for none, in force or not.</summary>
    public IReadOnlyList<CorrectionSummary> Latest { get; private set; } = [];

    /// <summary>What was just decided.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Waiting = await corrections.WaitingAsync(Shown, cancellation);
        Latest = await corrections.LatestAsync(Shown, cancellation);
    }
}

/// <summary>Corrections with their buttons.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Listed">Whether the answer to a button is the list of all corrections; else the article they are of.</param>
sealed record CorrectionRows(IReadOnlyList<CorrectionSummary> Rows, bool Listed);
