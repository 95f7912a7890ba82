using System.CommandLine;
using System.Text.Json;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>Reads and tags everything stored again, from the originals that were kept: tells the plan, then applies it.</summary>
static class RetagVerb
{
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Plan only: tell what would change and write nothing." };
    static readonly Option<bool> Json = new("--json") { Description = "One JSON object with the plan and what was applied of it." };

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "retag",
            "Reads and tags everything stored again, from the originals, after a change of catalogue or reader: first the plan, then the same plan applied. Corrections stand.",
            "retag --dry-run",
            "retag")
        {
            DryRun, Json,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        var retagger = services.GetRequiredService<Retagger>();
        var json = parsed.GetValue(Json);
        var plan = await ProgressLines.WhileAsync("article", progress => retagger.PlanAsync(progress, cancellation));
        if (!json) RetagText.Write(plan, Console.Out);
        var report = parsed.GetValue(DryRun) ? null
            : await ProgressLines.WhileAsync("article", progress => retagger.ApplyAsync(plan, AuditLog.CommandLine, progress, cancellation));
        Console.WriteLine(json ? Line(plan, report) : report is null ? "Dry run, nothing written." : $"{Counted.Of(report.Articles, "article")} written.");
        if (report is { State: RunState.Cancelled }) throw new OperationCanceledException(cancellation);
        return ExitCodes.Done;
    }

    static string Line(RetagPlan plan, RetagReport? report) => JsonSerializer.Serialize(
        new RetagLine(report?.RunId, report?.State, report?.Articles ?? 0, plan.Articles, plan.Changed, plan.Fields, plan.Companies, plan.Topics), VerbJson.Readable.RetagLine);
}
