using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Tests.Storage.Maintenance;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

public sealed class BackupJobsTests : IAsyncLifetime
{
    readonly KeptFolder _kept = new();
    readonly BackupFolder _backups;

    public BackupJobsTests() => _backups = new BackupFolder(_kept.Backups, _kept.Writer, _kept.Clock);

    public async ValueTask InitializeAsync() => await _kept.ImportAsync([1]);

    public ValueTask DisposeAsync() => _kept.DisposeAsync();

    [Fact]
    public async Task The_schedule_takes_one_after_the_start_and_one_each_interval_and_keeps_as_many_as_asked()
    {
        using var jobs = await StartAsync("24h");
        for (var hour = 0; hour < 71; hour++) await MoveAsync(jobs, TimeSpan.FromHours(1));

        // Started at noon, looked an hour later, and then once a day.
        Assert.Equal(["newstracker-20261126-130000.zip", "newstracker-20261125-130000.zip"], _backups.List().Select(backup => backup.Name));
        await jobs.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nothing_is_taken_by_itself_where_the_schedule_is_off()
    {
        using var jobs = await StartAsync("off");
        for (var day = 0; day < 3; day++) await MoveAsync(jobs, TimeSpan.FromDays(1));

        Assert.Empty(_backups.List());
        Assert.True(jobs.TryStart());
        await EndedAsync(jobs);
        Assert.Single(_backups.List());
        await jobs.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_clock_that_is_moved_back_stops_no_backup()
    {
        using var jobs = await StartAsync("24h");
        await MoveAsync(jobs, TimeSpan.FromMinutes(1));
        var first = Assert.Single(_backups.List()).Name;

        _kept.Clock.SetBack(TimeSpan.FromDays(30));
        await MoveAsync(jobs, TimeSpan.FromDays(1));

        await MoveAsync(jobs, TimeSpan.FromHours(1));

        Assert.Equal(["newstracker-20261026-120100.zip", first], _backups.List().Select(backup => backup.Name));
        await jobs.StopAsync(TestContext.Current.CancellationToken);
    }

    async Task<BackupJobs> StartAsync(string every)
    {
        var settings = TrackerSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = _kept.Folder.Root,
            ["Backups:Every"] = every,
            ["Backups:Keep"] = "2",
            ["Backups:Folder"] = _kept.Backups,
        }).Build());
        var jobs = new BackupJobs(_backups, settings, _kept.Clock, NullLogger<BackupJobs>.Instance);
        await jobs.StartAsync(TestContext.Current.CancellationToken);
        await _kept.Clock.WaitedForAsync(TestContext.Current.CancellationToken);
        return jobs;
    }

    // Until it waits for the clock again.
    async Task MoveAsync(BackupJobs jobs, TimeSpan by)
    {
        _kept.Clock.Move(by);
        await _kept.Clock.WaitedForAsync(TestContext.Current.CancellationToken);
        await EndedAsync(jobs);
    }

    static async Task EndedAsync(BackupJobs jobs)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (jobs.Latest is { IsRunning: true } && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
        }
    }
}
