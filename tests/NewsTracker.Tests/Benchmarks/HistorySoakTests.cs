using NewsTracker.Benchmarks;

namespace NewsTracker.Tests.Benchmarks;

/// <summary>A tenth of what <c>NewsTracker.Benchmarks -- soak history</c> does.</summary>
public sealed class HistorySoakTests
{
    [Fact]
    public async Task Every_state_of_every_history_is_the_one_of_the_model()
    {
        using var report = new StringWriter();

        var code = await new HistorySoak(sequences: 200, seed: 1).RunAsync(report, TestContext.Current.CancellationToken);

        Assert.True(code == 0, report.ToString());
    }
}
