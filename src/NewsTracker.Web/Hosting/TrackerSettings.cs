using NewsTracker.Ingestion;
using Serilog.Events;

namespace NewsTracker.Web.Hosting;

/// <summary>Everything that can be configured, read and checked once, for the server and for every verb.</summary>
/// <param name="Places">Section <c>Data</c>: where the tracker writes.</param>
/// <param name="Import">Section <c>Import</c>: what it reads by itself.</param>
/// <param name="CatalogueFolder"><c>Catalogue:Folder</c>: loaded into an empty database, and what <c>inspect</c> tags with.</param>
/// <param name="Limits">Section <c>Ingestion</c>: how much of a file is taken.</param>
/// <param name="Log">Section <c>Log</c>.</param>
/// <param name="Backups">Section <c>Backups</c>.</param>
/// <param name="Proxies"><c>Proxy:Known</c>: the reverse proxies whose word on visitor and scheme is taken.</param>
public sealed record TrackerSettings(
    DataPlaces Places, ImportSettings Import, string CatalogueFolder, IngestionLimits Limits, LogSettings Log, BackupSettings Backups, IReadOnlyList<System.Net.IPNetwork> Proxies)
{
    /// <summary>Reads them all and reports every mistake at once.</summary>
    /// <param name="configuration">Files, environment and command line together.</param>
    /// <exception cref="SettingsException">A value is not allowed, or a key is unknown.</exception>
    public static TrackerSettings Read(IConfiguration configuration)
    {
        var clone = Clone.Find();
        var seeds = Clone.SeedFolder(clone);
        var reader = new SettingsReader(configuration);
        var defaults = new IngestionLimits();
        var places = DataPlaces.Resolve(reader.Text("Data:Path"), clone);
        var backups = reader.Folder("Backups:Folder") ?? Path.Combine(places.Root, "backups");
        var settings = new TrackerSettings(
            places,
            new ImportSettings(
                reader.Folders("Import:Folders") is { Count: > 0 } folders ? folders : [seeds],
                reader.Flag("Import:OnStart", false),
                reader.Inbox("Import:Inbox", places.Root, [places.Keys, places.Logs, backups]),
                reader.Number("Import:MaxUploadBytes", 64 * 1024 * 1024, 1024, 1024L * 1024 * 1024)),
            reader.Text("Catalogue:Folder") is { } folder ? Path.GetFullPath(folder) : Path.Combine(seeds, "catalogue"),
            new IngestionLimits
            {
                MaxFileBytes = reader.Number("Ingestion:MaxFileBytes", defaults.MaxFileBytes, 1024, 1024L * 1024 * 1024),
                MaxYamlDepth = (int)reader.Number("Ingestion:MaxYamlDepth", defaults.MaxYamlDepth, 1, 1000),
                MaxYamlAliases = (int)reader.Number("Ingestion:MaxYamlAliases", defaults.MaxYamlAliases, 0, 10_000),
                MaxRelated = (int)reader.Number("Ingestion:MaxRelated", defaults.MaxRelated, 0, 100_000),
            },
            new LogSettings(reader.Choice("Log:Level", LogEventLevel.Information), (int)reader.Number("Log:KeepFiles", 14, 1, 1000)),
            new BackupSettings(
                reader.Every("Backups:Every", TimeSpan.FromDays(1), TimeSpan.FromMinutes(5), TimeSpan.FromDays(365)),
                (int)reader.Number("Backups:Keep", 7, 1, 1000),
                backups),
            reader.Networks("Proxy:Known"));
        reader.Finish();
        return settings;
    }
}

/// <summary>What the tracker reads by itself.</summary>
/// <param name="Folders">Full paths; the seeds where nothing is configured.</param>
/// <param name="OnStart">True imports at every start; otherwise only into an empty database.</param>
/// <param name="Inbox">Full path of the folder that uploads go to; made with the first one.</param>
/// <param name="MaxUploadBytes">All files of one upload together.</param>
public sealed record ImportSettings(IReadOnlyList<string> Folders, bool OnStart, string Inbox, long MaxUploadBytes)
{
    /// <summary>All that is read where nothing else is named: the folders, and the inbox once it exists.</summary>
    public IReadOnlyList<string> Sources => Directory.Exists(Inbox) ? [.. Folders.Append(Inbox).Distinct(StringComparer.Ordinal)] : Folders;
}

/// <summary>What is logged.</summary>
/// <param name="Level">The least important events that are kept.</param>
/// <param name="KeepFiles">Days, one file each, before the oldest goes.</param>
public sealed record LogSettings(LogEventLevel Level, int KeepFiles);

/// <summary>The backups that the server takes by itself.</summary>
/// <param name="Every">Between two of them; null: none.</param>
/// <param name="Keep">How many stay.</param>
/// <param name="Folder">Full path.</param>
public sealed record BackupSettings(TimeSpan? Every, int Keep, string Folder);
