using System.Globalization;
using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Web.Presentation;

/// <summary>Backups and disks, in words.</summary>
static class KeepingWords
{
    static readonly string[] Units = ["kB", "MB", "GB", "TB"];

    /// <summary><c>1.4 GB</c>, in powers of a thousand as disks are sold.</summary>
    /// <param name="bytes">Any number.</param>
    public static string Size(long bytes)
    {
        if (bytes < 1000) return $"{bytes} bytes";
        var size = bytes / 1000.0;
        var unit = 0;
        for (; size >= 999.5 && unit < Units.Length - 1; unit++) size /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }

    /// <summary>“19 articles, no corrections, 1 account”.</summary>
    /// <param name="manifest">A backup's.</param>
    public static string Holds(BackupManifest manifest) => string.Join(
        ", ",
        Counted.Of(manifest.Counts.Articles, "article"),
        Counted.Of(manifest.Counts.Corrections, "correction"),
        Counted.Of(manifest.Counts.Accounts, "account"));
}
