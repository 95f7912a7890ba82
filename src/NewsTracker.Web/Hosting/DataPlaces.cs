using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Web.Hosting;

/// <summary>Where everything lies that the tracker writes: one directory, printed at start, never the current one.</summary>
/// <param name="Root">Full path.</param>
public sealed record DataPlaces(string Root)
{
    /// <summary>What of it backups hold.</summary>
    public DataFolder Data => new(Root);

    /// <summary>The one SQLite file.</summary>
    public string Database => Data.Database;

    /// <summary>The log files.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>The keys that sign cookies and forms.</summary>
    public string Keys => Data.Keys;

    /// <summary>
    /// The directory asked for, else <c>data/</c> beside the solution when run from a clone, else the platform's application-data folder.
    /// </summary>
    /// <param name="asked">From <c>--data</c> or <c>Data:Path</c>; relative to where the person stands.</param>
    /// <param name="clone">The clone this build runs from; null elsewhere.</param>
    public static DataPlaces Resolve(string? asked, Clone? clone)
    {
        if (!string.IsNullOrWhiteSpace(asked)) return new(Path.GetFullPath(asked));
        if (clone is not null) return new(Path.Combine(clone.Root, "data"));
        var applicationData = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new(Path.Combine(applicationData, "NewsTracker"));
    }

    /// <summary>Makes the directories, for the owner's eyes only: they hold password hashes and signing keys.</summary>
    /// <exception cref="IOException">The disk or its permissions do not allow it.</exception>
    public void Create()
    {
        foreach (var directory in (string[])[Root, Logs, Keys]) DataFolder.MakePrivate(directory);
    }
}
