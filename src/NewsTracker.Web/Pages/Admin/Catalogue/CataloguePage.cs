using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin.Catalogue;

/// <summary>What the pages that change the catalogue have in common: administrators alone, and every change is tried first.</summary>
/// <param name="jobs">Tries and applies.</param>
[Authorize(Policy = DeskSetup.AdminOnly)]
abstract class CataloguePage(CatalogueJobs jobs) : PageModel
{
    /// <summary>In the place of a slug: one that is to be made.</summary>
    public const string New = "new";

    /// <summary>What was just done or refused; null otherwise.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Why what was sent was not taken, as a sentence; what was typed stays.</summary>
    public string? Problem { get; protected set; }

    /// <summary>What the catalogue is worked on with.</summary>
    protected CatalogueJobs Jobs => jobs;

    /// <summary>The person.</summary>
    protected string Who => User.Name();

    /// <summary>Why a new entry cannot have its slug.</summary>
    /// <param name="slug">The slug.</param>
    /// <param name="holder">The name of the entry that has it; null where none does.</param>
    protected static IEnumerable<EntryMistake> SlugMistakes(string slug, string? holder)
    {
        if (slug == New) yield return new EntryMistake("slug", $"“{New}” cannot be a slug here: it is the address of this form. Choose another.");
        else if (holder is not null) yield return new EntryMistake("slug", $"“{slug}” is the slug of {holder} already. Edit that one, or choose another slug.");
    }

    /// <summary>Starts to try a proposal and goes where that is shown, or stays and says why not.</summary>
    /// <param name="proposal">Checked as a whole.</param>
    protected IActionResult Try(CatalogueProposal proposal)
    {
        if (proposal.Changes.Count == 0) Problem = "That changes nothing: the catalogue is as you sent it already.";
        else if (jobs.TryStart(proposal, Who)) return RedirectToPage("/Admin/Catalogue/Try");
        else Problem = jobs.Running is { } other ? CatalogueJobs.Busy(other) : "Something else was being tried. Send it again.";
        return Page();
    }
}
