using System.Diagnostics;

namespace NewsTracker.Benchmarks;

/// <summary>
/// Backs up and restores with the process killed at a random instant. A killed backup leaves either no file of that name or a whole one; a killed restore
/// leaves either the old or the new data, whole; and after either the same verb succeeds at once.
/// </summary>
/// <param name="folder">Files to import, so that there is something to keep.</param>
/// <param name="times">How often to kill each.</param>
/// <param name="random">When.</param>
sealed class KeepingSoak(string folder, int times, Random random)
{
    public async Task<int> RunAsync(TextWriter report, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new KeptTracker(Path.Combine(place.Path, "kept"));
        await tracker.DoAsync(cancellation, "import", folder);
        var kept = await tracker.ExportAsync(cancellation);
        var backup = Path.Combine(place.Path, "kept.zip");
        var clock = Stopwatch.StartNew();
        await tracker.DoAsync(cancellation, "backup", backup);
        var failures = await KillAsync("backup", clock.Elapsed, after => KillBackupAsync(tracker, kept, after, cancellation), report);

        // Something that is not in the backup tells the old data from the new.
        var later = Path.Combine(place.Path, "later.md");
        await File.WriteAllTextAsync(later, "---\ntitle: Later than the backup\nwebUrl: https://example.com/later\n---\n", cancellation);
        await tracker.DoAsync(cancellation, "import", later);
        var old = await tracker.ExportAsync(cancellation);
        var undisturbed = new KeptTracker(Path.Combine(place.Path, "undisturbed"));
        CopyAll(tracker.Data, undisturbed.Data);
        clock.Restart();
        await undisturbed.DoAsync(cancellation, "restore", backup, "--force");
        failures += await KillAsync("restore", clock.Elapsed, after => KillRestoreAsync(tracker.Data, backup, old, kept, after, cancellation), report);
        report.WriteLine($"{(2 * times) - failures} of {2 * times} as they should be");
        return failures == 0 ? 0 : 1;
    }

    async Task<int> KillAsync(string verb, TimeSpan undisturbed, Func<TimeSpan, Task<string>> kill, TextWriter report)
    {
        var failures = 0;
        for (var round = 1; round <= times; round++)
        {
            var after = undisturbed * random.NextDouble();
            try
            {
                report.WriteLine($"{verb} {round}: killed after {after.TotalSeconds:F2} s: {await kill(after)}");
            }
            catch (InvalidDataException problem)
            {
                report.WriteLine($"{verb} {round}: killed after {after.TotalSeconds:F2} s: WRONG: {problem.Message}");
                failures++;
            }
        }

        return failures;
    }

    static async Task<string> KillBackupAsync(KeptTracker tracker, IReadOnlyList<string> kept, TimeSpan after, CancellationToken cancellation)
    {
        using var target = new TemporaryFolder();
        var file = Path.Combine(target.Path, "backup.zip");
        await tracker.KillAsync(after, cancellation, "backup", file);
        var left = Directory.GetFiles(target.Path).Select(Path.GetFileName).Order().ToList();
        await tracker.DoAsync(cancellation, "check");
        if (File.Exists(file)) await RestoresAsync(file, kept, cancellation);
        await tracker.DoAsync(cancellation, "backup", file, "--force");
        if (Directory.GetFiles(target.Path) is not [var only] || only != file) throw new InvalidDataException("the next backup left something of the killed one");
        await RestoresAsync(file, kept, cancellation);
        return $"left {(left.Count == 0 ? "nothing" : string.Join(" ", left))}; the next one restores";
    }

    static async Task RestoresAsync(string file, IReadOnlyList<string> kept, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new KeptTracker(Path.Combine(place.Path, "restored"));
        await tracker.DoAsync(cancellation, "restore", file);
        await tracker.DoAsync(cancellation, "check");
        if (!(await tracker.ExportAsync(cancellation)).SequenceEqual(kept)) throw new InvalidDataException("what was restored differs");
    }

    static async Task<string> KillRestoreAsync(
        string data, string backup, IReadOnlyList<string> old, IReadOnlyList<string> kept, TimeSpan after, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new KeptTracker(Path.Combine(place.Path, "data"));
        CopyAll(data, tracker.Data);
        await tracker.KillAsync(after, cancellation, "restore", backup, "--force");
        var left = Directory.GetFileSystemEntries(tracker.Data).Select(Path.GetFileName).Where(name => name!.StartsWith("rest", StringComparison.Ordinal) || name.StartsWith("repl", StringComparison.Ordinal)).Order().ToList();
        await tracker.DoAsync(cancellation, "check");
        var found = await tracker.ExportAsync(cancellation);
        var isOld = found.SequenceEqual(old);
        if (!isOld && !found.SequenceEqual(kept)) throw new InvalidDataException("what is there is neither the old nor the new data");
        await tracker.DoAsync(cancellation, "restore", backup, "--force");
        await tracker.DoAsync(cancellation, "check");
        if (!(await tracker.ExportAsync(cancellation)).SequenceEqual(kept)) throw new InvalidDataException("what the next restore brought differs");
        if (Directory.GetFileSystemEntries(tracker.Data, "rest*").Length > 0) throw new InvalidDataException("the next restore left something of the killed one");
        return $"{(isOld ? "old" : "new")} data whole ({(left.Count == 0 ? "nothing beside it" : string.Join(" ", left))}); the next one restores";
    }

    static void CopyAll(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}

/// <summary>A tracker whose verbs must succeed.</summary>
/// <param name="data">The data directory.</param>
sealed class KeptTracker(string data)
{
    readonly TrackerProcess _process = new(data);

    public string Data => data;

    /// <summary>Runs a verb that must succeed.</summary>
    public async Task<string> DoAsync(CancellationToken cancellation, params string[] arguments)
    {
        var (code, output) = await _process.RunAsync(cancellation, arguments);
        return code == 0 ? output : throw new InvalidDataException($"{arguments[0]} says {code}: {output}");
    }

    /// <summary>Starts a verb and kills it.</summary>
    public async Task KillAsync(TimeSpan after, CancellationToken cancellation, params string[] arguments)
    {
        using var process = _process.Start(arguments);
        await Task.Delay(after, cancellation);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellation);
    }

    public async Task<IReadOnlyList<string>> ExportAsync(CancellationToken cancellation) =>
        [.. (await DoAsync(cancellation, "export", "--format", "jsonl")).Split('\n').Where(line => line.StartsWith('{'))];
}
