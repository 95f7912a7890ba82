using NewsTracker.Benchmarks.Kills;
using NewsTracker.Benchmarks.Synthetic;

namespace NewsTracker.Tests.Benchmarks;

/// <summary>A little of what <c>NewsTracker.Benchmarks -- soak kill</c> does.</summary>
public sealed class KillSoakTests : IDisposable
{
    readonly string _inbox = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_inbox, recursive: true);
    }

    [Fact]
    public async Task Killed_imports_retags_undos_backups_and_restores_leave_nothing_half()
    {
        SyntheticFiles.Write(_inbox, count: 60, seed: 11, related: 4);
        using var report = new StringWriter();

        var code = await new KillSoak(_inbox, times: 1, new Random(11)).RunAsync(report, TestContext.Current.CancellationToken);

        Assert.True(code == 0, report.ToString());
    }
}
