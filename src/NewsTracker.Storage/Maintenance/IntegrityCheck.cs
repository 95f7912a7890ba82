using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Maintenance;

/// <summary>Whether database, text index and article index agree.</summary>
/// <param name="Problems">Sentences; empty where all is well.</param>
/// <param name="Articles">Articles looked at.</param>
/// <param name="Sightings">Sightings looked at.</param>
/// <param name="Documents">Originals whose bytes were hashed.</param>
public sealed record IntegrityReport(IReadOnlyList<string> Problems, int Articles, int Sightings, int Documents);

/// <summary>Looks whether everything that is stored twice still agrees.</summary>
/// <param name="database">What to look at.</param>
/// <param name="indexes">The article index to hold against it; it is refreshed first.</param>
public sealed class IntegrityCheck(NewsDatabase database, ArticleIndexes indexes)
{
    /// <summary>Looks at everything; reads every original.</summary>
    /// <param name="cancellation">Stops the looking.</param>
    public async Task<IntegrityReport> RunAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        // Everything below reads what is damaged, and would say less about it.
        if (await FileCheck.PagesAsync(context, cancellation) is { Count: > 0 } damaged) return new IntegrityReport(damaged, 0, 0, 0);
        var originals = await OriginalsCheck.RunAsync(context, cancellation);
        await indexes.RefreshAsync(cancellation);
        return new IntegrityReport(
            [
                .. await FileCheck.RowsAsync(context, cancellation),
                .. await SightingsAsync(context, cancellation),
                .. await DecisionsAsync(context, cancellation),
                .. await MergesAsync(context, cancellation),
                .. originals.Problems,
                .. await IndexCheck.RunAsync(context, indexes.Current, cancellation),
            ],
            await context.Articles.CountAsync(cancellation),
            await context.Sightings.CountAsync(cancellation),
            originals.Documents);
    }

    // What people decided outlives its article, so no foreign key watches over it.
    static async Task<List<string>> DecisionsAsync(NewsContext context, CancellationToken cancellation)
    {
        var decided = context.Corrections.Select(correction => correction.ArticleId).Concat(context.HiddenArticles.Select(hidden => hidden.ArticleId)).Distinct();
        return await decided
            .Where(id => !context.Articles.Any(article => article.Id == id) && !context.RemovedArticles.Any(removed => removed.Id == id)
                && !context.Merges.Any(merge => merge.GoneId == id))
            .Select(id => $"A correction or a hiding is about article {id}, which never was. Restore the last backup.")
            .ToListAsync(cancellation);
    }

    static Task<List<string>> MergesAsync(NewsContext context, CancellationToken cancellation) => context.Merges
        .Where(merge => !context.Articles.Any(article => article.Id == merge.KeptId) || context.Articles.Any(article => article.Id == merge.GoneId)
            || context.Corrections.Any(correction => correction.ArticleId == merge.GoneId)
            || (merge.UrlKey != null && context.Articles.Any(article => article.UrlKey == merge.UrlKey && article.Id != merge.KeptId)))
        .Select(merge => $"Article {merge.GoneId} was merged into article {merge.KeptId}, but the two are not one any more. Restore the last backup.")
        .ToListAsync(cancellation);

    static async Task<List<string>> SightingsAsync(NewsContext context, CancellationToken cancellation)
    {
        var unseen = await context.Articles
            .Where(article => !context.Sightings.Any(sighting => sighting.ArticleId == article.Id))
            .Select(article => $"Article {article.Id} was never seen in a file; import the folders again.")
            .ToListAsync(cancellation);
        var foreign = await context.Articles
            .Where(article => context.Sightings.Any(sighting => sighting.ArticleId == article.Id)
                && !context.Sightings.Any(sighting => sighting.Id == article.SightingId && sighting.ArticleId == article.Id))
            .Select(article => $"Article {article.Id} takes its values from a sighting that is not its own; import the folders again.")
            .ToListAsync(cancellation);
        return [.. unseen, .. foreign];
    }
}
