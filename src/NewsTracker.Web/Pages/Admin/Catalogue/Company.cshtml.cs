using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin.Catalogue;

/// <summary>A company of the catalogue is edited, merged into another or removed; a new one is made.</summary>
/// <param name="catalogues">The catalogue in force.</param>
/// <param name="desk">Makes proposals.</param>
/// <param name="tags">Found names.</param>
/// <param name="jobs">Tries them.</param>
sealed class CompanyModel(CatalogueStore catalogues, CatalogueDesk desk, TagQueries tags, CatalogueJobs jobs) : CataloguePage(jobs)
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public CompanyForm Form { get; set; } = new();

    /// <summary>The other company, by name or slug, that it is merged into.</summary>
    [BindProperty]
    public string? Into { get; set; }

    /// <summary>The entry as the catalogue has it; null for a new one.</summary>
    public CatalogueCompany? Now { get; private set; }

    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<EntryMistake> Mistakes { get; private set; } = [];

    /// <summary>Whether the entry is a name that texts give.</summary>
    public bool IsAdopted { get; private set; }

    /// <summary>Shows the form.</summary>
    /// <param name="slug">The company, or <see cref="CataloguePage.New"/>.</param>
    /// <param name="adopt">Of a new one: the found name.</param>
    /// <param name="name">Of a new one: the name that a person missed.</param>
    /// <param name="held">The company whose form is filled with what the person tried last.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(string slug, string? adopt, string? name, string? held, CancellationToken cancellation)
    {
        var data = await LoadAsync(slug, cancellation);
        if (Now is null && slug != New)
            return CompiledCatalogue.Compile(data).SuccessorOf(slug) is { } kept ? RedirectToPage(new { slug = kept.Slug }) : NotFound();
        var version = CompiledCatalogue.VersionOf(data);
        Form = new CompanyForm { Version = version, Name = CorrectionForm.Text(name) };
        if (Now is not null) Form = CompanyForm.Of(Now, version);
        if (adopt is not null && (await tags.CompaniesAsync(cancellation, scope: null)).FirstOrDefault(company => company.Slug == adopt && !company.InCatalogue) is { } found)
            (Form, IsAdopted) = (Form with { Name = found.Name, Slug = found.Slug }, true);
        if (held is not null && Jobs.Of(Who)?.Proposal is { } tried && tried.After.Companies.FirstOrDefault(company => company.Slug == held) is { } typed)
            Form = CompanyForm.Of(typed, CompiledCatalogue.VersionOf(tried.Before)) with { Reason = tried.Reason };
        return Page();
    }

    /// <summary>Tries what was typed.</summary>
    /// <param name="slug">The company, or <see cref="CataloguePage.New"/>.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        var data = await LoadAsync(slug, cancellation);
        if (Now is null && slug != New) return Gone(slug);
        var entry = Form.Entry(Now);
        Mistakes = [.. Form.Mistakes(), .. Now is null ? SlugMistakes(entry.Slug, data.Companies.FirstOrDefault(company => company.Slug == entry.Slug)?.Name) : []];
        if (Mistakes.Count == 0) (entry, Mistakes) = CatalogueLoader.ReadCompany(data.With(entry), entry.Slug);
        if (Mistakes.Count > 0) return Page();
        if (await desk.ConflictAsync(Form.Version, data, "companies", entry.Slug, cancellation) is { } conflict)
        {
            Problem = conflict;
            Form = Form with { Version = CompiledCatalogue.VersionOf(data) };
            return Page();
        }

        var back = $"/admin/catalogue/companies/{(Now is null ? New : Uri.EscapeDataString(slug))}?held={Uri.EscapeDataString(entry.Slug)}";
        return Try(new CatalogueProposal(data, data.With(entry), AuditKind.CatalogueEdited, entry.Name, CorrectionForm.Text(Form.Reason), back));
    }

    /// <summary>Tries to merge it into another.</summary>
    /// <param name="slug">The one that goes.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostMergeAsync(string slug, CancellationToken cancellation)
    {
        var data = await LoadAsync(slug, cancellation);
        if (Now is not { } merged) return Gone(slug);
        var reason = CorrectionForm.Text(Form.Reason);
        Form = CompanyForm.Of(merged, CompiledCatalogue.VersionOf(data)) with { Reason = reason };
        var name = CorrectionForm.Text(Into) ?? "";
        if (data.Companies.FirstOrDefault(company => company.Slug == name || company.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } kept || kept == merged)
        {
            Problem = name.Length == 0 ? "Say which company it is merged into." : $"“{name}” is no other company of the catalogue. Type its name as the list has it, or its slug.";
            return Page();
        }

        var after = data.WithMerged(merged, kept);
        Mistakes = CatalogueLoader.ReadCompany(after, kept.Slug).Mistakes;
        return Mistakes.Count > 0 ? Page()
            : Try(new CatalogueProposal(data, after, AuditKind.CompaniesMerged, $"{merged.Name} into {kept.Name}", reason, $"/admin/catalogue/companies/{Uri.EscapeDataString(slug)}"));
    }

    /// <summary>Tries to remove it.</summary>
    /// <param name="slug">The company.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostRemoveAsync(string slug, CancellationToken cancellation)
    {
        var data = await LoadAsync(slug, cancellation);
        if (Now is not { } gone) return Gone(slug);
        var reason = CorrectionForm.Text(Form.Reason);
        Form = CompanyForm.Of(gone, CompiledCatalogue.VersionOf(data)) with { Reason = reason };
        return Try(new CatalogueProposal(data, data.WithoutCompany(slug), AuditKind.CatalogueEdited, $"{gone.Name} removed", reason, $"/admin/catalogue/companies/{Uri.EscapeDataString(slug)}"));
    }

    async Task<CatalogueData> LoadAsync(string slug, CancellationToken cancellation)
    {
        var data = await catalogues.LoadAsync(cancellation);
        Now = data.Companies.FirstOrDefault(company => company.Slug == slug);
        return data;
    }

    // The form then makes a new entry, so that nothing typed is lost.
    PageResult Gone(string slug)
    {
        Problem = "This company is no longer in the catalogue: somebody removed it, or merged it into another, meanwhile. What you typed stands here and would make a new entry.";
        Form = Form with { Slug = slug };
        return Page();
    }
}
