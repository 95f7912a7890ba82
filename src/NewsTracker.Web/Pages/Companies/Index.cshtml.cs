using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Pages.Companies;

/// <summary>All companies with counts.</summary>
/// <param name="tags">Where they are.</param>
sealed class IndexModel(TagQueries tags) : PageModel
{
    /// <summary>By count, then name.</summary>
    public IReadOnlyList<TagSummary> Companies { get; private set; } = [];

    /// <summary>Those that an article about face recognition names.</summary>
    public int Named => Companies.Count(company => company.Count > 0);

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation) => Companies = await tags.CompaniesAsync(cancellation);
}
