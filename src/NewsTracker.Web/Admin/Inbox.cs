using NewsTracker.Storage.Maintenance;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Admin;

/// <summary>A file in the inbox.</summary>
/// <param name="Name">In the folder.</param>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ChangedAt">UTC.</param>
sealed record InboxFile(string Name, string FullPath, long Bytes, DateTime ChangedAt);

/// <summary>The one folder that the desk writes files into. What is there is never written over, and what is removed is put aside.</summary>
/// <param name="settings">Where it is.</param>
sealed class Inbox(TrackerSettings settings)
{
    // Imports pass over what starts with a dot: a file that is still coming, and what was removed.
    const string Coming = ".coming-";
    const string RemovedFolder = ".removed";

    /// <summary>Full path.</summary>
    public string Folder => settings.Import.Inbox;

    /// <summary>Where removed files are put.</summary>
    public string Removed => Path.Combine(Folder, RemovedFolder);

    /// <summary>The files that can be removed, latest first: plain files directly in the folder, no links.</summary>
    public IReadOnlyList<InboxFile> List() => !Directory.Exists(Folder) ? [] :
    [
        .. new DirectoryInfo(Folder).EnumerateFiles()
            .Where(file => !file.Name.StartsWith('.') && file.LinkTarget is null)
            .OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new InboxFile(file.Name, file.FullName, file.Length, file.LastWriteTimeUtc)),
    ];

    /// <summary>Writes a file: it gets its name only when it is whole, and another where the name is taken.</summary>
    /// <param name="name">As <see cref="UploadNames.Clean"/> gave it.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="cancellation">Stops the writing; then nothing is left behind.</param>
    /// <returns>The name that it has.</returns>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written; nothing is left behind.</exception>
    public Task<string> KeepAsync(string name, Stream content, CancellationToken cancellation) => ReceiveAsync(content, coming => MoveToFree(coming, Folder, name), cancellation);

    /// <summary>Writes a file in the place of one that is put aside.</summary>
    /// <param name="name">One of those listed; no other leads anywhere.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="cancellation">Stops the writing; then all is as it was.</param>
    /// <returns>Where the former one is now; null where there is no such file, and nothing was written.</returns>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written; the former file is where it was, or beside it where its name was taken in that instant.</exception>
    public Task<string?> ReplaceAsync(string name, Stream content, CancellationToken cancellation) => ReceiveAsync(content, coming =>
    {
        if (Remove(name) is not { } aside) return null;
        try
        {
            File.Move(coming, Path.Combine(Folder, name), overwrite: false);
            return aside;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            MoveToFree(aside, Folder, name);
            throw;
        }
    }, cancellation);

    /// <summary>Puts a file aside.</summary>
    /// <param name="name">One of those listed; no other leads anywhere.</param>
    /// <returns>Where it is now; null where there is no such file.</returns>
    public string? Remove(string name)
    {
        if (List().FirstOrDefault(file => file.Name == name) is not { } found) return null;
        DataFolder.MakePrivate(Removed);
        return Path.Combine(Removed, MoveToFree(found.FullPath, Removed, name));
    }

    async Task<T> ReceiveAsync<T>(Stream content, Func<string, T> place, CancellationToken cancellation)
    {
        DataFolder.MakePrivate(Folder);
        var coming = Path.Combine(Folder, $"{Coming}{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(coming, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            return place(coming);
        }
        finally
        {
            File.Delete(coming);
        }
    }

    static string MoveToFree(string file, string folder, string name)
    {
        for (var number = 1; ; number++)
        {
            var free = UploadNames.Numbered(name, number);
            var target = Path.Combine(folder, free);
            if (IsTaken(target)) continue;
            try
            {
                File.Move(file, target, overwrite: false);
                return free;
            }
            catch (IOException) when (IsTaken(target))
            {
                // Somebody took the name in this instant.
            }
        }
    }

    // A link that leads nowhere takes its name too: writing through it would leave the folder.
    static bool IsTaken(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
