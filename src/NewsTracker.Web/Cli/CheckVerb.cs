using System.CommandLine;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>Whether everything that is stored twice still agrees.</summary>
static class CheckVerb
{
    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "check",
            "Checks that database, text index, article index and originals agree. Each problem stands on standard error; with any, the exit code is 1.",
            "check",
            "check --data /var/lib/newstracker");
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            return await CheckAsync(host, parsed, cancellation);
        }
        catch (Exception problem) when (StoreFailures.IsDamage(problem))
        {
            // So damaged that it cannot even be opened: that is what was to be found out.
            await Console.Error.WriteLineAsync(StoreFailures.Sentence(problem));
            return ExitCodes.SomeFailed;
        }
    }

    static async Task<int> CheckAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        var report = await services.GetRequiredService<IntegrityCheck>().RunAsync(cancellation);
        foreach (var problem in report.Problems) await Console.Error.WriteLineAsync(problem);
        Console.WriteLine(
            $"{Counted.Of(report.Articles, "article")}, {Counted.Of(report.Sightings, "sighting")}, {Counted.Of(report.Documents, "original")}: " +
            (report.Problems.Count == 0 ? "all agree" : Counted.Of(report.Problems.Count, "problem")));
        // No damage, only work that waits, such as that of a retag that was killed.
        if (report.Problems.Count == 0 && await services.GetRequiredService<Retagger>().NeededAsync(cancellation) is > 0 and var stale) Console.WriteLine(RetagText.Needed(stale));
        return report.Problems.Count == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }
}
