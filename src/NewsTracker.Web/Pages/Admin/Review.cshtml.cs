using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Reviewing;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>What a person should look at, doubt by doubt, each with what settles it.</summary>
/// <param name="queue">Where it is.</param>
sealed class ReviewModel(ReviewQueue queue) : PageModel
{
    /// <summary>Articles or files on the page.</summary>
    public const int Shown = 100;

    /// <summary>What was just done; null otherwise.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The doubt that is shown; null: files that were not taken, where <see cref="Files"/> is set, else the first that has any.</summary>
    [BindProperty(SupportsGet = true)]
    public DoubtKind? Kind { get; set; }

    /// <summary>Whether files that were not taken are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Files { get; set; }

    /// <summary>How many articles each doubt is about.</summary>
    public IReadOnlyList<(DoubtKind Kind, int Count)> Counts { get; private set; } = [];

    /// <summary>How many files were not taken.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>The articles of the doubt.</summary>
    public IReadOnlyList<DoubtedArticle> Articles { get; private set; } = [];

    /// <summary>The files.</summary>
    public IReadOnlyList<RefusedFile> Refused { get; private set; } = [];

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public IActionResult OnGet(CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();
        Counts = queue.Counts(cancellation);
        RefusedCount = queue.RefusedCount();
        if (Files) Refused = queue.Refused(Shown);
        else Kind ??= Counts.Where(doubt => doubt.Count > 0).Select(doubt => (DoubtKind?)doubt.Kind).FirstOrDefault();
        if (!Files && Kind is { } kind) Articles = queue.Of(kind, Shown);
        return Page();
    }

    /// <summary>The article with the same headline that stands before one; null where that is the first of them.</summary>
    /// <param name="place">The article's, in <see cref="Articles"/>.</param>
    public DoubtedArticle? Twin(int place) =>
        Kind == DoubtKind.SameHeadline && place > 0 && Articles[place - 1].Title == Articles[place].Title ? Articles[place - 1] : null;

    /// <summary>Lets a doubt stand.</summary>
    /// <param name="article">The article.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long article, CancellationToken cancellation)
    {
        if (Kind is not { } kind) return BadRequest();
        Notice = await queue.SettleAsync(kind, article, User.Name(), cancellation)
            ? $"{ReviewWords.Heading(kind)}: article {article} stands as it is, until it changes."
            : $"There is no article {article}, so nothing was noted.";
        return RedirectToPage(new { kind });
    }
}
