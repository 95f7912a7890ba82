using System.Runtime.CompilerServices;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Web.Cli;

/// <summary>What came of one file that was only looked at.</summary>
/// <param name="Path">As people name it.</param>
/// <param name="File">Its bytes; null where they could not be read.</param>
/// <param name="Reading">What was understood; null where there was nothing to read.</param>
/// <param name="Unread">Why there was nothing to read.</param>
sealed record InspectedFile(string Path, SourceFile? File, FileReading? Reading, Rejection? Unread)
{
    public Rejection? Rejection => Unread ?? Reading?.Rejection;
}

/// <summary>Reads files on all cores and hands them over in the order they were found.</summary>
/// <param name="reader">Reads bytes.</param>
/// <param name="ingestor">Understands them.</param>
sealed class Inspection(SourceReader reader, Ingestor ingestor)
{
    // Few enough to stay small in memory, many enough that no core waits for the slowest file.
    const int Window = 64;

    public async IAsyncEnumerable<InspectedFile> ReadAsync(IReadOnlyList<Found> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var window in files.Chunk(Window))
        {
            var read = new InspectedFile[window.Length];
            await Parallel.ForAsync(0, window.Length, cancellation, async (i, token) => read[i] = await ReadAsync(window[i], token));
            foreach (var file in read) yield return file;
        }
    }

    async Task<InspectedFile> ReadAsync(Found found, CancellationToken cancellation)
    {
        if (found.File is not { } place) return new(found.Path, null, null, found.Rejection);
        var source = await reader.ReadAsync(place, cancellation);
        return source.File is { } file ? new(found.Path, file, ingestor.Ingest(file), null) : new(found.Path, null, null, source.Rejection);
    }
}
