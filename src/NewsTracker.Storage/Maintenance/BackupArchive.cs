using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsTracker.Storage.Maintenance;

/// <summary>A backup that is read: a zip of the parts that its manifest names, each with its checksum.</summary>
sealed partial class BackupArchive : IDisposable
{
    // A manifest names a database and a handful of keys.
    const long LongestManifest = 1024 * 1024;

    readonly ZipArchive _zip;

    BackupArchive(ZipArchive zip, BackupManifest manifest)
    {
        _zip = zip;
        Manifest = manifest;
    }

    /// <summary>What it says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Reads container and manifest; the parts are looked at by the other methods.</summary>
    /// <param name="stream">Seekable; stays open.</param>
    /// <exception cref="InvalidDataException">It is no backup, or one that this build cannot read; the message says what is wrong.</exception>
    public static BackupArchive Open(Stream stream)
    {
        var zip = Zip(stream);
        try
        {
            return new BackupArchive(zip, Checked(ReadManifest(zip), zip));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    static ZipArchive Zip(Stream stream)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException("it is no zip file, or was cut short. Copy it again from where it was written, or take another backup", problem);
        }
    }

    /// <summary>Reads every part and compares it with its checksum.</summary>
    /// <exception cref="InvalidDataException">One differs.</exception>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        foreach (var part in Manifest.Parts) await CopyAsync(part, Stream.Null, cancellation);
    }

    /// <summary>Writes every part to its place in a data directory and compares it with its checksum on the way.</summary>
    /// <exception cref="InvalidDataException">One differs.</exception>
    public async Task ExtractAsync(DataFolder folder, CancellationToken cancellation)
    {
        foreach (var part in Manifest.Parts)
        {
            await using var output = PrivateFile.Create(Path.Combine(folder.Root, part.Name));
            await CopyAsync(part, output, cancellation);
            output.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => _zip.Dispose();

    async Task CopyAsync(BackupPart part, Stream output, CancellationToken cancellation)
    {
        await using var input = await Entry(_zip, part.Name).OpenAsync(cancellation);
        var (bytes, sha256) = await HashedCopy.RunAsync(input, output, part.Bytes, cancellation);
        if (bytes != part.Bytes || sha256 != part.Sha256) throw new InvalidDataException($"its part {part.Name} does not have the checksum that its manifest states");
    }

    static BackupManifest ReadManifest(ZipArchive zip)
    {
        var entry = Entry(zip, BackupManifest.EntryName);
        if (entry.Length > LongestManifest) throw new InvalidDataException("its manifest is too long");
        using var stream = entry.Open();
        try
        {
            return JsonSerializer.Deserialize(stream, ManifestJson.Default.BackupManifest) ?? throw new InvalidDataException("its manifest is empty");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException("its manifest cannot be read", problem);
        }
    }

    static BackupManifest Checked(BackupManifest manifest, ZipArchive zip)
    {
        if (manifest is not { Format: BackupManifest.FormatName, Schema: not null, Parts: not null, Counts: not null }) throw new InvalidDataException("its manifest is not one of a backup");
        if (manifest.Version > BackupManifest.CurrentVersion) throw new InvalidDataException($"it was written by a newer NewsTracker ({manifest.Build})");
        var names = manifest.Parts.Select(part => part.Name).ToList();
        if (names.FirstOrDefault(name => name is null || !PartName().IsMatch(name)) is { } strange) throw new InvalidDataException($"its manifest names a part “{strange}”, which no backup has");
        if (names.Count(name => name == DataFolder.DatabaseName) != 1 || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count)
            throw new InvalidDataException("its manifest does not name one database and each part once");
        foreach (var name in names) Entry(zip, name);
        return manifest;
    }

    static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entries = zip.Entries.Where(entry => entry.FullName == name).Take(2).ToList();
        return entries is [var only] ? only : throw new InvalidDataException(entries.Count == 0 ? $"it has no {name}" : $"it has {name} twice");
    }

    // Nothing that could lead out of the data directory.
    [GeneratedRegex(@"\A(news\.db|keys/[A-Za-z0-9][A-Za-z0-9_-]{0,100}\.xml)\z", RegexOptions.NonBacktracking)]
    private static partial Regex PartName();
}

/// <summary>Copies and hashes in one go.</summary>
static class HashedCopy
{
    /// <summary>Copies until the end or just beyond the limit, so that a lying archive fills no disk.</summary>
    public static async Task<(long Bytes, string Sha256)> RunAsync(Stream input, Stream output, long limit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            long bytes = 0;
            int read;
            while (bytes <= limit && (read = await input.ReadAsync(buffer, cancellation)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
                bytes += read;
            }

            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>Files that only their owner may read: they hold password hashes and keys.</summary>
static class PrivateFile
{
    /// <summary>Makes or empties the file; nobody else can open it meanwhile.</summary>
    /// <exception cref="IOException">Another process has it open.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        file.SetLength(0);
        return file;
    }
}
