using System.Diagnostics;
using NewsTracker.Tests.Storage.Undoing;

namespace NewsTracker.Benchmarks;

/// <summary>Goes through random histories of a tracker, each in a database of its own, and holds every state against the model that the tests use.</summary>
/// <param name="sequences">How many.</param>
/// <param name="seed">Of the first; each next one has the next.</param>
sealed class HistorySoak(int sequences, int seed)
{
    const int BetweenReports = 100;

    public async Task<int> RunAsync(TextWriter report, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var empty = Path.Combine(place.Path, "empty.db");
        await HistoryStore.MakeAsync(empty, Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue"), cancellation);
        var (clock, differences, done) = (Stopwatch.StartNew(), 0, 0);
        for (; done < sequences && !cancellation.IsCancellationRequested; done++)
        {
            if (await RunAsync(empty, seed + done, cancellation) is { } difference)
            {
                differences++;
                await report.WriteLineAsync(difference);
            }

            if ((done + 1) % BetweenReports == 0) await report.WriteLineAsync(FormattableString.Invariant($"{clock.Elapsed.TotalMinutes:F1} min: {done + 1} sequences, {differences} differences"));
        }

        await report.WriteLineAsync(FormattableString.Invariant($"{done} sequences from seed {seed} in {clock.Elapsed.TotalMinutes:F1} min, {differences} differences"));
        return differences == 0 ? 0 : 1;
    }

    static async Task<string?> RunAsync(string empty, int own, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        File.Copy(empty, Path.Combine(place.Path, "news.db"));
        try
        {
            using var store = new HistoryStore(place.Path, cancellation);
            return await new RandomHistory(store, own).RunAsync();
        }
        finally
        {
            // Connections that are pooled hold files of the folder that goes.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
    }
}
