using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What a file's list of related articles comes to.</summary>
/// <param name="Ids">The articles listed, in order, each once.</param>
/// <param name="Changes">Changes to articles known only through lists.</param>
sealed record RelatedPlan(IReadOnlyList<long> Ids, IReadOnlyList<FieldChange> Changes);

/// <summary>
/// Related entries are articles: known ones are joined, new ones are kept as known only through others.
/// An article with a file of its own is never changed by a list; among lists the newest claim wins.
/// </summary>
/// <param name="keys">For new ones.</param>
sealed class RelatedPlanner(RowKeys keys)
{
    public RelatedPlan Plan(
        ArticleDraft draft, long ownId, FileEntry entry, SightingClaims claims, KnownArticles known, StoredDrafts stored, BatchPlan plan)
    {
        var ids = new List<long>();
        var changes = new List<FieldChange>();
        foreach (var (index, listed) in draft.Related.Index())
        {
            var related = FutureDates.Judge(listed, entry.Now);
            var claim = ComparedFields.Fingerprint(related);
            var article = known.Find(ArticleIdentity.Of(related));
            if (article is not null && (article.Id == ownId || ids.Contains(article.Id))) continue;

            var isNew = article is null;
            article ??= Create(related, entry, known);
            ids.Add(article.Id);
            if (claims.Holds(article.Id, claim)) continue;

            var sighting = entry.Sight(article.Id, index + 1, claim);
            plan.Sightings.Add(sighting);
            if (article.Origin == ArticleOrigin.File || article.Fingerprint == claim) continue;
            if (isNew) plan.RelatedAdded++;
            else changes.AddRange(ComparedFields.Changes(stored[article.Id].Values, related).Select(change => change with { Field = $"related.{change.Field}" }));

            article.Fingerprint = claim;
            article.UpdatedAt = entry.Now;
            stored.Note(article.Id, related, []);
            var pending = plan.Articles.GetValueOrDefault(article.Id);
            plan.Articles[article.Id] = new(article, related, isNew || pending is { IsNew: true }, sighting.Id, null);
        }

        return new(ids, changes);
    }

    KnownArticle Create(ArticleDraft related, FileEntry entry, KnownArticles known)
    {
        var identity = ArticleIdentity.Of(related);
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
