using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

public sealed partial class PreviewPageTests : IAsyncDisposable
{
    const string Page = "/admin/preview";
    const string Make = "/admin/preview?handler=make";
    const string Apply = "/admin/preview?handler=apply";

    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    ImportJobs Jobs => _app.Services.GetRequiredService<ImportJobs>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_preview_tells_everything_and_applying_it_does_just_that()
    {
        using var admin = await SignedInAsync();
        var (changed, broken, renamed, gone) = (InInbox(0), InInbox(1), InInbox(2), InInbox(3));
        Change(changed);
        File.WriteAllText(broken, "---\ntitle: \"never closed\n---\n");
        File.Move(renamed, Path.Combine(_app.Inbox, "renamed.txt"));
        File.Delete(gone);

        var shown = await PreviewAsync(admin, _app.Inbox);

        Assert.Contains("4 files: 1 updated, 2 unchanged, 1 rejected", shown, StringComparison.Ordinal);
        Assert.Matches("<a class=\"brings\" href=\"/articles/[0-9]+/-\">A headline changed by hand</a>", shown);
        Assert.Contains("yaml, line 2", shown, StringComparison.Ordinal);
        Assert.Contains($"<code>{Path.GetFileName(renamed)}</code> is now <code>renamed.txt</code>", await admin.GetStringAsync($"{Page}?show=renamed", Cancellation), StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(gone), await admin.GetStringAsync($"{Page}?show=gone", Cancellation), StringComparison.Ordinal);

        (await admin.SubmitAsync(Page, Apply, ("made", Made(shown)))).Dispose();
        var job = await EndedAsync();
        Assert.Equal((1, 2, 1), (job.Report!.Totals.Updated, job.Report.Totals.Unchanged, job.Report.Totals.Rejected));
        var run = await _app.Services.GetRequiredService<RunQueries>().FindAsync(job.Report.RunId!.Value, FileOutcome.Updated, 0, 10, Cancellation);
        Assert.Equal(["title"], Assert.Single(run!.Receipts).Fields);
    }

