using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Pages.Admin.Runs;

/// <summary>The history of runs, searched by what stands in the address.</summary>
/// <param name="runs">Where they are.</param>
sealed class RunsModel(RunQueries runs) : PageModel
{
    const int RunsShown = 50;

    /// <summary>Part of the name of a folder or file.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Name { get; set; }

    /// <summary>Import, retag or undo; null: any.</summary>
    [BindProperty(SupportsGet = true)]
    public RunKind? Kind { get; set; }

    /// <summary>How it ended; null: anyhow.</summary>
    [BindProperty(SupportsGet = true)]
    public RunResult? Result { get; set; }

    /// <summary>As typed; the day a run started on, UTC.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    /// <summary>Only runs before this one; 0: all.</summary>
    [BindProperty(SupportsGet = true)]
    public long Before { get; set; }

    /// <summary>What cannot be understood, as a sentence; null where nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Latest first.</summary>
    public IReadOnlyList<RunSummary> Shown { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        DateOnly? day = null;
        if (!string.IsNullOrWhiteSpace(Day))
        {
            if (DateOnly.TryParseExact(Day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) day = read;
            else Problem = $"“{Day}” is no day. Type it as 2026-11-24.";
        }

        if (Problem is null && !ModelState.IsValid) Problem = "The address holds a kind, a result or a number that there is not. Choose below.";
        if (Problem is not null) return;
        var found = await runs.SearchAsync(new RunFilter(string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(), Kind, Result, day), Before, RunsShown + 1, cancellation);
        Shown = [.. found.Take(RunsShown)];
        if (found.Count > RunsShown) Next = Address(Shown[^1].Id);
    }

    string Address(long before) => QueryHelpers.AddQueryString("/admin/runs", new Dictionary<string, string?>
    {
        ["q"] = Name,
        ["kind"] = Kind?.ToString().ToLowerInvariant(),
        ["result"] = Result?.ToString().ToLowerInvariant(),
        ["day"] = Day,
        ["before"] = before.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
