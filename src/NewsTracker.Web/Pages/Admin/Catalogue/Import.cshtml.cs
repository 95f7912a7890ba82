using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin.Catalogue;

/// <summary>A YAML file's entries are brought into the catalogue: as a plan that is tried first.</summary>
/// <param name="import">Plans.</param>
/// <param name="desk">Keeps what was edited here.</param>
/// <param name="limits">How large a file may be.</param>
/// <param name="jobs">Tries it.</param>
[EnableRateLimiting(DeskSetup.UploadLimit)]
[TypeFilter<UploadDoor>]
sealed class ImportModel(CatalogueImport import, CatalogueDesk desk, IngestionLimits limits, CatalogueJobs jobs) : CataloguePage(jobs)
{
    /// <summary>What is wrong in the file.</summary>
    public IReadOnlyList<CatalogueError> Errors { get; private set; } = [];

    /// <summary>Why, as typed.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether the file replaces what was edited here, as ticked.</summary>
    public bool FileWins { get; private set; }

    /// <summary>Plans a file.</summary>
    /// <param name="file">The form's.</param>
    /// <param name="fileWins">Whether it replaces entries that were edited here.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, bool fileWins, string? reason, CancellationToken cancellation)
    {
        (FileWins, Reason) = (fileWins, reason);
        if (file is null) Problem = "No file was chosen, so nothing came. Choose one.";
        else if (file.Length > limits.MaxFileBytes) Problem = $"The file has {KeepingWords.Size(file.Length)}, the limit is {KeepingWords.Size(limits.MaxFileBytes)}. Send a part of it, or raise Ingestion:MaxFileBytes.";
        if (Problem is not null) return Page();
        var plan = await PlanAsync(file!, cancellation);
        Errors = plan.Errors;
        if (Errors.Count > 0) return Page();
        var proposal = await desk.ImportAsync(plan, UploadNames.Clean(file!.FileName) ?? "a file", fileWins, CorrectionForm.Text(reason), cancellation);
        // What stays here can stand in the way of what is new in the file.
        Errors = CatalogueLoader.Check(proposal.After);
        return Errors.Count > 0 ? Page() : Try(proposal);
    }

    async Task<CataloguePlan> PlanAsync(IFormFile file, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("newstracker-");
        try
        {
            var path = Path.Combine(folder.FullName, UploadNames.Clean(file.FileName) ?? "catalogue.yaml");
            await using (var copy = System.IO.File.Create(path)) await file.CopyToAsync(copy, cancellation);
            return await import.PlanAsync(path, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
