using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What the other files of the same article say, read again from their kept bytes: rare, so not kept ready.</summary>
/// <param name="context">Read only.</param>
/// <param name="ingestor">Reads them as it read them before.</param>
sealed class OwnReadings(NewsContext context, Ingestor ingestor)
{
    readonly Dictionary<long, (ArticleDraft Draft, SourceFormat Format)> _planned = [];

    /// <summary>Takes note of a file that is planned but not yet stored.</summary>
    public void Note(long fileId, ArticleDraft draft, SourceFormat format) => _planned[fileId] = (draft, format);

    /// <summary>Forgets what is in the database by now.</summary>
    public void Forget() => _planned.Clear();

    /// <summary>What these files say, in the order asked for.</summary>
    public async Task<IReadOnlyList<(ArticleDraft Draft, SourceFormat Format)>> GetAsync(IEnumerable<long> fileIds, CancellationToken cancellation)
    {
        var readings = new List<(ArticleDraft, SourceFormat)>();
        foreach (var fileId in fileIds)
        {
            if (_planned.TryGetValue(fileId, out var planned)) readings.Add(planned);
            else if (await ReadAsync(fileId, cancellation) is { } stored) readings.Add(stored);
        }

        return readings;
    }

    async Task<(ArticleDraft, SourceFormat)?> ReadAsync(long fileId, CancellationToken cancellation)
    {
        var file = await context.Files.AsNoTracking().SingleAsync(file => file.Id == fileId, cancellation);
        var document = await context.Documents.AsNoTracking().SingleAsync(document => document.Id == file.DocumentId, cancellation);
        var reading = ingestor.IngestOwn(new SourceFile(file.Path, OriginalBytes.Unpack(document.Content), document.Sha256));
        return reading.Draft is { } draft ? (draft, document.Format) : null;
    }
}
