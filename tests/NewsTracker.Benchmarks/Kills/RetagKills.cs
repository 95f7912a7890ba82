using System.Text.Json.Nodes;
using NewsTracker.Benchmarks.Load;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Benchmarks.Kills;

/// <summary>A retag after a change of the catalogue that touches most articles. Killed, it is finished by the next retag, and in every second round by a server that starts.</summary>
/// <param name="original">Holds articles; a copy is worked on.</param>
sealed class RetagKills(KeptTracker original)
{
    const int CommonWords = 5;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    int _round;

    public async Task RunAsync(KillRounds rounds, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var stale = original.CopyTo(Path.Combine(place.Path, "stale"));
        var change = Path.Combine(place.Path, "change.yaml");
        await File.WriteAllTextAsync(change, Topic(await original.ExportAsync(cancellation)), cancellation);
        await stale.DoAsync(cancellation, "catalogue", "import", change);
        var before = await stale.ExportAsync(cancellation);

        var undisturbed = stale.CopyTo(Path.Combine(place.Path, "undisturbed"));
        IReadOnlyList<string> expected = [];
        await rounds.RunAsync("retag", () => undisturbed.DoAsync(cancellation, "retag"), async after =>
        {
            if (expected.Count == 0) expected = await undisturbed.ExportAsync(cancellation);
            if (expected.SequenceEqual(before)) throw new InvalidDataException("the retag changes nothing, so that nothing is proven");
            return await KillAsync(stale, after, expected, cancellation);
        });
    }

    /// <summary>A topic of the most common words in headlines.</summary>
    static string Topic(IReadOnlyList<string> articles)
    {
        var words = articles.SelectMany(line => JsonNode.Parse(line)!["title"]!.GetValue<string>().ToLowerInvariant().Split(' '))
            .Where(word => word.Length > 1 && word.All(char.IsAsciiLetter)).CountBy(word => word).OrderByDescending(pair => pair.Value).Take(CommonWords);
        return $"topics:\n  - name: Soaked\n    slug: soaked\n    description: What most articles say.\n    rules:\n      - weight: 8\n        phrases: [{string.Join(", ", words.Select(pair => $"'{pair.Key}'"))}]\n";
    }

    async Task<string> KillAsync(KeptTracker stale, TimeSpan after, IReadOnlyList<string> expected, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = stale.CopyTo(Path.Combine(place.Path, "killed"));
        await tracker.KillAsync(after, cancellation, "retag");
        var checkedAfter = await tracker.DoAsync(cancellation, "check");
        var (left, begun) = await LeftAsync(tracker, cancellation);
        if (left > 0 != checkedAfter.Contains("Retag needed", StringComparison.Ordinal)) throw new InvalidDataException($"{left} articles wait, and check says: {checkedAfter}");
        var byServer = begun && _round++ % 2 == 1;
        if (byServer) await ServedAsync(tracker, cancellation);
        else await tracker.DoAsync(cancellation, "retag");
        if ((await LeftAsync(tracker, cancellation)).Articles > 0) throw new InvalidDataException("articles wait still");
        await tracker.DoAsync(cancellation, "check");
        if (!(await tracker.ExportAsync(cancellation)).SequenceEqual(expected)) throw new InvalidDataException("the end state differs from that of an undisturbed retag");
        return $"{(left == 0 ? "all" : left == expected.Count ? "nothing" : "a part")} tagged anew; {(byServer ? "a server that starts" : "the next one")} completes it";
    }

    static async Task ServedAsync(KeptTracker tracker, CancellationToken cancellation)
    {
        using var server = await ServedTracker.StartAsync(TrackerProcess.Executable, tracker.Data, cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await LeftAsync(tracker, patience.Token) is { Articles: > 0 } or { Begun: true }) await timer.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>How many articles wait for a retag, and whether the last one was broken off.</summary>
    static async Task<(int Articles, bool Begun)> LeftAsync(KeptTracker tracker, CancellationToken cancellation)
    {
        using var database = new NewsDatabase(Path.Combine(tracker.Data, "news.db"));
        var retagger = new Retagger(database, new CatalogueStore(database, TimeProvider.System), new ImportLockKeeper(database, TimeProvider.System), new IngestionLimits(), TimeProvider.System);
        return (await retagger.NeededAsync(cancellation), await retagger.InterruptedByAsync(cancellation) is not null);
    }
}
