using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>What the last dry run would do, file by file.</summary>
/// <param name="jobs">Holds its report.</param>
sealed class PreviewModel(ImportJobs jobs) : PageModel
{
    /// <summary>Files on the page.</summary>
    public const int Shown = 500;

    const int ValueStart = 200;

    /// <summary>The whole report.</summary>
    public ImportReport Report { get; private set; } = null!;

    /// <summary>Files that would change something.</summary>
    public IReadOnlyList<FileReport> Files { get; private set; } = [];

    /// <summary>Files like them that are not shown.</summary>
    public int Left { get; private set; }

    /// <summary>Shows it; 404 where there is none.</summary>
    public IActionResult OnGet()
    {
        if (jobs.Latest is not { Request.DryRun: true, Report: { } report }) return NotFound();
        Report = report;
        var telling = report.Files.Where(file => file.Outcome != FileOutcome.Unchanged).ToList();
        Files = [.. telling.Take(Shown)];
        Left = telling.Count - Files.Count;
        return Page();
    }

    /// <summary>A value's beginning.</summary>
    /// <param name="value">Any length.</param>
    public static string Start(string? value) => value is null ? "none" : value.Length <= ValueStart ? value : $"{value[..ValueStart]}…";
}
