using System.CommandLine;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Cli;

/// <summary>Reads files and tells what the tracker understood, touching no database.</summary>
static class InspectVerb
{
    static readonly Argument<string[]> Paths = PathArgument.Create("Files and folders, folders with all below them.", ArgumentArity.OneOrMore);
    static readonly Option<bool> Json = new("--json") { Description = "One JSON object a file: {\"file\", \"ok\", \"article\" or \"error\"}." };

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "inspect",
            "Reads files and prints what the tracker understood, touching no database. Tags come from the catalogue that ships, or Catalogue:Folder.",
            "inspect seeds/000_4b0547c4aeb0709f.txt",
            "inspect --json seeds")
        {
            Paths, Json,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        var settings = host.Settings(parsed);
        var loading = CatalogueLoader.Load(settings.CatalogueFolder);
        if (loading.Data is not { } catalogue) throw new StoreException(CatalogueMistakes.Describe(settings.CatalogueFolder, loading.Errors));
        var inspection = new Inspection(new SourceReader(settings.Limits), new Ingestor(CompiledCatalogue.Compile(catalogue), settings.Limits));
        var found = FileWalker.Walk(parsed.GetRequiredValue(Paths).Select(Path.GetFullPath)).ToList();
        var json = parsed.GetValue(Json);
        var rejected = 0;
        await foreach (var file in inspection.ReadAsync(found, cancellation))
        {
            if (json) InspectJson.Write(file);
            else InspectText.Write(file, Console.Out);
            if (file.Rejection is not { } rejection) continue;
            rejected++;
            await Console.Error.WriteLineAsync(RunSentences.Rejected(file.Path, rejection));
        }

        return rejected > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
    }
}
