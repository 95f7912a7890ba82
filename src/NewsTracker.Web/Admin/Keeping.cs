using NewsTracker.Storage.Maintenance;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>What the desk and the health check say about backups and the disk.</summary>
/// <param name="backups">Where backups are kept.</param>
/// <param name="settings">How often, and where the data lies.</param>
/// <param name="clock">How old the last one is.</param>
public sealed class Keeping(BackupFolder backups, TrackerSettings settings, TimeProvider clock)
{
    /// <summary>Below this an import or a backup can fail any moment.</summary>
    const long LittleSpace = 200_000_000;

    /// <summary>“Last verified backup: 24 Nov 2026, 18:38 UTC, 1.4 MB (19 articles …).”</summary>
    public string Last() => backups.Last() is { Manifest: { } manifest } last
        ? $"Last verified backup: {DateWords.Instant(manifest.CreatedAt)}, {KeepingWords.Size(last.Bytes)} ({KeepingWords.Holds(manifest)})."
        : "There is no verified backup yet.";

    /// <summary>“Free disk: 12 GB for data, 80 GB for backups.”</summary>
    public string FreeDisk()
    {
        var data = Free(settings.Places.Root);
        return Free(backups.Path) is { } other && other != data
            ? $"Free disk: {Told(data)} for the data, {KeepingWords.Size(other)} for backups."
            : $"Free disk: {Told(data)}.";
    }

    /// <summary>What a person should do something about, as sentences without paths: health is told to everybody.</summary>
    public IEnumerable<string> Worries()
    {
        if (Free(settings.Places.Root) is { } left and < LittleSpace) yield return $"The disk of the data is nearly full ({KeepingWords.Size(left)} free). Free some space.";
        if (settings.Backups.Every is not { } every) yield break;
        // Two intervals: one may be late because the server was down. A new tracker has that long for its first.
        if (backups.Last()?.Manifest is { } last && clock.GetUtcNow().UtcDateTime - last.CreatedAt is var age && age > every * 2)
            yield return $"The last verified backup is {Counted.Of((int)Math.Min(age.TotalHours, int.MaxValue), "hour")} old. The desk says what stops the next one.";
    }

    static string Told(long? free) => free is { } bytes ? KeepingWords.Size(bytes) : "not known";

    // The nearest folder that exists already: that of backups is made with the first one.
    static long? Free(string path)
    {
        var folder = new DirectoryInfo(path);
        while (folder is { Exists: false, Parent: { } parent }) folder = parent;
        try
        {
            return new DriveInfo(folder.FullName).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
