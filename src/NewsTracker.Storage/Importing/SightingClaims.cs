using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What a file said when it was last read: only what it says anew can change an article.</summary>
sealed class SightingClaims
{
    static readonly SightingClaims None = new([]);
    readonly Dictionary<long, string> _byArticle;

    SightingClaims(Dictionary<long, string> byArticle) => _byArticle = byArticle;

    /// <summary>Reads the file's latest claim on each article.</summary>
    public static async Task<SightingClaims> LoadAsync(NewsContext context, TrackedFile? file, CancellationToken cancellation)
    {
        if (file is null) return None;
        var claims = new Dictionary<long, string>();
        var sightings = context.Sightings.AsNoTracking()
            .Where(sighting => sighting.FileId == file.Id)
            .OrderBy(sighting => sighting.Id)
            .Select(sighting => new { sighting.ArticleId, sighting.Fingerprint });
        await foreach (var sighting in sightings.AsAsyncEnumerable().WithCancellation(cancellation)) claims[sighting.ArticleId] = sighting.Fingerprint;
        return new(claims);
    }

    /// <summary>Whether the file said exactly this of the article before.</summary>
    public bool Holds(long articleId, string claim) => _byArticle.GetValueOrDefault(articleId) == claim;
}
