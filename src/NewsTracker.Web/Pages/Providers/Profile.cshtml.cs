using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Providers;

/// <summary>One publisher: when it wrote about the industry, about whom and on what.</summary>
/// <param name="tags">Where it is.</param>
/// <param name="profiles">Its articles.</param>
sealed class ProfileModel(TagQueries tags, ProfileReader profiles) : PageModel
{
    /// <summary>The publisher.</summary>
    public ProviderProfile Provider { get; private set; } = null!;

    /// <summary>Its articles.</summary>
    public ProfileView View { get; private set; } = null!;

    /// <summary>Shows the publisher.</summary>
    /// <param name="domain">Its key.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(string domain, CancellationToken cancellation)
    {
        if (await tags.ProviderAsync(domain, cancellation) is not { } provider) return NotFound();
        Provider = provider;
        var filter = new ArticleFilter { Scope = ScopeValue.FacialRecognition }.WithProvider(provider.Summary.Slug);
        View = await profiles.ReadAsync(provider.Summary, filter, provider.Coverage, cancellation);
        return Page();
    }
}
