using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The files of a preview that are looked at.</summary>
enum PreviewPart
{
    /// <summary>Those that would change something, or are not taken.</summary>
    Changes,

    /// <summary>Whose article is new.</summary>
    New,

    /// <summary>Whose article changes.</summary>
    Updated,

    /// <summary>Which change nothing.</summary>
    Unchanged,

    /// <summary>Which are passed over because a person took their bytes back.</summary>
    LeftOut,

    /// <summary>Which are not taken.</summary>
    Rejected,

    /// <summary>Which contradict a correction that stays.</summary>
    Kept,

    /// <summary>Which have another name than when they were imported.</summary>
    Renamed,

    /// <summary>Which are no longer there.</summary>
    Gone,
}

/// <summary>What an import would do, file by file, and the button that does exactly that.</summary>
/// <param name="jobs">Makes and holds it: in memory, because a server that starts again has to look at the files again anyway.</param>
/// <param name="runs">Whether what was applied was taken back since.</param>
/// <param name="settings">The folders to choose among.</param>
/// <param name="authorization">Who may make and apply one.</param>
sealed class PreviewModel(ImportJobs jobs, RunQueries runs, TrackerSettings settings, IAuthorizationService authorization) : PageModel
{
    /// <summary>Files on the page.</summary>
    public const int Shown = 100;

    const int ValueStart = 200;

    /// <summary>What was just asked for and refused; null otherwise.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>A name that was taken in the inbox when a file of that name came; null otherwise.</summary>
    [TempData]
    public string? Taken { get; set; }

    /// <summary>Which files; absent: those that would change something.</summary>
    [BindProperty(SupportsGet = true)]
    public PreviewPart? Show { get; set; }

    /// <summary>How many of them are passed over.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    /// <summary>The import or preview that runs, or ran last.</summary>
    public ImportJob? Job { get; private set; }

    /// <summary>The undo that took the last import back; null while it stands.</summary>
    public long? UndoneBy { get; private set; }

    /// <summary>The preview that is held; null where there is none.</summary>
    public ImportReport? Held => Job is { Request.DryRun: true } ? Job.Report : null;

    /// <summary>Which files are shown.</summary>
    public PreviewPart Part => Show ?? PreviewPart.Changes;

    /// <summary>How many files there are of each part.</summary>
    public IReadOnlyList<(PreviewPart Part, int Count)> Counts { get; private set; } = [];

    /// <summary>Files of the part, on this page.</summary>
    public IReadOnlyList<FileReport> Files { get; private set; } = [];

    /// <summary>Renamed ones, on this page.</summary>
    public IReadOnlyList<RenamedFile> Renamed { get; private set; } = [];

    /// <summary>Gone ones, on this page.</summary>
    public IReadOnlyList<string> Gone { get; private set; } = [];

    /// <summary>How many the next page passes over; null on the last.</summary>
    public int? Next { get; private set; }

    /// <summary>Whether there is no file of this part.</summary>
    public bool IsEmptyPart => Files.Count + Renamed.Count + Gone.Count == 0;

    /// <summary>The folders that may be read.</summary>
    public IReadOnlyList<string> Folders => settings.Import.Sources;

    /// <summary>Whether the person may make and apply a preview.</summary>
    public bool MayImport { get; private set; }

