using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Undoing;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>Takes an import back: tells the plan, then applies it.</summary>
static class UndoVerb
{
    static readonly Argument<long> Run = new("RUN") { Description = "The run's number, as the desk lists it and import --json prints it.", CustomParser = Number };
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Plan only: tell what would go and what would return, and write nothing." };
    static readonly Option<bool> Json = new("--json") { Description = "One JSON object with the plan and what was applied of it." };

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "undo",
            "Takes an import back: articles that only it brought go and their addresses answer 410, values it changed return. Where later runs build on it, it says which and undoes nothing.",
            "undo 3 --dry-run",
            "undo 3")
        {
            Run, DryRun, Json,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static long Number(ArgumentResult typed)
    {
        var word = typed.Tokens[0].Value;
        if (!long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            typed.AddError($"“{word}” is no number of a run. The desk lists the runs with their numbers, and import --json prints its own.");
        return number;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        var undoer = services.GetRequiredService<Undoer>();
        var json = parsed.GetValue(Json);
        var plan = await undoer.PlanAsync(parsed.GetValue(Run), cancellation);
        if (!json) Write(plan);
        var report = parsed.GetValue(DryRun) ? null : await undoer.ApplyAsync(plan, AuditLog.CommandLine, cancellation);
        if (json) Console.WriteLine(JsonSerializer.Serialize(new UndoLine(report?.RunId, report?.State, plan.RunId, plan.Removed, plan.Returned, plan.Files, plan.RemovedArticles, plan.ReturnedArticles, plan.Corrections), VerbJson.Readable.UndoLine));
        else Console.WriteLine(report is null ? "Dry run, nothing written." : $"Undone by run {report.RunId}.");
        return ExitCodes.Done;
    }

    static void Write(UndoPlan plan)
    {
        Console.WriteLine(RunSentences.Undo(plan));
        Write("goes", plan.RemovedArticles, plan.Removed);
        Write("returns to its former values", plan.ReturnedArticles, plan.Returned);
        foreach (var correction in plan.Corrections)
            Console.WriteLine($"  {correction.ArticleId} “{correction.Title}”: the correction of {FieldWords.Of(correction.Field)} by {correction.MadeBy} waits for the article to return");
    }

    static void Write(string fate, IReadOnlyList<UndoneArticle> articles, int all)
    {
        foreach (var article in articles) Console.WriteLine($"  {article.Id} “{article.Title}” {fate}");
        if (all > articles.Count) Console.WriteLine($"  … and {Counted.Number(all - articles.Count)} more");
    }
}
