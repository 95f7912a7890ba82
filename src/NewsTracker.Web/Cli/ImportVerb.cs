using System.CommandLine;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>Files and folders into the database.</summary>
static class ImportVerb
{
    static readonly Argument<string[]> Paths = PathArgument.Create("Files and folders, folders with all below them. Default: the configured folders.", ArgumentArity.ZeroOrMore);
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Plan only: tell what would happen and write nothing." };
    static readonly Option<bool> Json = new("--json") { Description = "One JSON object a file on standard output, then one with the totals." };

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "import",
            "Imports files and folders. Again changes nothing; what is known and changed is updated; what is gone stays. Ctrl-C stops after the batch in hand.",
            "import",
            "import ~/articles --dry-run",
            "import seeds/000_4b0547c4aeb0709f.txt --json")
        {
            Paths, DryRun, Json,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenAsync(parsed, cancellation);
        var typed = parsed.GetRequiredValue(Paths);
        IReadOnlyList<string> paths = typed.Length > 0 ? [.. typed.Select(Path.GetFullPath)] : services.GetRequiredService<TrackerSettings>().Import.Sources;
        var request = new ImportRequest(paths, parsed.GetValue(DryRun), AuditLog.CommandLine);
        var importer = services.GetRequiredService<Importer>();
        var report = await ProgressLines.WhileAsync("file", progress => importer.RunAsync(request, progress, cancellation));
        if (parsed.GetValue(Json)) ImportJson.Write(report);
        else Tell(report, request.DryRun);
        foreach (var file in report.Files.Where(file => file.Rejection is not null)) await Console.Error.WriteLineAsync(RunSentences.Rejected(file));
        if (report.State == RunState.Cancelled) throw new OperationCanceledException(cancellation);
        return report.Totals.Rejected > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    static void Tell(ImportReport report, bool dryRun)
    {
        foreach (var file in report.Files)
        {
            var path = TextRepair.Visible(file.Path);
            if (file.Outcome == FileOutcome.Updated) Console.WriteLine($"{path}: updated {string.Join(", ", file.Changes.Select(change => FieldWords.Of(change.Field)).Distinct())}");
            foreach (var kept in file.Kept) Console.WriteLine($"{path}: says something else than the correction of {FieldWords.Of(kept.Field)} by {kept.MadeBy}, which stays");
            foreach (var warning in file.Warnings) Console.WriteLine($"{path}: {warning.Message}");
        }

        foreach (var renamed in report.Moves.Renamed) Console.WriteLine($"{TextRepair.Visible(renamed.From)}: is now {TextRepair.Visible(renamed.To)}");
        foreach (var gone in report.Moves.Gone) Console.WriteLine($"{TextRepair.Visible(gone)}: gone; its article stays");

        Console.WriteLine($"{(dryRun ? "Dry run, nothing written. " : "")}{RunSentences.Totals(report)}");
    }
}
