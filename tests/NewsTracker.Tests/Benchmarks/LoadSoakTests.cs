using NewsTracker.Benchmarks;
using NewsTracker.Benchmarks.Load;
using NewsTracker.Benchmarks.Synthetic;

namespace NewsTracker.Tests.Benchmarks;

/// <summary>A tenth of what <c>NewsTracker.Benchmarks -- soak load</c> does: outcomes, no times.</summary>
public sealed class LoadSoakTests : IDisposable
{
    readonly string _data = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Browsing_an_import_a_backup_and_corrections_at_once_lose_nothing_and_fail_nowhere()
    {
        await new SyntheticTracker(_data, articles: 500, seed: 1).WriteAsync(TextWriter.Null, TestContext.Current.CancellationToken);
        using var report = new StringWriter();

        var code = await new LoadSoak(TrackerProcess.Executable, _data, clients: 8, TimeSpan.FromSeconds(6), articles: 5000, report).RunAsync(TestContext.Current.CancellationToken);

        Assert.True(code == 0, report.ToString());
    }
}
