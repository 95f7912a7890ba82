using Microsoft.AspNetCore.Mvc;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin.Catalogue;

/// <summary>A topic of the catalogue is edited, or a new one is made.</summary>
/// <param name="catalogues">The catalogue in force.</param>
/// <param name="desk">Tells conflicts.</param>
/// <param name="jobs">Tries proposals.</param>
sealed class TopicModel(CatalogueStore catalogues, CatalogueDesk desk, CatalogueJobs jobs) : CataloguePage(jobs)
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public TopicForm Form { get; set; } = new();

    /// <summary>The entry as the catalogue has it; null for a new one.</summary>
    public CatalogueTopic? Now { get; private set; }

    /// <summary>The other topics.</summary>
    public IReadOnlyList<CatalogueTopic> Others { get; private set; } = [];

    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<EntryMistake> Mistakes { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    /// <param name="slug">The topic, or <see cref="CataloguePage.New"/>.</param>
    /// <param name="held">The topic whose form is filled with what the person tried last.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(string slug, string? held, CancellationToken cancellation)
    {
        var data = await LoadAsync(slug, cancellation);
        if (Now is null && slug != New) return NotFound();
        var version = CompiledCatalogue.VersionOf(data);
        Form = Now is null ? new TopicForm { Version = version } : TopicForm.Of(Now, version);
        if (held is not null && Jobs.Of(Who)?.Proposal is { } tried && tried.After.Topics.FirstOrDefault(topic => topic.Slug == held) is { } typed)
            Form = TopicForm.Of(typed, CompiledCatalogue.VersionOf(tried.Before)) with { Reason = tried.Reason };
        return Page();
    }

    /// <summary>Tries what was typed.</summary>
    /// <param name="slug">The topic, or <see cref="CataloguePage.New"/>.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        var data = await LoadAsync(slug, cancellation);
        if (Now is null && slug != New)
        {
            Problem = "This topic is no longer in the catalogue: somebody restored an earlier one meanwhile. What you typed stands here and would make a new entry.";
            Form = Form with { Slug = slug };
            return Page();
        }

        var entry = Form.Entry(Now);
        Mistakes = [.. Form.Mistakes(), .. Now is null ? SlugMistakes(entry.Slug, data.Topics.FirstOrDefault(topic => topic.Slug == entry.Slug)?.Name) : []];
        if (Mistakes.Count == 0) (entry, Mistakes) = CatalogueLoader.ReadTopic(data.With(entry), entry.Slug);
        if (Mistakes.Count > 0) return Page();
        if (await desk.ConflictAsync(Form.Version, data, "topics", entry.Slug, cancellation) is { } conflict)
        {
            Problem = conflict;
            Form = Form with { Version = CompiledCatalogue.VersionOf(data) };
            return Page();
        }

        var back = $"/admin/catalogue/topics/{(Now is null ? New : Uri.EscapeDataString(slug))}?held={Uri.EscapeDataString(entry.Slug)}";
        return Try(new CatalogueProposal(data, data.With(entry), AuditKind.CatalogueEdited, entry.Name, CorrectionForm.Text(Form.Reason), back));
    }

    async Task<CatalogueData> LoadAsync(string slug, CancellationToken cancellation)
    {
        var data = await catalogues.LoadAsync(cancellation);
        Now = data.Topics.FirstOrDefault(topic => topic.Slug == slug);
        Others = [.. data.Topics.Where(topic => topic.Slug != slug)];
        return data;
    }
}
