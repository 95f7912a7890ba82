using NewsTracker.Benchmarks;

namespace NewsTracker.Tests.Benchmarks;

/// <summary>A tenth of what <c>NewsTracker.Benchmarks -- soak mutations</c> does, of inputs that are an eighth as long at most.</summary>
public sealed class MutationSoakTests
{
    [Fact]
    public void No_damage_to_a_file_makes_the_reader_fail_or_hang()
    {
        using var report = new StringWriter();

        var code = new MutationSoak(Specimens.Ingestor(), new FileMutations(Specimens.Own(), FileMutations.MostBytes / 8), seed: 1, report).Run(count: 10_000, TestContext.Current.CancellationToken);

        Assert.True(code == 0, report.ToString());
    }
}
