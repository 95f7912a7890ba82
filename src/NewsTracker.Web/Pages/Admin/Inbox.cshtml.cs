using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The inbox: what lies in it, files that come, files that are put aside.</summary>
/// <param name="inbox">The folder.</param>
/// <param name="changes">What became of files.</param>
/// <param name="refused">Why some were not taken.</param>
/// <param name="jobs">Previews what came.</param>
/// <param name="log">Who sent and removed what.</param>
/// <param name="settings">How much may come at once.</param>
/// <param name="limits">How large a file may be.</param>
[Authorize(Policy = DeskSetup.AdminOnly)]
[EnableRateLimiting(DeskSetup.UploadLimit)]
[TypeFilter<UploadDoor>]
sealed class InboxModel(Inbox inbox, ChangedFiles changes, InboxRefusals refused, ImportJobs jobs, AuditLog log, TrackerSettings settings, IngestionLimits limits) : PageModel
{
    /// <summary>Files on the page.</summary>
    public const int Shown = 500;

    /// <summary>What was just done or refused; null otherwise.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>A name that was taken when a file of that name came; the preview leads back to replacing it.</summary>
    [TempData]
    public string? Taken { get; set; }

    /// <summary>The file that the person is asked about; null otherwise.</summary>
    public string? Asked { get; private set; }

    /// <summary>The file that another is to take the place of; null otherwise.</summary>
    public string? Replaced { get; private set; }

    /// <summary>The folder.</summary>
    public string Folder => inbox.Folder;

    /// <summary>Where removed files are put.</summary>
    public string Removed => inbox.Removed;

    /// <summary>Latest first.</summary>
    public IReadOnlyList<InboxRow> Files { get; private set; } = [];

    /// <summary>Those that a person took back: the next upload's import leaves them out, unless they are ticked.</summary>
    public IEnumerable<InboxRow> Undone => Files.Where(file => file.Standing.Undo is not null);

    /// <summary>Files that are not shown.</summary>
    public int Left { get; private set; }

    /// <summary>A file that was to be removed or replaced and is not there.</summary>
    public string? Absent { get; private set; }

    /// <summary>What is taken at once, in words.</summary>
    public string Limits =>
        $"At most {UploadDoor.MostFiles} files at once, {KeepingWords.Size(settings.Import.MaxUploadBytes)} together, {KeepingWords.Size(limits.MaxFileBytes)} each.";

    /// <summary>Shows it.</summary>
    /// <param name="remove">The file to ask about.</param>
    /// <param name="replace">The file to send another for.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(string? remove, string? replace, CancellationToken cancellation)
    {
        var files = inbox.List();
        Asked = files.FirstOrDefault(file => file.Name == remove)?.Name;
        Replaced = files.FirstOrDefault(file => file.Name == replace)?.Name;
        Absent = (Asked ?? Replaced) is null ? remove ?? replace : null;
        Left = Math.Max(0, files.Count - Shown);
        var shown = files.Take(Shown).ToList();
        var standings = await changes.StandingsAsync(shown.ToDictionary(file => file.FullPath, file => file.Bytes, StringComparer.Ordinal), cancellation);
        var open = shown.Select(file => file.FullPath).Where(path => standings[path].State is FileState.New or FileState.Changed);
        var refusals = await refused.OfAsync([.. open], cancellation);
        Files = [.. shown.Select(file => new InboxRow(file, standings[file.FullPath], refusals.GetValueOrDefault(file.FullPath)))];
    }

    /// <summary>Keeps what came, and previews the inbox.</summary>
    /// <param name="files">The form's.</param>
    /// <param name="again">Names of files that are read again although they were taken back.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> files, IReadOnlyList<string> again, CancellationToken cancellation)
    {
        if (files.Count > UploadDoor.MostFiles) return Told($"{Counted.Of(files.Count, "file")} came; at most {UploadDoor.MostFiles} are taken at once. Nothing was kept. Send fewer at a time.");
        if (files.Count == 0) return Told("No file was chosen, so nothing came. Choose one or more.");
        var report = new UploadReport();
        foreach (var file in files) await KeepAsync(file, report, null, async (name, content) => await inbox.KeepAsync(name, content, cancellation));
        return await PreviewAsync(report, again, cancellation);
    }

