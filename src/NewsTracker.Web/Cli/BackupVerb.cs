using System.CommandLine;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>Everything a restore needs, into one file, while servers and imports go on.</summary>
static class BackupVerb
{
    static readonly Argument<string> File = PathArgument.File("The file to write: a zip with the database, the keys and a manifest. It holds password hashes: keep it like them.");
    static readonly Option<bool> Force = new("--force") { Description = "Replace a file of that name, once the new one is whole." };

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "backup",
            "Writes everything a restore needs into one file, while a server or an import runs: articles, originals, corrections, catalogue, accounts, keys. The file is verified before it gets its name.",
            "backup /mnt/backup/newstracker.zip",
            "backup newstracker.zip --force")
        {
            File, Force,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(parsed.GetRequiredValue(File));
        await using var services = host.OpenAsIs(parsed);
        VerbHost.RefuseMissing(services.GetRequiredService<TrackerSettings>().Places);
        await services.GetRequiredService<DataHold>().ShareAsync(Console.Error.WriteLine, cancellation);
        var report = await services.GetRequiredService<BackupWriter>().WriteAsync(file, parsed.GetValue(Force), cancellation);
        Console.WriteLine($"{TextRepair.Visible(report.File)}: {KeepingWords.Size(report.Bytes)}, {KeepingWords.Holds(report.Manifest)}; verified");
        return ExitCodes.Done;
    }
}
