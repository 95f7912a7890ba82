using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Merging;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>Two articles side by side, what they would be as one, and the button that makes them one.</summary>
/// <param name="desk">Plans and merges.</param>
/// <param name="merges">Knows whose an address is.</param>
sealed class MergeModel(MergeDesk desk, MergeQueries merges) : PageModel
{
    /// <summary>One of the two.</summary>
    [BindProperty(SupportsGet = true)]
    public long Article { get; set; }

    /// <summary>The other, by its number, its page's address or its original's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Other { get; set; }

    /// <summary>Why.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    /// <summary>The two; null where there are not two.</summary>
    public MergePlan? Plan { get; private set; }

    /// <summary>Why nothing can be merged, or was; null otherwise.</summary>
    public string? Problem { get; private set; }

    /// <summary>What led here.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Shows the two.</summary>
    /// <param name="cancellation">The request's.</param>
    public Task OnGetAsync(CancellationToken cancellation) => PlanAsync(cancellation);

    /// <summary>Merges them as they were shown.</summary>
    /// <param name="version">The state of the data that was shown.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long version, CancellationToken cancellation)
    {
        await PlanAsync(cancellation);
        if (Plan is null || Problem is not null) return Page();
        var reason = CorrectionForm.Text(Reason);
        if (reason?.Length > MergeDesk.LongestReason)
        {
            Problem = $"A reason has at most {MergeDesk.LongestReason} characters; nothing was merged.";
            return Page();
        }

        try
        {
            await desk.MergeAsync(Plan with { DataVersion = version }, reason, User.Name(), cancellation);
        }
        catch (StoreException refusal)
        {
            Problem = refusal.Message;
            return Page();
        }

        Notice = $"Article {Plan.Gone.Article.Id} is now part of article {Plan.Kept.Article.Id}; its address leads there.";
        return RedirectToPage("Merges");
    }

    /// <summary>What can be corrected, as both say it and as they would say it as one.</summary>
    public IEnumerable<MergedField> Fields => Plan is not { } plan ? [] : CorrectableField.All.Select(one => new MergedField(
        FieldWords.Of(one.Name), Told(one, plan.Kept.Article.Values), Told(one, plan.Gone.Article.Values), plan.Merged is { } merged ? Told(one, merged) : null));

    /// <summary>What the one article says as the one that goes had it, not as the one that stays.</summary>
    public IReadOnlyList<string> Taken => [.. Fields.Where(one => one.Differs && Plan?.Merged is not null && one.Merged == one.Gone).Select(one => one.Name)];

    static string? Told(CorrectableField field, ArticleDraft values) => ShownWords.Of(field.Name, field.Shown(values));

    async Task PlanAsync(CancellationToken cancellation)
    {
        if (await OtherAsync(cancellation) is not { } other) Problem = "Give the number or the address of the other article.";
        else if (other == Article) Problem = "Both are the same article: there is nothing to merge.";
        else if ((Plan = await desk.PlanAsync(Article, other, cancellation)) is null) Problem = "One of the two is not there, or was merged already.";
        else Problem = Plan.Problem;
    }

    async Task<long?> OtherAsync(CancellationToken cancellation)
    {
        var typed = Other?.Trim() ?? "";
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address)) return null;
        // Its own page is an address of this site: /articles/17/some-words.
        if (address.Authority == Request.Host.Value && address.Segments is [_, "articles/", var id, ..] && long.TryParse(id.TrimEnd('/'), NumberStyles.None, CultureInfo.InvariantCulture, out number)) return number;
        return await merges.OwnerAsync(typed, cancellation);
    }
}

/// <summary>One field of two articles.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Kept">What the older one says; null for nothing.</param>
/// <param name="Gone">What the other says.</param>
/// <param name="Merged">What both say as one.</param>
sealed record MergedField(string Name, string? Kept, string? Gone, string? Merged)
{
    /// <summary>Whether the two differ.</summary>
    public bool Differs => Kept != Gone;
}
