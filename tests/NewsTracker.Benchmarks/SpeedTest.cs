using System.Diagnostics;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Benchmarks;

/// <summary>How fast one thread understands files, from bytes to tags, once the code is warm. Related articles count as entries of their own.</summary>
/// <param name="ingestor">The reader.</param>
/// <param name="files">Held in memory: the disk is not what is measured.</param>
sealed class SpeedTest(Ingestor ingestor, IReadOnlyList<SourceFile> files)
{
    /// <summary>The runtime compiles hot code a second time while it runs; after this it has.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    /// <summary>However slow the machine: fewer passes say nothing.</summary>
    const int LeastPasses = 5;

    public int Run(TextWriter report)
    {
        foreach (var group in files.GroupBy(file => ingestor.Ingest(file).Format).Where(group => group.Key is not null).OrderBy(group => group.Key))
        {
            var ofOneFormat = group.ToList();
            Passes(ofOneFormat, WarmUp);
            var passes = Passes(ofOneFormat, Measured).OrderBy(pass => pass.Processor).ToList();
            var (best, median) = (passes[0], passes[passes.Count / 2]);
            report.WriteLine(FormattableString.Invariant(
                $"{group.Key}: {ofOneFormat.Count} files, {best.Entries} entries; per second of processor time {best.Entries / best.Processor.TotalSeconds:F0} entries in the best of {passes.Count} passes, {median.Entries / median.Processor.TotalSeconds:F0} in the median one; by the clock {passes.Max(pass => pass.Entries / pass.Elapsed.TotalSeconds):F0}; slowest file {passes.Min(pass => pass.Slowest).TotalMilliseconds:F0} ms"));
        }

        return 0;
    }

    List<Pass> Passes(List<SourceFile> ofOneFormat, TimeSpan atLeast)
    {
        var clock = Stopwatch.StartNew();
        var passes = new List<Pass>();
        while (clock.Elapsed < atLeast || passes.Count < LeastPasses) passes.Add(Once(ofOneFormat));
        return passes;
    }

    Pass Once(List<SourceFile> ofOneFormat)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var (entries, slowest) = (0, TimeSpan.Zero);
        foreach (var file in ofOneFormat)
        {
            var before = Stopwatch.GetTimestamp();
            entries += 1 + (ingestor.Ingest(file).Draft?.Related.Count ?? 0);
            if (Stopwatch.GetElapsedTime(before) is var took && took > slowest) slowest = took;
        }

        return new Pass(entries, Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor, slowest);
    }

    /// <summary>One time through all files. The processor's time counts the collector's and the compiler's threads too, and no other process's.</summary>
    readonly record struct Pass(int Entries, TimeSpan Elapsed, TimeSpan Processor, TimeSpan Slowest);
}
