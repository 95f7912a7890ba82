using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace NewsTracker.Benchmarks.Load;

/// <summary>What some clients met that browse without a pause.</summary>
sealed class Browsing
{
    readonly ConcurrentBag<double> _milliseconds = [];
    readonly ConcurrentBag<(string Kind, string Address)> _failed = [];

    /// <summary>Pages that came.</summary>
    public int Pages => _milliseconds.Count;

    /// <summary>Requests that did not.</summary>
    public int Failures => _failed.Count;

    /// <summary>Browses until it is stopped; requests that are under way then are finished.</summary>
    /// <param name="server">Where.</param>
    /// <param name="clients">How many at once.</param>
    /// <param name="next">Gives the next address; asked by one client at a time.</param>
    /// <param name="until">Ends it.</param>
    public static async Task<Browsing> RunAsync(ServedTracker server, int clients, Func<string> next, CancellationToken until)
    {
        var browsing = new Browsing();
        var drawing = new Lock();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(
            async () =>
            {
                while (!until.IsCancellationRequested)
                {
                    string address;
                    lock (drawing) address = next();
                    await browsing.VisitAsync(server, address);
                }
            },
            CancellationToken.None)));
        return browsing;
    }

    async Task VisitAsync(ServedTracker server, string address)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await server.GetAsync(address);
            _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (HttpRequestException problem)
        {
            _failed.Add((problem.StatusCode is { } status ? $"answered {(int)status}" : problem.HttpRequestError.ToString(), address));
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException)
        {
            _failed.Add((problem.GetType().Name, address));
        }
    }

    /// <summary>Prints counts, latencies and each kind of failure with one address.</summary>
    public void Tell(string when, TimeSpan took, TextWriter report)
    {
        var latencies = Pages == 0 ? "" : $"{new Latencies(_milliseconds).Shown}, ";
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{when}: {Pages} pages in {took.TotalSeconds:F1} s, {latencies}{Failures} failed"));
        foreach (var kind in _failed.GroupBy(failure => failure.Kind)) report.WriteLine($"  {kind.Count()} times {kind.Key}, such as {kind.First().Address}");
    }
}
