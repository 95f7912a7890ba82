namespace NewsTracker.Benchmarks.Kills;

/// <summary>
/// Kills imports, retags, undos, backups and restores at random instants: after each the database is whole, the work is done, absent or taken up again, and the
/// same verb succeeds at once with the outcome of an undisturbed one.
/// </summary>
/// <param name="folder">Files to import.</param>
/// <param name="times">How often to kill each.</param>
/// <param name="random">When.</param>
sealed class KillSoak(string folder, int times, Random random)
{
    public async Task<int> RunAsync(TextWriter report, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new KeptTracker(Path.Combine(place.Path, "kept"));
        await tracker.DoAsync(cancellation, "import", folder);
        var rounds = new KillRounds(times, random, report);
        await new ImportKills(folder).RunAsync(rounds, cancellation);
        await new RetagKills(tracker).RunAsync(rounds, cancellation);
        await new UndoKills(tracker).RunAsync(rounds, cancellation);
        await new BackupKills(tracker).RunAsync(rounds, cancellation);
        await new RestoreKills(tracker).RunAsync(rounds, cancellation);
        rounds.Tell();
        return rounds.AllRight ? 0 : 1;
    }
}
