using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

/// <summary>What people do at the desk stands in the log, as an administrator reads it; nothing secret does.</summary>
public sealed partial class LogPageTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_correction_and_its_way_back_are_told_with_before_and_after()
    {
        using var admin = await AdminAsync();
        var title = (await admin.GetStringAsync("/admin/articles/1", Cancellation)) is var page ? WebUtility.HtmlDecode(Headline().Match(page).Groups[1].Value) : "";
        await SubmitAsync(admin, "/admin/articles/1", "/admin/articles/1", ("Form.Field", "title"), ("Form.Value", "Right"), ("Form.Reason", "the page says so"));
        await SubmitAsync(admin, "/admin/articles/1", "/admin/articles/1", ("Form.Field", "title"), ("Form.Value", "Righter"));
        await SubmitAsync(admin, "/admin/articles/1", "/admin/articles/1?handler=Revert", ("correction", "2"));

        var entries = await EntriesAsync();

        Assert.Equal([(AuditKind.CorrectionReverted, "Righter", title), (AuditKind.Corrected, "Right", "Righter"), (AuditKind.Corrected, title, "Right")],
            entries.Where(entry => entry.Subject == "title").Select(entry => (entry.Kind, entry.Before!, entry.After!)));
        var log = await admin.GetStringAsync("/admin/log", Cancellation);
        Assert.Contains("took back a correction of", log, StringComparison.Ordinal);
        Assert.Contains("the page says so", log, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/admin/articles/1\">article 1</a>", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hiding_showing_importing_signing_in_and_out_are_told()
    {
        using var admin = await AdminAsync();
        await SubmitAsync(admin, "/admin/hide?article=1", "/admin/hide", ("article", "1"), ("counted", "1"), ("reason", "not ours"));
        await SubmitAsync(admin, "/admin/hidden", "/admin/hidden", ("article", "1"));
        await SubmitAsync(admin, "/admin", "/admin?handler=import");
        while (_app.Services.GetRequiredService<ImportJobs>().Latest is { IsRunning: true }) await Task.Delay(20, Cancellation);
        await SubmitAsync(admin, "/admin/account", "/admin/sign-out");
        await admin.SignInAsync();

        var entries = (await EntriesAsync()).Where(entry => entry.Who == NewsTrackerApp.Email).ToList();

        Assert.Equal([AuditKind.SignedIn, AuditKind.SignedOut, AuditKind.ImportStarted, AuditKind.Shown, AuditKind.Hidden, AuditKind.SignedIn], entries.Select(entry => entry.Kind));
        Assert.Equal([1L, 1L], entries.Where(entry => entry.Kind is AuditKind.Hidden or AuditKind.Shown).Select(entry => entry.ArticleId!.Value));
        var log = await admin.GetStringAsync("/admin/log?kind=hidden", Cancellation);
        Assert.Contains("not ours", log, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>signed in</strong>", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_for_accounts_that_exist_and_nothing_that_was_typed_is()
    {
        await _app.AddAccountAsync("editor@example.org", AccountRole.Editor);
        using var admin = await AdminAsync();
        using var visitor = _app.Visitor();
        foreach (var email in (string[])["editor@example.org", "a secret typed into the wrong field"])
            (await visitor.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", email), ("Password", "another secret"))).Dispose();

        var entry = Assert.Single(await EntriesAsync(), entry => entry.Kind == AuditKind.SignInRefused);

        Assert.Equal(("somebody", "editor@example.org"), (entry.Who, entry.Subject));
        var csv = await admin.GetStringAsync("/admin/log.csv", Cancellation);
        Assert.DoesNotContain("secret", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(NewsTrackerApp.Password, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_download_holds_what_the_page_shows_and_no_cell_starts_a_formula()
    {
        using var admin = await AdminAsync();
        await _app.Services.GetRequiredService<AuditLog>().WriteAsync(new AuditAct("=cmd", AuditKind.Corrected) { ArticleId = 3, Before = "one\ntwo", After = "+1" }, Cancellation);

        using var download = await admin.GetAsync("/admin/log.csv?who=%3Dcmd", Cancellation);
        var csv = await download.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("log.csv", download.Content.Headers.ContentDisposition?.FileName);
        Assert.StartsWith("id,at,who,kind,subject,article,run,reason,before,after\r\n", csv, StringComparison.Ordinal);
        Assert.Contains(",'=cmd,corrected,,3,,,\"one\ntwo\",'+1\r\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("signedIn", csv, StringComparison.Ordinal);
        using var wrong = await admin.GetAsync("/admin/log.csv?kind=murder", Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    async Task<HttpClient> AdminAsync()
    {
        await _app.AddAccountAsync();
        var admin = _app.Visitor();
        await admin.SignInAsync();
        return admin;
    }

    async Task<IReadOnlyList<AuditEntry>> EntriesAsync() =>
        (await _app.Services.GetRequiredService<AuditQueries>().PageAsync(new AuditFilter(null, null), null, 100, Cancellation)).Entries;

    static async Task SubmitAsync(HttpClient client, string page, string action, params (string, string)[] fields)
    {
        using var answer = await client.SubmitAsync(page, action, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [GeneratedRegex("id=\"f-title\" name=\"Form.Value\" value=\"([^\"]*)\"")]
    private static partial Regex Headline();
}
