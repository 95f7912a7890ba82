using Microsoft.AspNetCore.Mvc;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin.Catalogue;

/// <summary>The catalogue's lists.</summary>
enum CatalogueList
{
    /// <summary>Companies and investors.</summary>
    Companies,

    /// <summary>The tracker's own topics.</summary>
    Topics,

    /// <summary>Names that texts give and the catalogue lacks.</summary>
    Found,
}

/// <summary>Companies, topics and found names, with the ways to change, import, export and restore them.</summary>
/// <param name="tags">Lists with counts.</param>
/// <param name="found">Sentences for found names.</param>
/// <param name="retagger">Whether articles are tagged with the catalogue in force.</param>
/// <param name="jobs">What runs.</param>
sealed class IndexModel(TagQueries tags, FoundNames found, Retagger retagger, CatalogueJobs jobs) : CataloguePage(jobs)
{
    /// <summary>Rows on the page.</summary>
    public const int Rows = 50;

    /// <summary>The list that is looked at.</summary>
    public CatalogueList List { get; private set; }

    /// <summary>A part of a name; empty: all.</summary>
    public string Part { get; private set; } = "";

    /// <summary>What is shown.</summary>
    public IReadOnlyList<TagSummary> Shown { get; private set; } = [];

    /// <summary>How many there are of them.</summary>
    public int All { get; private set; }

    /// <summary>The place of the first one shown.</summary>
    public int From { get; private set; }

    /// <summary>A sentence for each found name, by slug.</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; private set; } = new Dictionary<string, string>();

    /// <summary>Articles that were tagged with another catalogue.</summary>
    public int Stale { get; private set; }

    /// <summary>The job that runs, whoever started it, else the person's last one.</summary>
    public CatalogueJob? Job { get; private set; }

    /// <summary>Shows a list.</summary>
    /// <param name="list">Which.</param>
    /// <param name="q">A part of a name.</param>
    /// <param name="from">The place of the first row.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(string? list, string? q, int from, CancellationToken cancellation)
    {
        List = Enum.TryParse<CatalogueList>(list, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : CatalogueList.Companies;
        Part = q?.Trim() ?? "";
        From = Math.Max(0, from);
        Job = Jobs.Running ?? Jobs.Of(Who);
        Stale = await retagger.NeededAsync(cancellation);
        var all = (await AllAsync(cancellation)).Where(Matches).ToList();
        All = all.Count;
        Shown = [.. all.Skip(From).Take(Rows)];
        if (List == CatalogueList.Found) Sentences = await found.SentencesAsync([.. Shown.Select(name => name.Slug)], cancellation);
    }

    /// <summary>Tags articles again with the catalogue in force.</summary>
    public IActionResult OnPostRetag()
    {
        if (!Jobs.TryRetag(Who)) Notice = Jobs.Running is { } other ? CatalogueJobs.Busy(other) : "Something else was running. Try again.";
        return RedirectToPage();
    }

    /// <summary>Stops what runs.</summary>
    public IActionResult OnPostCancel()
    {
        Jobs.Cancel();
        return RedirectToPage();
    }

    /// <summary>The address of a list.</summary>
    /// <param name="list">Which.</param>
    /// <param name="from">The place of its first row.</param>
    public string Address(CatalogueList list, int from = 0) =>
        $"/admin/catalogue?list={list.ToString().ToLowerInvariant()}{(Part.Length > 0 ? $"&q={Uri.EscapeDataString(Part)}" : "")}{(from > 0 ? $"&from={from}" : "")}";

    /// <summary>Where an entry is edited; a found name is adopted.</summary>
    /// <param name="tag">The entry.</param>
    public string Edit(TagSummary tag) => List switch
    {
        CatalogueList.Topics => $"/admin/catalogue/topics/{Uri.EscapeDataString(tag.Slug)}",
        CatalogueList.Found => $"/admin/catalogue/companies/new?adopt={Uri.EscapeDataString(tag.Slug)}",
        _ => $"/admin/catalogue/companies/{Uri.EscapeDataString(tag.Slug)}",
    };

    async Task<IEnumerable<TagSummary>> AllAsync(CancellationToken cancellation) => List switch
    {
        CatalogueList.Topics => (await tags.TopicsAsync(cancellation, scope: null)).Where(topic => topic.InCatalogue),
        CatalogueList.Found => (await tags.CompaniesAsync(cancellation, scope: null)).Where(company => !company.InCatalogue),
        _ => (await tags.CompaniesAsync(cancellation, scope: null)).Where(company => company.InCatalogue),
    };

    bool Matches(TagSummary tag) => Part.Length == 0 || tag.Aliases.Append(tag.Name).Append(tag.Slug).Any(name => name.Contains(Part, StringComparison.OrdinalIgnoreCase));
}