    /// <summary>Shows it.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Job = jobs.Latest;
        if (Job?.Report?.RunId is { } run) UndoneBy = await runs.UndoneByAsync(run, cancellation);
        MayImport = await IsAdminAsync();
        // The page that follows a running import loads itself anew: what was told must outlive that.
        if (Job is { IsRunning: true }) TempData.Keep();
        if (Held is not { } held) return;
        Counts = [.. Enum.GetValues<PreviewPart>().Select(part => (part, Count(held, part)))];
        From = Math.Max(0, From);
        Files = [.. held.Files.Where(file => IsOf(file, Part)).Skip(From).Take(Shown)];
        if (Part == PreviewPart.Renamed) Renamed = [.. held.Moves.Renamed.Skip(From).Take(Shown)];
        if (Part == PreviewPart.Gone) Gone = [.. held.Moves.Gone.Skip(From).Take(Shown)];
        if (Count(held, Part) > From + Shown) Next = From + Shown;
    }

    /// <summary>Makes a preview.</summary>
    /// <param name="folder">What to read; only configured folders count.</param>
    public async Task<IActionResult> OnPostMakeAsync(IReadOnlyList<string> folder)
    {
        if (!await IsAdminAsync()) return Forbid();
        string[] chosen = [.. Folders.Where(folder.Contains)];
        if (chosen.Length == 0) Notice = "No folder was chosen, so there is nothing to preview. Choose one or more of the folders below.";
        else Start(new ImportRequest(chosen, true, User.Name()));
        return RedirectToPage();
    }

    /// <summary>Applies the preview that the person saw.</summary>
    /// <param name="made">When it was made, in ticks.</param>
    public async Task<IActionResult> OnPostApplyAsync(long made)
    {
        if (!await IsAdminAsync()) return Forbid();
        if (jobs.Latest is { Request.DryRun: true, Report.Plan: { } plan } held && held.StartedAt.Ticks == made) Start(ImportRequest.Applying(plan, User.Name()));
        else Notice = "The preview that you saw is held no longer: another was made or an import ran, or the server was started again. Nothing was imported. Make a new preview.";
        return RedirectToPage();
    }

    /// <summary>Whether a folder is ticked: as in the last request, else all are.</summary>
    /// <param name="folder">One of <see cref="Folders"/>.</param>
    public bool IsChosen(string folder) => Job is not { } job || !Folders.Intersect(job.Request.Paths).Any() || job.Request.Paths.Contains(folder);

    /// <summary>A part as the address has it.</summary>
    /// <param name="part">The part.</param>
    public static string Address(PreviewPart part) => part.ToString().ToLowerInvariant();

    /// <summary>A part as people read it.</summary>
    /// <param name="part">The part.</param>
    public static string Word(PreviewPart part) => part switch
    {
        PreviewPart.Changes => "would change or are not taken",
        PreviewPart.LeftOut => "left out",
        PreviewPart.Kept => "corrections kept",
        _ => Address(part),
    };

    /// <summary>A value's beginning.</summary>
    /// <param name="value">Any length.</param>
    public static string Start(string? value) => value is null ? "none" : value.Length <= ValueStart ? value : $"{value[..ValueStart]}…";

    void Start(ImportRequest request)
    {
        if (!jobs.TryStart(request)) Notice = "An import or a preview runs already. Wait for it to end, or cancel it; nothing was started.";
    }

    static int Count(ImportReport held, PreviewPart part) => part switch
    {
        PreviewPart.Renamed => held.Moves.Renamed.Count,
        PreviewPart.Gone => held.Moves.Gone.Count,
        _ => held.Files.Count(file => IsOf(file, part)),
    };

    static bool IsOf(FileReport file, PreviewPart part) => part switch
    {
        PreviewPart.Changes => file.Outcome != FileOutcome.Unchanged || file.Kept.Count > 0 || file.IsLeftOut,
        PreviewPart.New => file.Outcome == FileOutcome.Added,
        PreviewPart.Updated => file.Outcome == FileOutcome.Updated,
        PreviewPart.Unchanged => file.Outcome == FileOutcome.Unchanged && !file.IsLeftOut,
        PreviewPart.LeftOut => file.IsLeftOut,
        PreviewPart.Rejected => file.Outcome == FileOutcome.Rejected,
        PreviewPart.Kept => file.Kept.Count > 0,
        _ => false,
    };

    async Task<bool> IsAdminAsync() => (await authorization.AuthorizeAsync(User, DeskSetup.AdminOnly)).Succeeded;
}
