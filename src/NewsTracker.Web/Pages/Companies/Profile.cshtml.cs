using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Companies;

/// <summary>One company: what it is called, when it was written about, with whom and on what.</summary>
/// <param name="tags">Where it is.</param>
/// <param name="profiles">Its articles.</param>
sealed class ProfileModel(TagQueries tags, ProfileReader profiles) : PageModel
{
    /// <summary>The company.</summary>
    public CompanyProfile Company { get; private set; } = null!;

    /// <summary>Its articles.</summary>
    public ProfileView View { get; private set; } = null!;

    /// <summary>Kind, country, ticker, as far as they are known.</summary>
    public string Facts => string.Join(" · ", new[]
    {
        CompanyKinds.Of(Company.Summary.Kind),
        Company.Summary.Country is { } country ? CountryNames.Of(country) : "",
        Company.Summary.Ticker ?? "",
    }.Where(part => part.Length > 0));

    /// <summary>Shows the company.</summary>
    /// <param name="slug">As addresses carry it.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await tags.CompanyAsync(slug, cancellation) is not { } company) return NotFound();
        if (company.Summary.Slug != slug) return ToSuccessor(company.Summary.Slug);
        Company = company;
        var filter = new ArticleFilter { Scope = ScopeValue.FacialRecognition }.WithCompany(company.Summary.Slug);
        View = await profiles.ReadAsync(company.Summary, filter, company.Coverage, cancellation);
        return Page();
    }

    // Merged into another or another name of it: for good, unless the catalogue changes, which a browser then has to hear of.
    RedirectResult ToSuccessor(string slug)
    {
        Response.Headers.CacheControl = "no-cache";
        return RedirectPermanent(PageAddress.Company(slug));
    }

    /// <summary>The list of articles that name both companies.</summary>
    public string Both(string other) => PageAddress.List(View.Filter with
    {
        Companies = [new NameFilter([new NameTerm(Company.Summary.Slug, Excluded: false), new NameTerm(other, Excluded: false)])],
    });
}
