using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Keeps each sequence of bytes once, by its checksum.</summary>
/// <param name="context">Read only.</param>
/// <param name="keys">For new ones.</param>
sealed class DocumentKeys(NewsContext context, RowKeys keys)
{
    readonly Dictionary<string, long> _byChecksum = new(StringComparer.Ordinal);

    /// <summary>Fetches which of a batch's bytes are kept already.</summary>
    public async Task LoadAsync(IReadOnlyList<ReadFile> batch, CancellationToken cancellation)
    {
        var checksums = batch.Where(file => file.Own is not null).Select(file => file.Content!.Sha256).ToList();
        var known = await context.Documents
            .Where(document => checksums.Contains(document.Sha256))
            .Select(document => new { document.Sha256, document.Id })
            .ToListAsync(cancellation);
        foreach (var document in known) _byChecksum[document.Sha256] = document.Id;
    }

    /// <summary>The key of a file's bytes, and whether they are new: then they go into the plan.</summary>
    public (long Id, bool IsNew) Add(ReadFile file, BatchPlan plan)
    {
        var content = file.Content!;
        if (_byChecksum.TryGetValue(content.Sha256, out var known)) return (known, false);
        var document = new Document
        {
            Id = keys.Next<Document>(),
            Sha256 = content.Sha256,
            Length = content.Length,
            Encoding = content.Encoding!,
            Format = content.Format!.Value,
            Content = content.Packed!,
        };
        plan.Documents.Add(document);
        return (_byChecksum[content.Sha256] = document.Id, true);
    }
}
