using System.Text.Json.Nodes;

namespace NewsTracker.Benchmarks.Kills;

/// <summary>An import that is killed is finished by the next one at once, with the outcome of an undisturbed one.</summary>
/// <param name="folder">Files to import.</param>
sealed class ImportKills(string folder)
{
    public async Task RunAsync(KillRounds rounds, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var undisturbed = new KeptTracker(Path.Combine(place.Path, "undisturbed"));
        IReadOnlyList<string> expected = [];
        await rounds.RunAsync("import", () => undisturbed.DoAsync(cancellation, "import", folder), async after =>
        {
            if (expected.Count == 0) expected = await ExportAsync(undisturbed, cancellation);
            return await KillAsync(after, expected, cancellation);
        });
    }

    async Task<string> KillAsync(TimeSpan after, IReadOnlyList<string> expected, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var tracker = new KeptTracker(Path.Combine(place.Path, "killed"));
        await tracker.KillAsync(after, cancellation, "import", folder);
        // Killed early enough there is no database that a check or an export could look at.
        var left = File.Exists(Path.Combine(tracker.Data, "news.db")) ? await LeftAsync(tracker, cancellation) : 0;
        await tracker.DoAsync(cancellation, "import", folder);
        await tracker.DoAsync(cancellation, "check");
        if (!(await ExportAsync(tracker, cancellation)).SequenceEqual(expected)) throw new InvalidDataException("the end state differs from that of an undisturbed import");
        return $"{(left == 0 ? "nothing" : left == expected.Count ? "all" : "a part")} there; the next one completes it";
    }

    static async Task<int> LeftAsync(KeptTracker tracker, CancellationToken cancellation)
    {
        await tracker.DoAsync(cancellation, "check");
        return (await tracker.ExportAsync(cancellation)).Count;
    }

    // When it was imported differs between runs, everything else must not.
    static async Task<IReadOnlyList<string>> ExportAsync(KeptTracker tracker, CancellationToken cancellation) => [.. (await tracker.ExportAsync(cancellation)).Select(Timeless)];

    static string Timeless(string line)
    {
        var article = JsonNode.Parse(line)!;
        article["source"]!["importedAt"] = null;
        return article.ToJsonString();
    }
}
