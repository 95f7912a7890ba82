using System.Formats.Tar;

namespace NewsTracker.Ingestion.Reading;

/// <summary>What a path is, found out without opening it: opening a pipe would wait for ever.</summary>
static class FileNature
{
    /// <summary>What people read about a link out of its root.</summary>
    public const string LinkOut = "This link leads out of its folder, so it is not followed. Put the file itself into the folder, or import the place it points to.";

    /// <summary>Why a path must not be opened; null for a regular file inside its root.</summary>
    /// <param name="root">Full path of the root.</param>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="IOException">The path vanished or cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be entered.</exception>
    public static string? WhyNotOpened(string root, string path)
    {
        var attributes = File.GetAttributes(path);
        if (RealPath(path) is not { } real) return "This link leads nowhere. Remove it, or restore what it points to.";
        if (!IsInside(root, real)) return LinkOut;
        if (real != path) attributes = File.GetAttributes(real);
        if (attributes.HasFlag(FileAttributes.Directory)) return "This is a folder where a file was expected. Import the folder instead.";
        return IsSpecial(real) ? "This is a pipe, socket or device, not a file, so it is never opened. Remove it from the folder." : null;
    }

    /// <summary>Tells whether a real path lies in a root, the root's own links resolved.</summary>
    /// <param name="root">Full path of the root.</param>
    /// <param name="real">As <see cref="RealPath"/> gives it.</param>
    public static bool IsInside(string root, string real)
    {
        var home = RealPath(root) ?? root;
        return real == home || real.StartsWith(home.EndsWith(Path.DirectorySeparatorChar) ? home : home + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>The path with every link in it resolved.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>Null where a link leads nowhere or in a circle.</returns>
    public static string? RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (new FileInfo(real).LinkTarget is null) continue;
            if (Target(real) is not { } target) return null;
            // The target may itself lie behind links in its folders.
            real = RealPath(target) ?? target;
        }

        return real;
    }

    static string? Target(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true) is { Exists: true } target ? target.FullName
                : Directory.ResolveLinkTarget(link, returnFinalTarget: true) is { Exists: true } folder ? folder.FullName : null;
        }
        catch (IOException)
        {
            // A circle of links.
            return null;
        }
    }

    /// <summary>
    /// Pipes, sockets and devices have no length, so only what has none is looked at more closely. The runtime shows a file's type nowhere
    /// but in the archive entry it makes of it, for which it opens regular files alone.
    /// </summary>
    static bool IsSpecial(string path)
    {
        if (new FileInfo(path).Length > 0) return false;
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true)) writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            // Sockets have no place in an archive.
            return true;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile);
    }
}
