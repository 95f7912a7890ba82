using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Hiding;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>What is hidden, by whom and why, and the way back.</summary>
/// <param name="hider">Where it is noted.</param>
sealed class HiddenModel(ArticleHider hider) : PageModel
{
    const int RowsShown = 500;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<HiddenRow> Rows { get; private set; } = [];

    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The key of the one article that was just shown again; null otherwise.</summary>
    [TempData]
    public string? Shown { get; set; }

    /// <summary>Shows the list.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await hider.ListAsync(RowsShown, cancellation);

    /// <summary>Shows articles again.</summary>
    /// <param name="article">Their keys.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long[] article, CancellationToken cancellation)
    {
        var shown = await hider.ShowAsync(article, User.Name(), cancellation);
        Notice = article.Length == 0 ? "Nothing was marked, so nothing changed." : $"Shown to readers again: {Counted.Of(shown, "article")}.";
        Shown = (shown, article) is (1, [var only]) ? only.ToString(CultureInfo.InvariantCulture) : null;
        return RedirectToPage();
    }
}
