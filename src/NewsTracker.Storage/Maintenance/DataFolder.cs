namespace NewsTracker.Storage.Maintenance;

/// <summary>The parts of a data directory that a backup holds and a restore replaces.</summary>
/// <param name="Root">Full path.</param>
public sealed record DataFolder(string Root)
{
    /// <summary>The database's name in the directory and in a backup.</summary>
    public const string DatabaseName = "news.db";

    /// <summary>The name of the folder of keys, likewise.</summary>
    public const string KeysName = "keys";

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(Root, DatabaseName);

    /// <summary>The keys that sign cookies and forms.</summary>
    public string Keys => Path.Combine(Root, KeysName);

    /// <summary>What a restore would overwrite is there.</summary>
    public bool HoldsData => File.Exists(Database) || KeyFiles().Any();

    /// <summary>A restore is under way, or was killed and waits to be finished or discarded.</summary>
    public bool IsBeingRestored => RestoreSwap.IsUnfinished(this);

    /// <summary>The keys, one file each, in a stable order.</summary>
    public IEnumerable<string> KeyFiles() => Directory.Exists(Keys) ? Directory.EnumerateFiles(Keys, "*.xml").Order(StringComparer.Ordinal) : [];

    /// <summary>Makes a directory for the owner's eyes only: password hashes and keys lie in it.</summary>
    /// <param name="path">Full path.</param>
    public static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }
}
