using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Pages.Companies;

/// <summary>All companies with counts.</summary>
/// <param name="tags">Where they are.</param>
sealed class IndexModel(TagQueries tags) : PageModel
{
    /// <summary>The catalogue's, by count, then name.</summary>
    public IReadOnlyList<TagSummary> Companies { get; private set; } = [];

    /// <summary>Names that were only found in texts, by count, then name.</summary>
    public IReadOnlyList<TagSummary> Found { get; private set; } = [];

    /// <summary>Those that an article about face recognition names.</summary>
    public int Named => Companies.Count(company => company.Count > 0);

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var companies = await tags.CompaniesAsync(cancellation);
        Companies = [.. companies.Where(company => company.InCatalogue)];
        Found = [.. companies.Where(company => !company.InCatalogue && company.Count > 0)];
    }
}
