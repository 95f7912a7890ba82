using System.Diagnostics;

namespace NewsTracker.Benchmarks;

/// <summary>
/// Imports a folder, then undoes that run again and again on a copy, with the process killed at a random instant: the database must pass its check each
/// time, hold either all articles or none, and the next undo must finish the work.
/// </summary>
sealed class UndoKillSoak(string folder, int times, Random random)
{
    public async Task<int> RunAsync(TextWriter report, CancellationToken cancellation)
    {
        using var original = new TemporaryFolder();
        var tracker = new TrackerProcess(original.Path);
        await tracker.RunAsync(cancellation, "import", folder);
        var before = await ExportAsync(tracker, cancellation);
        var undisturbed = await UndisturbedAsync(original.Path, cancellation);
        report.WriteLine($"undisturbed: {undisturbed.TotalSeconds:F1} s, {before.Count('\n')} articles");
        var failures = 0;
        for (var round = 1; round <= times; round++)
        {
            var after = undisturbed * random.NextDouble();
            var problem = await KillOnceAsync(original.Path, after, before, cancellation);
            report.WriteLine($"{round}: killed after {after.TotalSeconds:F2} s: {problem ?? "whole, completed, equal"}");
            if (problem is not null) failures++;
        }

        report.WriteLine($"{times - failures} of {times} as they should be");
        return failures == 0 ? 0 : 1;
    }

    static async Task<TimeSpan> UndisturbedAsync(string original, CancellationToken cancellation)
    {
        using var place = Copy(original);
        var clock = Stopwatch.StartNew();
        var (code, output) = await new TrackerProcess(place.Path).RunAsync(cancellation, "undo", "1");
        return code == 0 ? clock.Elapsed : throw new InvalidOperationException(output);
    }

    static async Task<string?> KillOnceAsync(string original, TimeSpan after, string before, CancellationToken cancellation)
    {
        using var place = Copy(original);
        var tracker = new TrackerProcess(place.Path);
        using (var undo = tracker.Start("undo", "1"))
        {
            await Task.Delay(after, cancellation);
            undo.Kill(entireProcessTree: true);
            await undo.WaitForExitAsync(cancellation);
        }

        if (await tracker.RunAsync(cancellation, "check") is { ExitCode: not 0 } check) return $"check says {check.ExitCode}: {check.Output}";
        var left = await ExportAsync(tracker, cancellation);
        if (left.Length > 0 && left != before) return "a state in between";
        if (left.Length > 0 && await tracker.RunAsync(cancellation, "undo", "1") is { ExitCode: not 0 } next) return $"the next undo says {next.ExitCode}: {next.Output}";
        return (await ExportAsync(tracker, cancellation)).Length == 0 ? null : "articles are left";
    }

    static TemporaryFolder Copy(string original)
    {
        var place = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(original)) File.Copy(file, Path.Combine(place.Path, Path.GetFileName(file)));
        return place;
    }

    static async Task<string> ExportAsync(TrackerProcess tracker, CancellationToken cancellation) =>
        (await tracker.RunAsync(cancellation, "export", "--format", "jsonl")).Output;
}
