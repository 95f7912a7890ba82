using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What a file's list said when it was last read: only what it says anew can change an article known only through lists.</summary>
sealed class SightingClaims
{
    readonly Dictionary<long, string> _byArticle;

    /// <summary>Of a file that was never seen, with bytes that were never seen.</summary>
    public static SightingClaims None { get; } = new([]);

    SightingClaims(Dictionary<long, string> byArticle) => _byArticle = byArticle;

    /// <summary>Reads the file's latest claim on each article; a new file says what other copies of its bytes said.</summary>
    public static async Task<SightingClaims> LoadAsync(NewsContext context, TrackedFile? file, long documentId, CancellationToken cancellation)
    {
        var claims = new Dictionary<long, string>();
        var sightings = context.Sightings.AsNoTracking()
            .Where(sighting => file == null ? sighting.DocumentId == documentId : sighting.FileId == file.Id)
            .OrderBy(sighting => sighting.Id)
            .Select(sighting => new { sighting.ArticleId, sighting.Fingerprint });
        await foreach (var sighting in sightings.AsAsyncEnumerable().WithCancellation(cancellation)) claims[sighting.ArticleId] = sighting.Fingerprint;
        return new(claims);
    }

    /// <summary>Whether the file said exactly this of the article before.</summary>
    public bool Holds(long articleId, string claim) => _byArticle.GetValueOrDefault(articleId) == claim;
}
