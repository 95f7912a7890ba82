namespace NewsTracker.Benchmarks.Kills;

/// <summary>An undo that is killed has done all or nothing, and the next one does it.</summary>
/// <param name="original">Holds what its first run imported; copies are worked on.</param>
sealed class UndoKills(KeptTracker original)
{
    public async Task RunAsync(KillRounds rounds, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var before = await original.ExportAsync(cancellation);
        var undisturbed = original.CopyTo(Path.Combine(place.Path, "undisturbed"));
        await rounds.RunAsync("undo", () => undisturbed.DoAsync(cancellation, "undo", "1"), after => KillAsync(before, after, cancellation));
    }

    async Task<string> KillAsync(IReadOnlyList<string> before, TimeSpan after, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = original.CopyTo(Path.Combine(place.Path, "killed"));
        await tracker.KillAsync(after, cancellation, "undo", "1");
        await tracker.DoAsync(cancellation, "check");
        var left = await tracker.ExportAsync(cancellation);
        if (left.Count > 0 && !left.SequenceEqual(before)) throw new InvalidDataException("a state in between");
        if (left.Count > 0) await tracker.DoAsync(cancellation, "undo", "1");
        if ((await tracker.ExportAsync(cancellation)).Count > 0) throw new InvalidDataException("articles are left");
        await tracker.DoAsync(cancellation, "check");
        return left.Count > 0 ? "nothing done; the next one does it" : "all done";
    }
}
