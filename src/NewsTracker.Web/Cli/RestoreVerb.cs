using System.CommandLine;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>A backup back into the data directory.</summary>
static class RestoreVerb
{
    static readonly Argument<string> File = PathArgument.File("A file that backup wrote.");
    static readonly Option<bool> Force = new("--force") { Description = "Replace the data that is there; it is kept aside, in a folder of the data directory." };

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "restore",
            "Puts a backup in the place of the data, once it is checked whole. Refused while a server or another verb uses the data, and where there is data already, without --force.",
            "restore /mnt/backup/newstracker.zip --data /var/lib/newstracker",
            "restore newstracker.zip --force")
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
        var report = await services.GetRequiredService<Restorer>().RunAsync(file, parsed.GetValue(Force), Console.Error.WriteLine, cancellation);
        Console.WriteLine($"Database: {TextRepair.Visible(services.GetRequiredService<TrackerSettings>().Places.Database)}");
        Console.WriteLine($"Restored as of {DateWords.Instant(report.Manifest.CreatedAt)}: {KeepingWords.Holds(report.Manifest)}");
        if (report.Aside.Length > 0) Console.WriteLine(TextRepair.Visible(report.Aside));
        Console.WriteLine($"New articles get ids from {report.NextArticleId} on, so that none is given twice.");
        return ExitCodes.Done;
    }
}
