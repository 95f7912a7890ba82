using Microsoft.AspNetCore.Mvc;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin.Catalogue;

/// <summary>Every catalogue that was in force, and the way back to each.</summary>
/// <param name="versions">Where they are kept.</param>
/// <param name="catalogues">The one in force.</param>
/// <param name="desk">Makes proposals.</param>
/// <param name="jobs">Tries them.</param>
sealed class VersionsModel(CatalogueVersions versions, CatalogueStore catalogues, CatalogueDesk desk, CatalogueJobs jobs) : CataloguePage(jobs)
{
    const int MostRows = 500;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<CatalogueVersion> Rows { get; private set; } = [];

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await versions.ListAsync(MostRows, cancellation);

    /// <summary>Tries an earlier one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long id, string? reason, CancellationToken cancellation)
    {
        Rows = await versions.ListAsync(MostRows, cancellation);
        return await desk.RestoreAsync(await catalogues.LoadAsync(cancellation), id, CorrectionForm.Text(reason), cancellation) is { } proposal ? Try(proposal) : NotFound();
    }
}
