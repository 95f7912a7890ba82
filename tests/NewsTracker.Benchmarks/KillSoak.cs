using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NewsTracker.Benchmarks;

/// <summary>
/// Imports a folder undisturbed, then again and again into fresh places with the process killed at a random instant:
/// the database must pass its check each time, the next import must finish the work at once, and the end state must equal the undisturbed one.
/// </summary>
sealed class KillSoak(string folder, int times, Random random)
{
    public async Task<int> RunAsync(TextWriter report, CancellationToken cancellation)
    {
        var (expected, undisturbed) = await ImportUndisturbedAsync(cancellation);
        report.WriteLine($"undisturbed: {undisturbed.TotalSeconds:F1} s, {expected.Count} articles");
        var failures = 0;
        for (var round = 1; round <= times; round++)
        {
            var after = undisturbed * random.NextDouble();
            var problem = await KillOnceAsync(after, expected, cancellation);
            report.WriteLine($"{round}: killed after {after.TotalSeconds:F2} s: {problem ?? "whole, completed, equal"}");
            if (problem is not null) failures++;
        }

        report.WriteLine($"{times - failures} of {times} as they should be");
        return failures == 0 ? 0 : 1;
    }

    async Task<(IReadOnlyList<string> Articles, TimeSpan Elapsed)> ImportUndisturbedAsync(CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new TrackerProcess(place.Path);
        var clock = Stopwatch.StartNew();
        await tracker.RunAsync(cancellation, "import", folder);
        return (await ExportAsync(tracker, cancellation), clock.Elapsed);
    }

    async Task<string?> KillOnceAsync(TimeSpan after, IReadOnlyList<string> expected, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new TrackerProcess(place.Path);
        using (var import = tracker.Start("import", folder))
        {
            await Task.Delay(after, cancellation);
            import.Kill(entireProcessTree: true);
            await import.WaitForExitAsync(cancellation);
        }

        if (await tracker.RunAsync(cancellation, "check") is { ExitCode: not 0 } check) return $"check says {check.ExitCode}: {check.Output}";
        if (await tracker.RunAsync(cancellation, "import", folder) is { ExitCode: not 0 } next) return $"the next import says {next.ExitCode}: {next.Output}";
        return (await ExportAsync(tracker, cancellation)).SequenceEqual(expected) ? null : "the end state differs";
    }

    // When it was imported differs between runs, everything else must not.
    static async Task<IReadOnlyList<string>> ExportAsync(TrackerProcess tracker, CancellationToken cancellation)
    {
        var (_, output) = await tracker.RunAsync(cancellation, "export", "--format", "jsonl");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).Select(Timeless)];
    }

    static string Timeless(string line)
    {
        var article = JsonNode.Parse(line)!;
        article["source"]!["importedAt"] = null;
        return article.ToJsonString();
    }
}
