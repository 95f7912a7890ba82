namespace NewsTracker.Benchmarks.Kills;

/// <summary>A restore that is killed leaves either the old or the new data, whole, and the next one succeeds at once.</summary>
/// <param name="original">Has articles; copies are worked on.</param>
sealed class RestoreKills(KeptTracker original)
{
    public async Task RunAsync(KillRounds rounds, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var kept = await original.ExportAsync(cancellation);
        var backup = Path.Combine(place.Path, "kept.zip");
        await original.DoAsync(cancellation, "backup", backup);

        // Something that is not in the backup tells the old data from the new.
        var tracker = original.CopyTo(Path.Combine(place.Path, "old"));
        var later = Path.Combine(place.Path, "later.md");
        await File.WriteAllTextAsync(later, "---\ntitle: Later than the backup\nwebUrl: https://example.com/later\n---\n", cancellation);
        await tracker.DoAsync(cancellation, "import", later);
        var old = await tracker.ExportAsync(cancellation);
        var undisturbed = tracker.CopyTo(Path.Combine(place.Path, "undisturbed"));
        await rounds.RunAsync(
            "restore", () => undisturbed.DoAsync(cancellation, "restore", backup, "--force"), after => KillAsync(tracker, backup, old, kept, after, cancellation));
    }

    static async Task<string> KillAsync(
        KeptTracker whole, string backup, IReadOnlyList<string> old, IReadOnlyList<string> kept, TimeSpan after, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = whole.CopyTo(Path.Combine(place.Path, "data"));
        await tracker.KillAsync(after, cancellation, "restore", backup, "--force");
        await tracker.DoAsync(cancellation, "check");
        var found = await tracker.ExportAsync(cancellation);
        var isOld = found.SequenceEqual(old);
        if (!isOld && !found.SequenceEqual(kept)) throw new InvalidDataException("what is there is neither the old nor the new data");
        await tracker.DoAsync(cancellation, "restore", backup, "--force");
        await tracker.DoAsync(cancellation, "check");
        if (!(await tracker.ExportAsync(cancellation)).SequenceEqual(kept)) throw new InvalidDataException("what the next restore brought differs");
        if (Directory.GetFileSystemEntries(tracker.Data, "rest*").Length > 0) throw new InvalidDataException("the next restore left something of the killed one");
        return $"{(isOld ? "the old" : "the new")} data there, whole; the next one restores";
    }
}
