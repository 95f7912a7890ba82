using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

public sealed class ImportJobsTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    ImportJobs Jobs => _app.Services.GetRequiredService<ImportJobs>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_import_runs_behind_the_page_and_tells_what_it_did()
    {
        var job = await RunAsync(dryRun: false);

        Assert.Equal(5, job.Report?.Totals.Unchanged);
        Assert.Equal("5 files: 5 unchanged", JobSentences.Progress(job));
        Assert.False(ImportProgressJson.From(job).Running);
    }

    [Fact]
    public async Task A_dry_run_writes_no_run()
    {
        var job = await RunAsync(dryRun: true);

        Assert.Null(job.Report?.RunId);
        Assert.Equal(RunState.Completed, job.Report?.State);
    }

    [Fact]
    public async Task An_import_held_off_by_another_process_says_so()
    {
        var locks = _app.Services.GetRequiredService<ImportLockKeeper>();
        await locks.AcquireAsync(new ImportRun { Kind = RunKind.Import, StartedBy = "somebody else", StartedAt = DateTime.UnixEpoch }, Cancellation);

        var job = await RunAsync(dryRun: false);

        Assert.Contains("somebody else", job.Problem, StringComparison.Ordinal);
        Assert.Contains("One import runs at a time", JobSentences.Progress(job), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_import_is_found_again_by_whoever_loads_the_page_and_can_be_cancelled()
    {
        await _app.AddAccountAsync();
        using var admin = _app.Visitor();
        await admin.SignInAsync();
        for (var number = 0; number < 1500; number++)
            await File.WriteAllTextAsync(Path.Combine(_app.Inbox, $"{number}.md"), $"---\ntitle: \"Megvii opens lab {number}\"\nwebUrl: \"https://example.com/{number}\"\n---\n", Cancellation);
        Assert.True(Jobs.TryStart(new ImportRequest([_app.Inbox], false, "test")));
        while (Jobs.Latest is { IsRunning: true, Progress: null or { Done: 0 } }) await Task.Delay(5, Cancellation);

        var pages = (await admin.GetStringAsync("/admin", Cancellation), await admin.GetStringAsync("/admin/preview", Cancellation));
        (await admin.SubmitAsync("/admin", "/admin/preview?handler=make", ("folder", _app.Inbox))).Dispose();
        for (var load = 0; load < 2; load++)
            Assert.Contains("runs already", await admin.GetStringAsync("/admin/preview", Cancellation), StringComparison.Ordinal);
        (await admin.SubmitAsync("/admin", "/admin?handler=cancel")).Dispose();
        while (Jobs.Latest is { IsRunning: true }) await Task.Delay(5, Cancellation);

        Assert.Contains("of 1,505 files", pages.Item1, StringComparison.Ordinal);
        Assert.Contains("of 1,505 files", pages.Item2, StringComparison.Ordinal);
        Assert.True(Jobs.Latest!.WasCancelled);
        Assert.InRange(Jobs.Latest.Report!.Totals.Done, 100, 1500);
        Assert.Contains("(cancelled)", await admin.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_tells_rate_and_time_left()
    {
        var job = new ImportJob(new ImportRequest([], false, "test"), DateTime.UnixEpoch)
        {
            Progress = new ImportProgress(2531, 500, 500, 0, 0, 0, 0, TimeSpan.FromSeconds(5)),
        };

        Assert.Equal("500 of 2,531 files, 100 a second, about 21 seconds left", JobSentences.Progress(job));
    }

    async Task<ImportJob> RunAsync(bool dryRun)
    {
        Assert.True(Jobs.TryStart(new ImportRequest([_app.Inbox], dryRun, "test")));
        while (Jobs.Latest is { IsRunning: true }) await Task.Delay(20, Cancellation);
        return Jobs.Latest!;
    }
}