    [Fact]
    public async Task A_file_that_changed_after_the_preview_is_named_and_a_new_preview_is_offered()
    {
        using var admin = await SignedInAsync();
        Change(InInbox(0));
        var shown = await PreviewAsync(admin, _app.Inbox);
        File.AppendAllText(InInbox(1), "\nOne more word.\n");

        (await admin.SubmitAsync(Page, Apply, ("made", Made(shown)))).Dispose();
        await EndedAsync();

        var refused = WebUtility.HtmlDecode(await admin.GetStringAsync(Page, Cancellation));
        Assert.Contains($"“{Path.GetFileName(InInbox(1))}” changed since the preview was made, so nothing was imported", refused, StringComparison.Ordinal);
        Assert.Contains("Make a preview", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Apply this plan", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_of_one_new_article_lead_to_no_page_that_is_not_there()
    {
        using var admin = await SignedInAsync();
        foreach (var title in (string[])["Megvii opens a lab", "Megvii opens labs"])
            await File.WriteAllTextAsync(Path.Combine(_app.Inbox, $"{title}.txt"), $"---\ntitle: {title}\nwebUrl: https://example.com/2018/lab\n---\n", Cancellation);

        var shown = await PreviewAsync(admin, _app.Inbox);

        Assert.Contains("1 added, 1 updated", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"brings\" href=", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_file_shows_the_headline_date_and_companies_that_it_brings()
    {
        using var admin = await SignedInAsync();
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "new.txt"), "---\ntitle: Megvii opens a lab\nwebUrl: https://example.com/2018/lab\npublishedDateTime: 2018-07-08T00:00:00Z\n---\n", Cancellation);

        var shown = await PreviewAsync(admin, _app.Inbox);

        Assert.Contains(">Megvii opens a lab</strong>", shown, StringComparison.Ordinal);
        Assert.Contains("8 Jul 2018 · Megvii<", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_with_nothing_to_do_says_so_and_has_no_button()
    {
        using var admin = await SignedInAsync();
        Assert.Contains("There is nothing to do", await PreviewAsync(admin, _app.Inbox), StringComparison.Ordinal);
        Assert.DoesNotContain("Apply this plan", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);

        // What was refused once as it is leaves nothing to do either.
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "broken.txt"), "---\ntitle: \"never closed\n---\n", Cancellation);
        var made = Made(await PreviewAsync(admin, _app.Inbox));
        (await admin.SubmitAsync(Page, Apply, ("made", made))).Dispose();
        await EndedAsync();

        Assert.Contains("There is nothing to do", await PreviewAsync(admin, _app.Inbox), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_file_that_is_as_it_was_imported_or_gone_leaves_something_to_do(bool isBack)
    {
        using var admin = await SignedInAsync();
        var file = InInbox(0);
        var imported = await File.ReadAllBytesAsync(file, Cancellation);
        await File.WriteAllTextAsync(file, "---\ntitle: \"never closed\n---\n", Cancellation);
        (await admin.SubmitAsync(Page, Apply, ("made", Made(await PreviewAsync(admin, _app.Inbox))))).Dispose();
        await EndedAsync();
        Assert.Contains(Path.GetFileName(file), await admin.GetStringAsync("/admin/review?files=true", Cancellation), StringComparison.Ordinal);
        if (isBack) await File.WriteAllBytesAsync(file, imported, Cancellation);
        else File.Delete(file);

        var shown = await PreviewAsync(admin, _app.Inbox);

        Assert.Contains("Apply this plan", shown, StringComparison.Ordinal);
        (await admin.SubmitAsync(Page, Apply, ("made", Made(shown)))).Dispose();
        await EndedAsync();
        Assert.Contains("Nothing waits for a look.", await admin.GetStringAsync("/admin/review?files=true", Cancellation), StringComparison.Ordinal);
        Assert.Contains("There is nothing to do", await PreviewAsync(admin, _app.Inbox), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_preview_than_the_one_that_was_seen_is_not_applied()
    {
        using var admin = await SignedInAsync();
        Change(InInbox(0));
        var seen = Made(await PreviewAsync(admin, _app.Inbox));
        await PreviewAsync(admin, _app.Inbox);

        (await admin.SubmitAsync(Page, Apply, ("made", seen))).Dispose();

        Assert.Contains("is held no longer", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        Assert.True(Jobs.Latest!.Request.DryRun);
    }

    [Fact]
    public async Task Only_configured_folders_can_be_chosen()
    {
        using var admin = await SignedInAsync();
        var elsewhere = Directory.CreateDirectory(Path.Combine(_app.Data, "keys")).FullName;
        var above = Path.Combine(_app.Inbox, "..");

        foreach (var folder in (string[])[elsewhere, above, "/", _app.Inbox + "/"])
            (await admin.SubmitAsync(Page, Make, ("folder", folder))).Dispose();

        Assert.Null(Jobs.Latest);
        Assert.Contains("No folder was chosen", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_sees_the_preview_but_makes_and_applies_none()
    {
        using var admin = await SignedInAsync();
        Change(InInbox(0));
        var made = Made(await PreviewAsync(admin, _app.Inbox));
        await _app.AddAccountAsync("editor@example.org", AccountRole.Editor);
        using var editor = _app.Visitor();
        await editor.SignInAsync("editor@example.org");

        var shown = await editor.GetStringAsync(Page, Cancellation);
        Assert.DoesNotContain("Apply this plan", shown, StringComparison.Ordinal);
        using var make = await editor.SubmitAsync("/admin", Make, ("folder", _app.Inbox));
        using var apply = await editor.SubmitAsync("/admin", Apply, ("made", made));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (make.StatusCode, apply.StatusCode));
    }

    async Task<HttpClient> SignedInAsync()
    {
        await _app.AddAccountAsync();
        var admin = _app.Visitor();
        await admin.SignInAsync();
        return admin;
    }

    async Task<string> PreviewAsync(HttpClient admin, string folder)
    {
        (await admin.SubmitAsync(Page, Make, ("folder", folder))).Dispose();
        await EndedAsync();
        return await admin.GetStringAsync(Page, Cancellation);
    }

    async Task<ImportJob> EndedAsync()
    {
        while (Jobs.Latest is null or { IsRunning: true }) await Task.Delay(20, Cancellation);
        return Jobs.Latest;
    }

    string InInbox(int seed) => Path.Combine(_app.Inbox, Path.GetFileName(Seeds.Files[seed]));

    static void Change(string file) => File.WriteAllText(
        file, File.ReadAllText(file).Replace("Chinese facial recognition developer closes $1.5 billion funding round", "A headline changed by hand", StringComparison.Ordinal));

    static string Made(string page) => MadeField().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"made\" value=\"([0-9]+)\"")]
    private static partial Regex MadeField();
}
