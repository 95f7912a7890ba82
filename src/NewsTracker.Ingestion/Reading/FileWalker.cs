namespace NewsTracker.Ingestion.Reading;

/// <summary>What the walker came upon: a file to read, or a path that cannot be one; exactly one of the two last is set.</summary>
/// <param name="Path">How people name it: below its root, with <c>/</c>; as typed where it does not exist.</param>
/// <param name="File">To be read.</param>
/// <param name="Rejection">Why it cannot be.</param>
/// <param name="FullPath">Where it lies.</param>
public sealed record Found(string Path, FoundFile? File, Rejection? Rejection, string FullPath);

/// <summary>
/// Lists the files under folders and among named files, each once, in ordinal order of their paths. Hidden entries and folders named
/// <c>catalogue</c> are passed over; links inside a root are followed once, links out of it are reported.
/// </summary>
public static class FileWalker
{
    /// <summary>The folder that holds companies, topics and providers; never read as articles.</summary>
    public const string CatalogueFolder = "catalogue";

    /// <summary>Walks roots in the order given.</summary>
    /// <param name="roots">Files and folders, as full paths or relative to the process's folder.</param>
    public static IEnumerable<Found> Walk(IEnumerable<string> roots)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var typed in roots)
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed));
            if (Directory.Exists(path))
            {
                foreach (var found in Folder(path, "", seen)) yield return found;
            }
            else if (Path.GetDirectoryName(path) is not { } folder || !Exists(path))
            {
                yield return Rejected(typed, path, "There is no such file or folder. Check the spelling and the place you stand in.");
            }
            else if (FirstSight(path, seen))
            {
                yield return OfFile(folder, Path.GetFileName(path));
            }
        }
    }

    static IEnumerable<Found> Folder(string root, string below, HashSet<string> seen)
    {
        var folder = Path.Combine(root, below);
        if (!FirstSight(folder, seen)) yield break;
        if (Entries(folder) is not { } entries)
        {
            yield return Rejected(below.Length == 0 ? folder : below, folder, "This account may not look into the folder. Give it permission, then import again.");
            yield break;
        }

        foreach (var name in entries.Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal))
        {
            var path = below.Length == 0 ? name : $"{below}/{name}";
            var full = Path.Combine(root, path);
            if (!Directory.Exists(full))
            {
                if (FirstSight(full, seen)) yield return OfFile(root, path);
            }
            else if (name != CatalogueFolder)
            {
                if (FileNature.RealPath(full) is { } real && !FileNature.IsInside(root, real)) yield return Rejected(path, full, FileNature.LinkOut);
                else foreach (var found in Folder(root, path, seen)) yield return found;
            }
        }
    }

    static Found OfFile(string root, string path)
    {
        var file = new FoundFile(root, path);
        try
        {
            return FileNature.WhyNotOpened(root, file.FullPath) is { } reason ? Rejected(path, file.FullPath, reason) : new Found(path, file, null, file.FullPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Rejected(path, file.FullPath, "The file cannot be looked at. Check that it exists and that this account may read it.");
        }
    }

    static bool FirstSight(string path, HashSet<string> seen) => seen.Add(FileNature.RealPath(path) ?? path);

    static bool Exists(string path) => File.Exists(path) || new FileInfo(path).LinkTarget is not null;

    static string[]? Entries(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static Found Rejected(string path, string fullPath, string message) => new(path, null, new Rejection(RejectionCode.Unreadable, message), fullPath);
}
