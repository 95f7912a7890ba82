using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>
/// What an article's own files said of it, and in which order they said it: newer beats older, and a copy of an older file, or the same
/// bytes understood by a better reader, is nothing newly said.
/// </summary>
sealed class OwnClaims
{
    readonly Dictionary<long, (long DocumentId, string Claim, long SaidAt)> _byFile = [];
    readonly Dictionary<long, long> _byDocument = [];
    readonly Dictionary<string, long> _byClaim = new(StringComparer.Ordinal);

    /// <summary>The files that carry the article as their own, the one whose word is the newest first.</summary>
    public IEnumerable<long> NewestFirst => _byFile.OrderByDescending(file => file.Value.SaidAt).ThenBy(file => file.Key).Select(file => file.Key);

    /// <summary>Reads the claims on each of these articles.</summary>
    /// <param name="context">Read only.</param>
    /// <param name="articleIds">The articles.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<Dictionary<long, OwnClaims>> LoadAsync(NewsContext context, IReadOnlyCollection<long> articleIds, CancellationToken cancellation)
    {
        var claims = articleIds.ToDictionary(id => id, _ => new OwnClaims());
        var carriers = await context.Files.AsNoTracking()
            .Where(file => articleIds.Contains(file.ArticleId))
            .ToDictionaryAsync(file => file.Id, file => file.ArticleId, cancellation);
        var sightings = context.Sightings.AsNoTracking()
            .Where(sighting => articleIds.Contains(sighting.ArticleId) && sighting.Entry == 0)
            .OrderBy(sighting => sighting.Id);
        await foreach (var sighting in sightings.AsAsyncEnumerable().WithCancellation(cancellation)) claims[sighting.ArticleId].Note(sighting);
        foreach (var (articleId, own) in claims)
            foreach (var file in own._byFile.Keys.Where(file => carriers.GetValueOrDefault(file) != articleId).ToList()) own.Forget(file);
        return claims;
    }

    /// <summary>Whether a sighting repeats what its file said last; for a file that says its first word, what any file said.</summary>
    public bool Repeats(Sighting sighting) => SaidBefore(sighting) is not null;

    /// <summary>Takes note of a file's claim; notes come in the order of the sightings.</summary>
    public void Note(Sighting sighting)
    {
        var saidAt = SaidBefore(sighting) ?? sighting.Id;
        _byFile[sighting.FileId] = (sighting.DocumentId, sighting.Fingerprint, saidAt);
        _byDocument[sighting.DocumentId] = saidAt;
        _byClaim[sighting.Fingerprint] = saidAt;
    }

    /// <summary>Takes note that a file no longer carries the article as its own; what it said stays said.</summary>
    public void Forget(long fileId) => _byFile.Remove(fileId);

    long? SaidBefore(Sighting sighting)
    {
        if (_byFile.TryGetValue(sighting.FileId, out var last))
            return last.DocumentId == sighting.DocumentId || last.Claim == sighting.Fingerprint ? last.SaidAt : null;
        if (_byDocument.TryGetValue(sighting.DocumentId, out var copied) || _byClaim.TryGetValue(sighting.Fingerprint, out copied)) return copied;
        return null;
    }
}
