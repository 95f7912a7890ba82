using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Reads files on all cores and hands them over in batches, in the order they were found, one batch ahead of the writer.</summary>
/// <param name="database">Tells which files are unchanged.</param>
/// <param name="ingestor">Understands them.</param>
/// <param name="reader">Reads their bytes.</param>
/// <param name="leftOut">Checksums of bytes that are not taken.</param>
sealed class FileReads(NewsDatabase database, Ingestor ingestor, SourceReader reader, IReadOnlySet<string> leftOut)
{
    /// <summary>Files in a batch: some thousand entries, written in well under the 200 ms that sign-in may have to wait.</summary>
    const int BatchFiles = 100;

    public async IAsyncEnumerable<IReadOnlyList<ReadFile>> ReadAsync(
        IReadOnlyList<Found> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<IReadOnlyList<ReadFile>>(1);
        var reading = ReadAllAsync(files, batches.Writer, stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation)) yield return batch;
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task ReadAllAsync(IReadOnlyList<Found> files, ChannelWriter<IReadOnlyList<ReadFile>> batches, CancellationToken cancellation)
    {
        try
        {
            await using var context = database.Open();
            foreach (var batch in files.Chunk(BatchFiles)) await batches.WriteAsync(await ReadBatchAsync(batch, context, cancellation), cancellation);
            batches.Complete();
        }
        catch (Exception problem)
        {
            // The consumer sees it where it awaits the next batch.
            batches.Complete(problem);
        }
    }

    async Task<IReadOnlyList<ReadFile>> ReadBatchAsync(Found[] files, NewsContext context, CancellationToken cancellation)
    {
        var paths = files.Select(file => file.FullPath).ToList();
        var tracked = await context.Files.AsNoTracking()
            .Where(file => paths.Contains(file.FullPath))
            .ToDictionaryAsync(file => file.FullPath, StringComparer.Ordinal, cancellation);
        var read = new ReadFile[files.Length];
        await Parallel.ForAsync(0, files.Length, cancellation, async (i, token) =>
            read[i] = await ReadAsync(files[i], tracked.GetValueOrDefault(paths[i]), token));
        return read;
    }

    async Task<ReadFile> ReadAsync(Found walked, TrackedFile? tracked, CancellationToken cancellation)
    {
        var (fullPath, path) = (walked.FullPath, walked.Path);
        if (walked.File is not { } found) return new(fullPath, path, tracked, null, null, [], walked.Rejection);
        var source = await reader.ReadAsync(found, cancellation);
        if (source.File is not { } file) return new(fullPath, path, tracked, null, null, [], source.Rejection);

        var same = tracked is not null && tracked.Sha256 == file.Sha256 && tracked.ReadWith == Ingestor.ReaderVersion;
        var isLeftOut = tracked?.Sha256 != file.Sha256 && leftOut.Contains(file.Sha256);
        if (same || isLeftOut) return new(fullPath, path, tracked, new(file.Sha256, file.Bytes.Length, null, null, null), null, [], null);

        var reading = ingestor.IngestOwn(file);
        var packed = reading.Draft is null ? null : OriginalBytes.Pack(file.Bytes);
        var content = new ReadContent(file.Sha256, file.Bytes.Length, packed, reading.Encoding, reading.Format);
        return reading.Draft is { } draft
            ? new(fullPath, path, tracked, content, EntryReading.Of(draft), [.. draft.Related.Select(EntryReading.Of)], null)
            : new(fullPath, path, tracked, content, null, [], reading.Rejection);
    }
}
