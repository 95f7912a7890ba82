using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Queries;

/// <summary>What stands around one article: those listed with it, and where it was seen.</summary>
sealed class Neighbours(SqliteReader reader, ArticleIndex index)
{
    const string ListingSql = "SELECT DISTINCT ArticleId FROM RelatedLinks WHERE RelatedId = $0";

    const string Sql = """
        SELECT article.Id, article.Slug, article.Title,
            article.PublishedAt, article.PublishedDay, article.PublishedPrecision, article.PublishedSource, article.PublishedEvidence,
            coalesce(article.ProviderName, provider.Name)
        FROM json_each($0) AS wanted
        CROSS JOIN Articles AS article ON article.Id = wanted.value
        LEFT JOIN Providers AS provider ON provider.Id = article.ProviderId
        WHERE NOT EXISTS (SELECT 1 FROM HiddenArticles AS hidden WHERE hidden.ArticleId = article.Id)
        ORDER BY wanted.key
        """;

    const string SightingsSql = """
        SELECT file.Path, sighting.Entry, document.Sha256, sighting.SeenAt, sighting.RunId
        FROM Sightings AS sighting
        CROSS JOIN Files AS file ON file.Id = sighting.FileId
        CROSS JOIN Documents AS document ON document.Id = sighting.DocumentId
        WHERE sighting.ArticleId = $0
        ORDER BY sighting.Id DESC
        """;

    public StoredArticle Around(StoredArticle article)
    {
        var listing = reader.All(ListingSql, (ref RowCursor row) => row.Long(), article.Id);
        var tags = TagsOf(article);
        return article with
        {
            Related = [.. Related(article.RelatedIds, tags).OrderByDescending(other => other.SharesTag)],
            ListedBy = [.. Related(listing, tags).OrderBy(other => DateKeys.Newest(other.Published)).ThenByDescending(other => other.Id)],
            Sightings = SightingsOf(reader, article.Id),
        };
    }

    /// <summary>Everywhere an article was seen, latest first.</summary>
    /// <param name="reader">Where it is.</param>
    /// <param name="id">The article.</param>
    public static IReadOnlyList<SightingRef> SightingsOf(SqliteReader reader, long id) =>
        reader.All(SightingsSql, (ref RowCursor row) => new SightingRef(row.Text(), row.Int(), row.Text(), row.Utc(), row.Long()), id);

    List<IndexedTag> TagsOf(StoredArticle article) =>
    [
        .. article.Values.Companies.Select(company => index.Companies.Find(company.Slug)).OfType<IndexedTag>(),
        .. article.OwnTopics.Select(index.Topics.Find).OfType<IndexedTag>(),
    ];

    List<RelatedArticle> Related(IReadOnlyList<long> ids, List<IndexedTag> tags) => reader.All(
        Sql,
        (ref RowCursor row) =>
        {
            var id = row.Long();
            return new RelatedArticle(id, row.Text(), StoredArticles.TitleOf(row.Text()), row.Published(), row.TextOrNull(), Shares(id, tags));
        },
        KeyList.Of(ids));

    bool Shares(long id, List<IndexedTag> tags) =>
        index.PositionOf(id) is >= 0 and var position && tags.Exists(tag => tag.Articles.Contains(position));
}
