using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

public sealed class DeskBackupsTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_administrator_takes_a_backup_sees_it_and_downloads_it()
    {
        await _app.AddAccountAsync();
        using var person = _app.Visitor();
        await person.SignInAsync();
        Assert.Contains("There is no verified backup yet.", await person.GetStringAsync("/admin/backups", Cancellation), StringComparison.Ordinal);

        using var asked = await person.SubmitAsync("/admin/backups", "/admin/backups");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        await EndedAsync();

        var backup = Assert.Single(_app.Services.GetRequiredService<BackupFolder>().List());
        Assert.Equal((19, 1), (backup.Manifest!.Counts.Articles, backup.Manifest.Counts.Accounts));
        foreach (var address in (string[])["/admin", "/admin/backups"])
        {
            var page = await person.GetStringAsync(address, Cancellation);
            Assert.Contains("Last verified backup", page, StringComparison.Ordinal);
            Assert.Contains("Free disk", page, StringComparison.Ordinal);
        }

        using var download = await person.GetAsync($"/admin/backups/{backup.Name}", Cancellation);
        Assert.Equal("application/zip", download.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(download.Headers.CacheControl!.NoStore);
        using var archive = BackupArchive.Open(await download.Content.ReadAsStreamAsync(Cancellation));
        await archive.VerifyAsync(Cancellation);
    }

    [Theory]
    [InlineData("news.db")]
    [InlineData("..%2fnews.db")]
    [InlineData("..%5cnews.db")]
    [InlineData("%2e%2e%2fnews.db")]
    [InlineData("newstracker-20200101-000000.zip")]
    public async Task No_other_name_leads_to_a_file(string name)
    {
        await _app.AddAccountAsync();
        using var person = _app.Visitor();
        await person.SignInAsync();

        using var answer = await person.GetAsync($"/admin/backups/{name}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_editor_sees_backups_but_takes_and_downloads_none()
    {
        await _app.AddAccountAsync("editor@example.org", AccountRole.Editor);
        using var editor = _app.Visitor();
        await editor.SignInAsync("editor@example.org");

        Assert.DoesNotContain("Back up now", await editor.GetStringAsync("/admin/backups", Cancellation), StringComparison.Ordinal);
        using var take = await editor.SubmitAsync("/admin", "/admin/backups");
        Assert.Equal(HttpStatusCode.Forbidden, take.StatusCode);
        using var download = await editor.GetAsync("/admin/backups/newstracker-20200101-000000.zip", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, download.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await _app.AddAccountAsync();
        using var person = _app.Visitor();
        await person.SignInAsync();

        using var answer = await person.PostAsync("/admin/backups", Forms.Body(), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Health_says_in_words_what_is_wrong()
    {
        using var visitor = _app.Visitor();
        Assert.Equal("Healthy", await visitor.GetStringAsync("/health/ready", Cancellation));

        File.Move(Path.Combine(_app.Data, "news.db"), Path.Combine(_app.Data, "moved.db"));
        using var ill = await visitor.GetAsync("/health/ready", Cancellation);
        File.Move(Path.Combine(_app.Data, "moved.db"), Path.Combine(_app.Data, "news.db"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ill.StatusCode);
        Assert.Contains("database: The database file is gone", await ill.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    async Task EndedAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (_app.Services.GetRequiredService<BackupJobs>().Latest is not { IsRunning: false } && await timer.WaitForNextTickAsync(Cancellation))
        {
        }
    }
}
