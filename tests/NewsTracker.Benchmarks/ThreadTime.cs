using System.Diagnostics;
using System.Globalization;

namespace NewsTracker.Benchmarks;

/// <summary>What the current thread alone took of the processor.</summary>
static class ThreadTime
{
    const string Counter = "/proc/thread-self/schedstat";

    static readonly bool Counts = File.Exists(Counter);

    /// <summary>So far; by the clock where the system does not count for threads.</summary>
    public static TimeSpan Now() => Counts
        ? TimeSpan.FromTicks(long.Parse(File.ReadAllText(Counter).Split(' ')[0], CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);
}
