namespace NewsTracker.Benchmarks.Kills;

/// <summary>A backup that is killed leaves either no file of its name or a whole one, and the next one succeeds at once.</summary>
/// <param name="tracker">Is backed up; it stays as it is.</param>
sealed class BackupKills(KeptTracker tracker)
{
    public async Task RunAsync(KillRounds rounds, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var kept = await tracker.ExportAsync(cancellation);
        await rounds.RunAsync(
            "backup", () => tracker.DoAsync(cancellation, "backup", Path.Combine(place.Path, "undisturbed.zip")), after => KillAsync(kept, after, cancellation));
    }

    async Task<string> KillAsync(IReadOnlyList<string> kept, TimeSpan after, CancellationToken cancellation)
    {
        using var target = new TemporaryFolder();
        var file = Path.Combine(target.Path, "backup.zip");
        await tracker.KillAsync(after, cancellation, "backup", file);
        var left = Directory.GetFiles(target.Path);
        await tracker.DoAsync(cancellation, "check");
        var whole = File.Exists(file);
        if (whole) await RestoresAsync(file, kept, cancellation);
        await tracker.DoAsync(cancellation, "backup", file, "--force");
        if (Directory.GetFiles(target.Path) is not [var only] || only != file) throw new InvalidDataException("the next backup left something of the killed one");
        await RestoresAsync(file, kept, cancellation);
        return $"{(whole ? "a whole file" : left.Length == 0 ? "nothing" : "an unfinished file of another name")} there; the next one restores";
    }

    static async Task RestoresAsync(string file, IReadOnlyList<string> kept, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new KeptTracker(Path.Combine(place.Path, "restored"));
        await tracker.DoAsync(cancellation, "restore", file);
        await tracker.DoAsync(cancellation, "check");
        if (!(await tracker.ExportAsync(cancellation)).SequenceEqual(kept)) throw new InvalidDataException("what was restored differs");
    }
}
