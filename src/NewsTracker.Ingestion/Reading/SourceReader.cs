using System.Globalization;
using System.Security.Cryptography;

namespace NewsTracker.Ingestion.Reading;

/// <summary>A file's bytes, or why they could not be had; exactly one is set.</summary>
/// <param name="File">The bytes with their checksum.</param>
/// <param name="Rejection">Why not.</param>
public sealed record SourceReading(SourceFile? File, Rejection? Rejection);

/// <summary>Reads found files whole, within the size limit, and never anything but regular files.</summary>
/// <param name="limits">How large a file may be.</param>
public sealed class SourceReader(IngestionLimits limits)
{
    /// <summary>Reads a file.</summary>
    /// <param name="found">As the walker found it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Rejected as <see cref="RejectionCode.TooLarge"/> or <see cref="RejectionCode.Unreadable"/>; an empty file is read.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public async Task<SourceReading> ReadAsync(FoundFile found, CancellationToken cancellation)
    {
        try
        {
            if (FileNature.WhyNotOpened(found.Root, found.FullPath) is { } reason) return Rejected(RejectionCode.Unreadable, reason);
            await using var stream = new FileStream(found.FullPath, new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                BufferSize = 0,
            });
            if (stream.Length > limits.MaxFileBytes) return TooLarge(stream.Length);
            var bytes = new byte[stream.Length];
            // A file that grows meanwhile is taken as it was; one that shrinks is taken as short as it is.
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            if (read < bytes.Length) bytes = bytes[..read];
            return new SourceReading(new SourceFile(found.Path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))), null);
        }
        catch (UnauthorizedAccessException)
        {
            return Rejected(RejectionCode.Unreadable, "This account may not read the file. Give it permission to read, then import again.");
        }
        catch (IOException error)
        {
            return Rejected(RejectionCode.Unreadable, $"The file could not be read ({error.Message.TrimEnd('.')}). Check that it still exists, then import again.");
        }
    }

    SourceReading TooLarge(long length) => Rejected(RejectionCode.TooLarge, string.Create(CultureInfo.InvariantCulture,
        $"The file has {Megabytes(length)} MB; the limit is {Megabytes(limits.MaxFileBytes)} MB. Split it, or raise Ingestion:MaxFileBytes."));

    static double Megabytes(long bytes) => Math.Round(bytes / (1024.0 * 1024.0), 1);

    static SourceReading Rejected(RejectionCode code, string message) => new(null, new Rejection(code, message));
}
