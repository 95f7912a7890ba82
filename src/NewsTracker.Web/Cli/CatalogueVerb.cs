using System.CommandLine;
using System.Text;
using System.Text.Json;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>The catalogue out of the database as YAML, and entries of a YAML file into it.</summary>
static class CatalogueVerb
{
    static readonly Argument<string> File = PathArgument.File("One YAML file with companies, topics and providers, or some of them.");
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Plan only: tell what would change and write nothing." };
    static readonly Option<bool> Json = new("--json") { Description = "One JSON object with every change." };

    public static Command Create(VerbHost host)
    {
        var export = new Verb("export", "Writes the catalogue in force.", "catalogue export catalogue.yaml") { File };
        export.SetAction((parsed, cancellation) => ExportAsync(host, parsed, cancellation));
        var import = new Verb(
            "import",
            "Brings entries of a file into the catalogue: new ones are added, known ones (by slug, providers by domain) changed, all others stay. A name found in texts is adopted by its slug.",
            "catalogue import more-companies.yaml --dry-run",
            "catalogue import more-companies.yaml")
        {
            File, DryRun, Json,
        };
        import.SetAction((parsed, cancellation) => ImportAsync(host, parsed, cancellation));
        return new Verb("catalogue", "Companies, topics and providers: export and import.", "catalogue export catalogue.yaml") { export, import };
    }

    static async Task<int> ExportAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        var data = await services.GetRequiredService<CatalogueStore>().LoadAsync(cancellation);
        await ExportFile.WriteAsync(Path.GetFullPath(parsed.GetRequiredValue(File)), async output => await output.WriteAsync(Encoding.UTF8.GetBytes(CatalogueWriter.Text(data)), cancellation));
        await Console.Error.WriteLineAsync($"{Counted.Of(data.Companies.Count, "company", "companies")}, {Counted.Of(data.Topics.Count, "topic")} and {Counted.Of(data.Providers.Count, "provider")} written.");
        return ExitCodes.Done;
    }

    static async Task<int> ImportAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        var catalogue = services.GetRequiredService<CatalogueImport>();
        var plan = await catalogue.PlanAsync(Path.GetFullPath(parsed.GetRequiredValue(File)), cancellation);
        if (plan.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(TextRepair.Visible(CatalogueMistakes.Describe(parsed.GetRequiredValue(File), plan.Errors)));
            return ExitCodes.SomeFailed;
        }

        var writes = !parsed.GetValue(DryRun) && plan.Changes.Count > 0;
        if (writes) await catalogue.ApplyAsync(plan, AuditLog.CommandLine, cancellation);
        if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize(new CatalogueLine(writes, plan.Changes, plan.Same, plan.NotInFile), VerbJson.Readable.CatalogueLine));
        else await WriteAsync(plan, writes, services.GetRequiredService<Retagger>(), cancellation);
        return ExitCodes.Done;
    }

    static async Task WriteAsync(CataloguePlan plan, bool written, Retagger retagger, CancellationToken cancellation)
    {
        foreach (var change in plan.Changes)
        {
            Console.WriteLine($"{change.List}: {change.Name} ({change.Key}) {(change.IsNew ? "new" : "changed")}");
            foreach (var field in change.Fields) Console.WriteLine($"  {field.Field}: {field.Old ?? "nothing"} → {field.New ?? "nothing"}");
        }

        Console.WriteLine($"{Counted.Number(plan.Changes.Count(change => change.IsNew))} new, {Counted.Number(plan.Changes.Count(change => !change.IsNew))} changed, {Counted.Number(plan.Same)} the same; {Counted.Number(plan.NotInFile)} that the file lacks stay.");
        if (!written) Console.WriteLine("Nothing written.");
        else if (await retagger.NeededAsync(cancellation) is > 0 and var stale) Console.WriteLine(RetagText.Needed(stale));
    }
}
