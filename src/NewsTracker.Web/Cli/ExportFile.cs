using NewsTracker.Storage;

namespace NewsTracker.Web.Cli;

/// <summary>The file an export goes to: whole or not at all, so that a failure half way leaves an earlier export as it was.</summary>
static class ExportFile
{
    /// <summary>Lets the rows be written beside the file and puts them in its place at the end.</summary>
    /// <param name="path">The file, full path.</param>
    /// <param name="write">Writes all rows.</param>
    /// <exception cref="StoreException">There is no such place for a file.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        if (Directory.Exists(path)) throw new StoreException($"{path} is a folder. Name a file in it.");
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw new StoreException($"There is no folder {Path.GetDirectoryName(path)}, so nothing was written. Make it, or name another place.");
        if (MustStay(new FileInfo(path)))
        {
            await using var output = File.Create(path);
            await write(output);
            return;
        }

        var beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var output = File.Create(beside)) await write(output);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // A link, a device or a pipe (/dev/stdout) must not be replaced by a file; the latter two have no length.
    static bool MustStay(FileInfo file) => file.LinkTarget is not null || file is { Exists: true, Length: 0 };
}
