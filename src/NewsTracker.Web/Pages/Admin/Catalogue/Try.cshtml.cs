using Microsoft.AspNetCore.Mvc;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin.Catalogue;

/// <summary>What a change of the catalogue would do to articles, and the button that applies it.</summary>
/// <param name="jobs">Tries and applies.</param>
sealed class TryModel(CatalogueJobs jobs) : CataloguePage(jobs)
{
    /// <summary>Companies and topics that are shown of each kind.</summary>
    public const int MostTags = 60;

    /// <summary>The person's last job; null where there is none.</summary>
    public CatalogueJob? Job { get; private set; }

    /// <summary>Shows it.</summary>
    public void OnGet() => Job = Jobs.Of(Who);

    /// <summary>Saves the catalogue and has articles tagged again.</summary>
    /// <param name="made">When the try was started, in ticks.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long made, CancellationToken cancellation)
    {
        if (made < 0 || made > DateTime.MaxValue.Ticks) return BadRequest();
        Notice = await Jobs.ApplyAsync(Who, new DateTime(made, DateTimeKind.Utc), cancellation);
        return RedirectToPage();
    }
}