    /// <summary>Keeps a file in the place of another, which is put aside, and previews the inbox.</summary>
    /// <param name="name">One of those listed.</param>
    /// <param name="files">The form's; one.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostReplaceAsync(string name, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        if (files.Count != 1) return Told("Choose one file to take the place of the other. Nothing was changed.");
        var report = new UploadReport();
        var aside = default(string);
        await KeepAsync(files[0], report, name, async (_, content) => (aside = await inbox.ReplaceAsync(name, content, cancellation)) is null ? null : name);
        if (aside is not null) await log.WriteAsync(new AuditAct(User.Name(), AuditKind.FileRemoved) { Subject = name, After = aside }, cancellation);
        return await PreviewAsync(report, [], cancellation);
    }

    /// <summary>Puts a file aside.</summary>
    /// <param name="name">One of those listed.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostRemoveAsync(string name, CancellationToken cancellation)
    {
        try
        {
            if (inbox.Remove(name) is not { } aside) return Told("There is no such file in the inbox any more; nothing was removed.");
            await log.WriteAsync(new AuditAct(User.Name(), AuditKind.FileRemoved) { Subject = name, After = aside }, cancellation);
            return Told($"“{name}” was removed from the inbox. It lies in {Path.GetDirectoryName(aside)} as “{Path.GetFileName(aside)}” until you delete it there.");
        }
        catch (Exception problem) when (StoreFailures.Sentence(problem) is { } sentence)
        {
            return Told($"“{name}” was not removed: {sentence}");
        }
    }

    // What was sent is wanted, whatever became of the same bytes before; what else a person took back stays out unless it was ticked.
    async Task<IActionResult> PreviewAsync(UploadReport report, IReadOnlyList<string> again, CancellationToken cancellation)
    {
        if (report.Kept == 0) return Told(report.Sentence());
        await log.WriteAsync(new AuditAct(User.Name(), AuditKind.FilesSent) { Subject = report.Logged() }, cancellation);
        var wanted = inbox.List().Where(file => again.Contains(file.Name) || report.Names.Contains(file.Name)).Select(file => file.FullPath);
        var checksums = await changes.ChecksumsAsync(wanted, cancellation);
        var preview = jobs.TryStart(new ImportRequest([inbox.Folder], true, User.Name(), WithoutUndone: true) { Wanted = checksums.Values.ToHashSet(StringComparer.Ordinal) });
        Taken = report.Taken;
        Notice = preview ? report.Sentence() : $"{report.Sentence()} An import or a preview runs already; preview the inbox when it has ended.";
        return RedirectToPage("/Admin/Preview");
    }

    // The disk gives the name that the file has from then on, or none where there is no place for it any more.
    async Task KeepAsync(IFormFile file, UploadReport report, string? replaced, Func<string, Stream, Task<string?>> keep)
    {
        if (UploadNames.Clean(file.FileName) is not { } name)
        {
            report.Refuse(file.FileName, "no letter of its name can be kept. Rename it, then send it again");
            return;
        }

        if (file.Length > limits.MaxFileBytes)
        {
            report.Refuse(name, $"it has {KeepingWords.Size(file.Length)}, the limit is {KeepingWords.Size(limits.MaxFileBytes)}. Split it, or raise Ingestion:MaxFileBytes");
            return;
        }

        try
        {
            await using var content = file.OpenReadStream();
            if (await keep(name, content) is { } kept) report.Keep(file.FileName, replaced ?? name, kept);
            else report.Refuse(name, "the file whose place it was to take is no longer in the inbox. Send it as a new one");
        }
        catch (Exception problem) when (UploadReport.IsRefusal(problem))
        {
            report.Refuse(name, $"the disk of the inbox did not take it ({UploadReport.Told(problem)}). Nothing of it was left behind. Free some space, then send it again");
        }
        catch (UnauthorizedAccessException)
        {
            report.Refuse(name, "the tracker may not write into the inbox. Give it permission, then send the file again");
        }
    }

    RedirectToPageResult Told(string notice)
    {
        Notice = TextRepair.Visible(notice);
        return RedirectToPage();
    }
}

/// <summary>A file in the inbox, with what became of it.</summary>
/// <param name="File">The file.</param>
/// <param name="Standing">What became of the bytes that it holds now.</param>
/// <param name="Refusal">Why these bytes were not taken; null where nobody knows of a reason.</param>
sealed record InboxRow(InboxFile File, FileStanding Standing, InboxRefusal? Refusal);
