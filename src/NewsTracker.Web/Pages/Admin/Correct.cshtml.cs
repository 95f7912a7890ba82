using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Merging;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>Corrects one article, field by field, and tells what was corrected before.</summary>
/// <param name="articles">Where it is.</param>
/// <param name="tags">Topics and companies to choose from.</param>
/// <param name="desk">Takes corrections.</param>
/// <param name="corrections">What was corrected before.</param>
/// <param name="merges">Whose an address is.</param>
/// <param name="clock">Tells which dates lie ahead.</param>
sealed class CorrectModel(ArticleQueries articles, TagQueries tags, CorrectionDesk desk, CorrectionQueries corrections, MergeQueries merges, TimeProvider clock) : PageModel
{
    IReadOnlyList<TagSummary> _companies = [];

    /// <summary>The article as it is now.</summary>
    public StoredArticle Article { get; private set; } = null!;

    /// <summary>Its values.</summary>
    public ArticleDraft Values => Article.Values;

    /// <summary>Its paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs => CorrectedDraft.Paragraphs(Values);

    /// <summary>The tracker's own topics.</summary>
    public IReadOnlyList<TagSummary> Topics { get; private set; } = [];

    /// <summary>The companies of the catalogue, by name.</summary>
    public IEnumerable<string> CatalogueNames => _companies.Where(company => company.InCatalogue).Select(company => company.Name).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>The catalogue's names that come close to one that it lacks.</summary>
    public IReadOnlyList<TagSummary> Close => CorrectedCompanies.Typed(Form) is { } name ? CloseNames.Of(Slugs.ForName(name), [.. _companies.Where(company => company.InCatalogue)]) : [];

    /// <summary>All corrections of it, latest first.</summary>
    public IReadOnlyList<CorrectionSummary> History { get; private set; } = [];

    /// <summary>Other articles that claim its address.</summary>
    public IReadOnlyList<long> Claimants { get; private set; } = [];

    /// <summary>What was wrong with what was typed; null where nothing was.</summary>
    public string? Problem { get; private set; }

    /// <summary>The input, by name, that it stands in; null where it is the field as a whole, or nothing was wrong.</summary>
    public string? ProblemAt { get; private set; }

    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What was typed: it is shown again where it could not be taken.</summary>
    [BindProperty]
    public CorrectionForm Form { get; set; } = new();

    /// <summary>Shows the page; 404 where there is no such article.</summary>
    /// <param name="id">The article.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Takes a correction.</summary>
    /// <param name="id">The article.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        var corrected = CorrectedDraft.Of(Form, Values, Topics, _companies, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (corrected.Draft is not { } draft)
        {
            (Problem, ProblemAt) = (corrected.Problem, corrected.At);
            return Page();
        }

        if (Form.Field == "url" && draft.Url is { } url && await merges.OwnerAsync(url, cancellation) is { } owner && owner != id)
        {
            Notice = $"This address belongs to article {owner}, so nothing was corrected. If both are one article, merge them here; what the file says of its address then stays.";
            return RedirectToPage("Merge", new { article = id, other = owner, Form.Reason });
        }

        await desk.CorrectAsync(id, CorrectableField.Find(Form.Field)!, draft, CorrectionForm.Text(Form.Reason), User.Name(), cancellation);
        Notice = "Corrected. It stands whatever files say later; you can revert it below.";
        return RedirectToPage(new { id });
    }

    /// <summary>Takes a correction back.</summary>
    /// <param name="id">The article.</param>
    /// <param name="correction">Which.</param>
    /// <param name="listed">Whether the person stood in the list of all corrections.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostRevertAsync(long id, long correction, bool listed, CancellationToken cancellation) => Told(id, listed,
        await desk.RevertAsync(correction, User.Name(), cancellation) switch
        {
            null => "That correction is not in force any longer; nothing was changed.",
            AuditKind.FileAccepted => "Accepted: the article says what its files say now, and the correction is not in force any longer.",
            _ => "Reverted: the article says again what its files say.",
        });

    /// <summary>Keeps a correction although files say something new.</summary>
    /// <param name="id">The article.</param>
    /// <param name="correction">Which.</param>
    /// <param name="listed">Whether the person stood in the list of all corrections.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostKeepAsync(long id, long correction, bool listed, CancellationToken cancellation) => Told(id, listed,
        await desk.KeepAsync(correction, User.Name(), cancellation) is null
            ? "That correction is not in force any longer; nothing was changed."
            : "The correction stands; you will be asked again when the files change once more.");

    /// <summary>What an input shows: what was just typed where it could not be taken, else the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value.</param>
    public string? Typed(string field, string? value) => IsRefused(field) ? Form.Value : value;

    /// <summary>Whether a field's form was refused, so that it shows what was typed.</summary>
    /// <param name="field">The field.</param>
    public bool IsRefused(string field) => Problem is not null && Form.Field == field;

    /// <summary>The reason beside a field: what was just typed where the value could not be taken.</summary>
    /// <param name="field">The field.</param>
    public ReasonField ReasonOf(string field) => IsRefused(field) ? new(field, Form.Reason, ProblemAt is null ? Problem : null) : new(field, null, null);

    /// <summary>What a field says now, as people read and type it.</summary>
    /// <param name="field">The field.</param>
    public string? Now(string field) => Typed(field, CorrectableField.Find(field)!.Shown(Values));

    RedirectToPageResult Told(long id, bool listed, string sentence)
    {
        Notice = listed && articles.Find(id, evenHidden: true)?.Values is { } values ? $"“{Shortened.To(Shortened.HeadlineOf(values.Title, values.Url), 120)}”: {sentence}" : sentence;
        return listed ? RedirectToPage("Corrections") : RedirectToPage(new { id });
    }

    async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (articles.Find(id, evenHidden: true) is not { } article) return false;
        Article = article;
        _companies = await tags.CompaniesAsync(cancellation, scope: null);
        Topics = [.. (await tags.TopicsAsync(cancellation, scope: null)).Where(topic => topic.InCatalogue)];
        History = await corrections.OfArticleAsync(id, cancellation);
        Claimants = [.. (await merges.OffersAsync(cancellation)).Where(offer => offer.CorrectedId == id || offer.OwnerId == id).Select(offer => offer.CorrectedId + offer.OwnerId - id).Distinct()];
        return true;
    }
}

/// <summary>The input for a reason beside a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Typed">What stands in it; null for nothing.</param>
/// <param name="Problem">What was wrong with the field's value; null for nothing, or where it is said at an input.</param>
public sealed record ReasonField(string Field, string? Typed, string? Problem);
