using System.Diagnostics;
using System.Globalization;

namespace NewsTracker.Benchmarks.Load;

/// <summary>How long each of some requests took.</summary>
/// <param name="milliseconds">In any order.</param>
sealed class Latencies(IEnumerable<double> milliseconds)
{
    readonly double[] _sorted = [.. milliseconds.Order()];

    /// <summary>The value that a share of them does not exceed.</summary>
    public double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];

    /// <summary>Median and 99th percentile.</summary>
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"p50 {At(.5):F1}, p99 {At(.99):F1} ms");

    /// <summary>Measures an action again and again, one after the other.</summary>
    public static async Task<Latencies> OfAsync<T>(IEnumerable<T> over, Func<T, Task> action)
    {
        List<double> taken = [];
        foreach (var item in over)
        {
            var start = Stopwatch.GetTimestamp();
            await action(item);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Latencies(taken);
    }
}
