using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Retagging;

/// <summary>What a batch of articles becomes when it is read again.</summary>
/// <param name="Plan">What to write.</param>
/// <param name="Articles">What that changes, for people.</param>
sealed record RetagBatch(BatchPlan Plan, IReadOnlyList<ArticleChange> Articles);

/// <summary>One article before and after, corrections applied to both.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Before">As stored.</param>
/// <param name="After">As read again.</param>
/// <param name="Fields">Where they differ; empty where nothing changes.</param>
sealed record ArticleChange(long Id, ArticleDraft Before, ArticleDraft After, IReadOnlyList<FieldChange> Fields);

/// <summary>Reads articles again from the bytes that were kept, with today's reader and catalogue.</summary>
/// <param name="context">Read only.</param>
/// <param name="ingestor">Today's.</param>
/// <param name="clock">When a value changes.</param>
sealed class RetagPlanner(NewsContext context, Ingestor ingestor, TimeProvider clock)
{
    readonly DocumentReadings _readings = new(context, ingestor);

    public async Task<RetagBatch> PlanAsync(IReadOnlyList<long> articleIds, CancellationToken cancellation)
    {
        var rows = await context.Articles.AsNoTracking().Where(article => articleIds.Contains(article.Id)).ToListAsync(cancellation);
        var sightingIds = rows.Select(row => row.SightingId).ToList();
        var sightings = await context.Sightings.AsNoTracking()
            .Where(sighting => sightingIds.Contains(sighting.Id))
            .ToDictionaryAsync(sighting => sighting.Id, cancellation);
        var stored = (await StoredArticles.ReadAsync(context, articleIds, cancellation)).ToDictionary(article => article.Id);
        var overlay = await CorrectionOverlay.LoadAsync(context, ingestor, articleIds, cancellation);

        var plan = new BatchPlan();
        var changes = new List<ArticleChange>(rows.Count);
        foreach (var row in rows)
        {
            var before = stored[row.Id].Values;
            var sighting = sightings[row.SightingId];
            var draft = FutureDates.Judge(await _readings.OfAsync(row, sighting, cancellation) ?? ingestor.Tag(before), sighting.SeenAt);
            var after = overlay.Apply(row.Id, draft);
            var fields = ComparedFields.Changes(before, after);
            changes.Add(new(row.Id, before, after, fields));
            var known = Known(row, draft, fields.Count > 0 ? clock.GetUtcNow().UtcDateTime : row.UpdatedAt);
            plan.Articles[row.Id] = new(known, draft, false, row.SightingId, stored[row.Id].RelatedIds);
        }

        return new(plan, changes);
    }

    static KnownArticle Known(Article row, ArticleDraft draft, DateTime updatedAt) => new()
    {
        Id = row.Id,
        UrlKey = row.UrlKey,
        ContentKey = row.ContentKey,
        Origin = row.Origin,
        Fingerprint = ComparedFields.Fingerprint(draft),
        AddedAt = row.AddedAt,
        UpdatedAt = updatedAt,
    };
}
