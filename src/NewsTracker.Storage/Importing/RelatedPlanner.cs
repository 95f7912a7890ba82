using NewsTracker.Ingestion;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What a file's list of related articles comes to.</summary>
/// <param name="Ids">The articles listed, in order, each once.</param>
/// <param name="Changes">Changes to articles known only through lists.</param>
/// <param name="Kept">Corrections of theirs that stay.</param>
sealed record RelatedPlan(IReadOnlyList<long> Ids, IReadOnlyList<FieldChange> Changes, IReadOnlyList<KeptCorrection> Kept);

/// <summary>
/// Related entries are articles: known ones are joined, new ones are kept as known only through others.
/// An article with a file of its own is never changed by a list; among lists the newest claim wins.
/// </summary>
/// <param name="ingestor">Tags those that are kept.</param>
/// <param name="keys">For new ones.</param>
sealed class RelatedPlanner(Ingestor ingestor, RowKeys keys)
{
    public RelatedPlan Plan(
        IReadOnlyList<EntryReading> list, long ownId, FileEntry entry, SightingClaims claims, KnownArticles known, StoredDrafts stored, CorrectionOverlay corrections,
        BatchPlan plan)
    {
        var ids = new List<long>();
        var changes = new List<FieldChange>();
        var kept = new List<KeptCorrection>();
        foreach (var (index, (listed, identity, claim)) in list.Index())
        {
            var article = known.Find(identity);
            if (article is not null && (article.Id == ownId || ids.Contains(article.Id))) continue;

            var isNew = article is null;
            article ??= Create(identity, entry, known);
            ids.Add(article.Id);
            if (claims.Holds(article.Id, claim)) continue;

            var sighting = entry.Sight(article.Id, index + 1, claim);
            plan.Sightings.Add(sighting);
            if (article.Origin == ArticleOrigin.File || article.Fingerprint == claim) continue;
            var related = FutureDates.Judge(ingestor.Tag(listed), entry.Now);
            var corrected = corrections.Apply(article.Id, related);
            kept.AddRange(corrections.Kept(article.Id, related).Select(correction => correction with { Field = $"related.{correction.Field}" }));
            if (isNew) plan.RelatedAdded++;
            else changes.AddRange(ComparedFields.Changes(stored[article.Id].Values, corrected).Select(change => change with { Field = $"related.{change.Field}" }));

            article.Fingerprint = claim;
            article.UpdatedAt = entry.Now;
            stored.Note(article.Id, corrected, []);
            var pending = plan.Articles.GetValueOrDefault(article.Id);
            plan.Articles[article.Id] = new(article, related, isNew || pending is { IsNew: true }, sighting.Id, null);
        }

        return new(ids, changes, kept);
    }

    KnownArticle Create(ArticleIdentity identity, FileEntry entry, KnownArticles known)
    {
        var article = new KnownArticle
        {
            Id = keys.Next<Article>(),
            UrlKey = identity.UrlKey,
            ContentKey = identity.ContentKey,
            Origin = ArticleOrigin.Related,
            Fingerprint = "",
            AddedAt = entry.Now,
            IsOfThisRun = true,
        };
        known.Note(article);
        return article;
    }
}
