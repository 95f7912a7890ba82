using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsTracker.Storage.Maintenance;

/// <summary>What backups in the configured folder are called: the name tells why and when (UTC), and nothing else is ever taken for one.</summary>
public static partial class BackupNames
{
    const string StampFormat = "yyyyMMdd-HHmmss";

    /// <summary>A backup by the schedule or by the desk's button.</summary>
    /// <param name="now">UTC.</param>
    public static string Regular(DateTime now) => $"newstracker-{Stamp(now)}.zip";

    /// <summary>A backup before an upgrade of the schema; the schedule never deletes it.</summary>
    /// <param name="now">UTC.</param>
    public static string BeforeUpgrade(DateTime now) => $"newstracker-before-upgrade-{Stamp(now)}.zip";

    /// <summary>Whether it is one of either.</summary>
    /// <param name="name">A file's name, from anywhere.</param>
    public static bool IsBackup(string name) => Any().IsMatch(name);

    /// <summary>Whether the schedule made it and may delete it.</summary>
    /// <param name="name">A file's name.</param>
    public static bool IsRegular(string name) => IsBackup(name) && !name.Contains("upgrade", StringComparison.Ordinal);

    internal static string Stamp(DateTime now) => now.ToString(StampFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Anewstracker-(before-upgrade-)?[0-9]{8}-[0-9]{6}\.zip\z", RegexOptions.NonBacktracking)]
    private static partial Regex Any();
}
