using System.Diagnostics;
using NewsTracker.Ingestion;

namespace NewsTracker.Benchmarks;

/// <summary>Feeds damaged files to the reader for a while: it must never fail by its own fault, never hang and not grow. Each input has a seed of its own.</summary>
/// <param name="ingestor">The reader.</param>
/// <param name="mutations">Makes the inputs.</param>
/// <param name="seed">Of the first input; each next one has the next.</param>
sealed class Soak(Ingestor ingestor, FileMutations mutations, int seed)
{
    /// <summary>Of the processor's time, so that a busy machine is no hang; no input of a megabyte needs nearly as long.</summary>
    static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    static readonly TimeSpan BetweenReports = TimeSpan.FromMinutes(1);

    readonly Dictionary<string, int> _outcomes = [];
    (TimeSpan Elapsed, int Seed, int Bytes) _slowest;
    int _inputs;
    int _faults;

    public int Run(TimeSpan length, TextWriter report, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var nextReport = BetweenReports;
        while (clock.Elapsed < length && !cancellation.IsCancellationRequested)
        {
            if (!Feed(seed + _inputs++, report)) return 1;
            if (clock.Elapsed < nextReport) continue;
            nextReport += BetweenReports;
            Tell(report, clock.Elapsed);
        }

        Tell(report, clock.Elapsed);
        foreach (var (outcome, count) in _outcomes.OrderByDescending(pair => pair.Value)) report.WriteLine($"  {outcome}: {count}");
        return _faults == 0 ? 0 : 1;
    }

    /// <summary>Reads one input; false where it hangs, because the thread that reads it cannot be stopped.</summary>
    bool Feed(int own, TextWriter report)
    {
        var bytes = mutations.Next(new Random(own));
        var start = Environment.CpuUsage.TotalTime;
        var reading = Task.Run(() => ingestor.Ingest(Specimens.Of("soak.txt", bytes)));
        while (!reading.Wait(BetweenLooks))
        {
            if (Environment.CpuUsage.TotalTime - start < Guard) continue;
            report.WriteLine($"seed {own}: hangs for more than {Guard.TotalSeconds:F0} s ({bytes.Length} bytes)");
            return false;
        }

        var elapsed = Environment.CpuUsage.TotalTime - start;
        if (elapsed > _slowest.Elapsed) _slowest = (elapsed, own, bytes.Length);
        Count(own, reading.Result, report);
        return true;
    }

    void Count(int own, FileReading reading, TextWriter report)
    {
        var outcome = reading.Rejection is { } rejection ? $"rejected as {rejection.Code}" : $"read as {reading.Format}";
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        // Bytes that are at hand are called unreadable only where the reader itself failed.
        if (reading.Rejection is not { Code: RejectionCode.Unreadable } fault) return;
        _faults++;
        report.WriteLine($"seed {own}: {fault.Message}");
    }

    void Tell(TextWriter report, TimeSpan elapsed)
    {
        using var process = Process.GetCurrentProcess();
        report.WriteLine(FormattableString.Invariant(
            $"{elapsed.TotalMinutes:F1} min: {_inputs} inputs, {_inputs / elapsed.TotalSeconds:F0}/s, {_faults} faults; slowest {_slowest.Elapsed.TotalSeconds:F2} s (seed {_slowest.Seed}, {_slowest.Bytes} bytes); heap {GC.GetTotalMemory(true) >> 20} MB, peak memory {process.PeakWorkingSet64 >> 20} MB"));
    }
}
