using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>The file that entries are seen in, while it is planned.</summary>
sealed record FileEntry(RowKeys Keys, long RunId, DateTime Now, long FileId, long DocumentId)
{
    /// <summary>A sighting of an article in this file.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="place">0 for the file's own article; else its place in the list, from 1.</param>
    /// <param name="claim">What the entry declares.</param>
    public Sighting Sight(long articleId, int place, string claim) => new()
    {
        Id = Keys.Next<Sighting>(),
        ArticleId = articleId,
        FileId = FileId,
        DocumentId = DocumentId,
        Entry = place,
        Fingerprint = claim,
        RunId = RunId,
        SeenAt = Now,
    };
}
