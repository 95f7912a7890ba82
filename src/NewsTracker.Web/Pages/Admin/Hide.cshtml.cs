using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Hiding;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Endpoints;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>Hides one article, what a run brought, or what a list shows: first how many that is, then the button.</summary>
/// <param name="hider">Counts and hides.</param>
/// <param name="articles">What a list shows.</param>
sealed class HideModel(ArticleHider hider, ArticleQueries articles) : PageModel
{
    const int FirstShown = 20;

    /// <summary>One article.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Article { get; set; }

    /// <summary>Everything that this run brought.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Run { get; set; }

    /// <summary>Everything that the list at this address shows; an address of this site, or its part behind the question mark.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>How many articles were shown; the button hides no other number.</summary>
    [BindProperty]
    public int Counted { get; set; }

    /// <summary>How many articles would be hidden.</summary>
    public int Count { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<ShownRow> First { get; private set; } = [];

    /// <summary>What was asked for that cannot be done; null otherwise.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was just done, for the list of what is hidden.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Shows what would be hidden.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation) => await PreviewAsync(cancellation);

    /// <summary>Hides it.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var ids = await PreviewAsync(cancellation);
        if (Problem is not null) return Page();
        var reason = CorrectionForm.Text(Reason);
        if (reason?.Length > ArticleHider.LongestReason) Problem = $"A reason has at most {ArticleHider.LongestReason} characters; nothing was hidden.";
        else if (Count != Counted) Problem = "Articles came or went since this page was shown, so nothing was hidden. Look at the number again.";
        if (Problem is not null) return Page();
        var hidden = await hider.HideAsync(ids, User.Name(), reason, cancellation);
        Notice = $"Hidden from readers: {Presentation.Counted.Of(hidden, "article")}.";
        return RedirectToPage("Hidden");
    }

    async Task<IReadOnlyList<long>> PreviewAsync(CancellationToken cancellation)
    {
        var ids = await IdsAsync(cancellation);
        (Count, First) = await hider.PreviewAsync(ids, FirstShown, cancellation);
        return ids;
    }

    async Task<IReadOnlyList<long>> IdsAsync(CancellationToken cancellation)
    {
        if (Article is { } article) return [article];
        if (Run is { } run) return await hider.BroughtByAsync(run, cancellation);
        if (string.IsNullOrWhiteSpace(List))
        {
            Problem = "Give the address of a list.";
            return [];
        }

        var filter = ListAddress.Read(List.Trim(), RequestFilter.Site(Request), out var problem);
        if (filter is not null) return articles.Keys(filter, cancellation);
        Problem = problem;
        return [];
    }
}
