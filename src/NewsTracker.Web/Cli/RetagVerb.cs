using System.CommandLine;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>Reads and tags everything stored again, from the originals that were kept.</summary>
static class RetagVerb
{
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what would change and write nothing." };

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "retag",
            "Reads and tags everything stored again, from the originals, after a change of catalogue or reader. Corrections stand.",
            "retag --dry-run",
            "retag")
        {
            DryRun,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        var dryRun = parsed.GetValue(DryRun);
        var report = await services.GetRequiredService<Retagger>().RunAsync(dryRun, "command line", cancellation);
        Console.WriteLine(
            $"{(dryRun ? "Dry run, nothing written. " : "")}{Counted.Of(report.Articles, "article")} read again: " +
            $"{Counted.Number(report.Changed)} changed, {Counted.Of(report.TagsAdded, "tag")} added, {Counted.Of(report.TagsRemoved, "tag")} removed");
        if (report.State == RunState.Cancelled) throw new OperationCanceledException(cancellation);
        return ExitCodes.Done;
    }
}
