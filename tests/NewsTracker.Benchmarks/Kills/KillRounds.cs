using System.Diagnostics;
using System.Globalization;

namespace NewsTracker.Benchmarks.Kills;

/// <summary>Kills verbs at random instants, again and again, and keeps count.</summary>
/// <param name="times">How often each.</param>
/// <param name="random">When.</param>
/// <param name="report">Takes a line for every kill, and the table.</param>
sealed class KillRounds(int times, Random random, TextWriter report)
{
    readonly List<(string Verb, TimeSpan Undisturbed, int Right, IReadOnlyList<string> Outcomes)> _verbs = [];

    /// <summary>Whether everything was as it should be so far.</summary>
    public bool AllRight => _verbs.All(verb => verb.Right == times);

    /// <summary>Kills one verb.</summary>
    /// <param name="verb">Its name.</param>
    /// <param name="undisturbed">Does it once without a kill, so that it is known how long it takes.</param>
    /// <param name="kill">Does it and kills it after some time; gives what was found, in the same words for the same finding, or throws <see cref="InvalidDataException"/>.</param>
    public async Task RunAsync(string verb, Func<Task> undisturbed, Func<TimeSpan, Task<string>> kill)
    {
        var clock = Stopwatch.StartNew();
        await undisturbed();
        var whole = clock.Elapsed;
        List<string> outcomes = [];
        for (var round = 1; round <= times; round++)
        {
            // Each in its own part of the time, so that few kills reach all of it.
            var after = whole * ((round - random.NextDouble()) / times);
            var outcome = await OutcomeAsync(kill, after);
            if (outcome.Right) outcomes.Add(outcome.Told);
            await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{verb} {round}: killed after {after.TotalSeconds:F2} of {whole.TotalSeconds:F2} s: {(outcome.Right ? "" : "WRONG: ")}{outcome.Told}"));
        }

        _verbs.Add((verb, whole, outcomes.Count, outcomes));
    }

    static async Task<(bool Right, string Told)> OutcomeAsync(Func<TimeSpan, Task<string>> kill, TimeSpan after)
    {
        try
        {
            return (true, await kill(after));
        }
        catch (InvalidDataException problem)
        {
            return (false, problem.Message);
        }
    }

    /// <summary>Prints a line for each verb.</summary>
    public void Tell()
    {
        report.WriteLine("| killed | times | as it should be | left alone | found |\n|---|---|---|---|---|");
        foreach (var (verb, undisturbed, right, outcomes) in _verbs)
        {
            var found = outcomes.CountBy(outcome => outcome).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} × {pair.Key}");
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {verb} | {times} | {right} | {undisturbed.TotalSeconds:F1} s | {string.Join("; ", found)} |"));
        }
    }
}
