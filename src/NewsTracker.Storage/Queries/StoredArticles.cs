using System.Text.Json.Nodes;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Queries;

/// <summary>Reads whole articles by key.</summary>
static class StoredArticles
{
    // The columns stand in the order in which a row is taken apart. A body is most of a row and stays in the database unless it is wanted.
    const string Sql = """
        SELECT article.Id, article.Slug, article.Origin, article.AddedAt, article.UpdatedAt,
            file.Path, document.Sha256, document.Format, document.Encoding, sighting.SeenAt, provider.Domain, provider.Name,
            article.Title, article.TitleSource, article.Excerpt, CASE WHEN $1 THEN article.Body END, article.Url,
            article.LinkWeb, article.LinkAmp, article.LinkCdnAmp, article.LinkOriginal, article.ProviderName, article.ProviderSource,
            article.PublishedAt, article.PublishedDay, article.PublishedPrecision, article.PublishedSource, article.PublishedEvidence,
            article.DateCandidates, article.Scope, article.ScopeSource, article.ScopeEvidence, article.Type, article.Category, article.Language,
            article.Quality, article.Heat, article.Promoted, article.Cuts, article.Repairs, article.Warnings, article.Extra, article.Secured
        FROM json_each($0) AS wanted
        CROSS JOIN Articles AS article ON article.Id = wanted.value
        CROSS JOIN Sightings AS sighting ON sighting.Id = article.SightingId
        CROSS JOIN Files AS file ON file.Id = sighting.FileId
        CROSS JOIN Documents AS document ON document.Id = sighting.DocumentId
        LEFT JOIN Providers AS provider ON provider.Id = article.ProviderId
        ORDER BY wanted.key
        """;

    const string ImagesSql = """
        SELECT image.ArticleId, image.Url, image.Width, image.Height
        FROM json_each($0) AS wanted
        CROSS JOIN Images AS image ON image.ArticleId = wanted.value
        ORDER BY image.Position
        """;

    const string RelatedSql = """
        SELECT link.ArticleId, link.RelatedId
        FROM json_each($0) AS wanted
        CROSS JOIN RelatedLinks AS link ON link.ArticleId = wanted.value
        ORDER BY link.Position
        """;

    static readonly Dictionary<string, JsonNode?> NoExtra = [];

    /// <summary>The same within a unit of work, which sees what it has not committed yet.</summary>
    public static async Task<IReadOnlyList<StoredArticle>> ReadAsync(NewsContext context, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        using var reader = await SqliteReader.WithinAsync(context, cancellation);
        return Read(reader, ids, withBody: true);
    }

    /// <summary>Reads articles in the order of their keys as given; keys without an article are passed over.</summary>
    /// <param name="reader">Where they are.</param>
    /// <param name="ids">A page or a batch, not the whole store.</param>
    /// <param name="withBody">False leaves the bodies in the database.</param>
    public static IReadOnlyList<StoredArticle> Read(SqliteReader reader, IReadOnlyList<long> ids, bool withBody)
    {
        var keys = KeyList.Of(ids);
        var tags = ArticleTags.Read(reader, keys);
        var money = StoredMoney.OfArticles(reader, keys);
        var images = reader.ByArticle(ImagesSql, keys, (ref RowCursor row) => new ImageRef(row.Text(), row.IntOrNull(), row.IntOrNull()));
        var related = reader.ByArticle(RelatedSql, keys, (ref RowCursor row) => row.Long());
        return reader.All(Sql, (ref RowCursor row) => Article(ref row, tags, money, images, related), keys, withBody);
    }

    /// <summary>A publisher as one article names it.</summary>
    /// <param name="named">The article's name for it; null: the publisher's own.</param>
    /// <param name="key">The publisher's key; null where there is none.</param>
    /// <param name="name">The publisher's own name.</param>
    /// <param name="source">How it is known.</param>
    public static ProviderClaim? ProviderOf(string? named, string? key, string? name, ValueSource? source) =>
        (named ?? name) is { } shown ? new ProviderClaim(shown, DomainOf(key), source ?? ValueSource.Inferred) : null;

    /// <summary>The store keeps no null title; an empty one says that only an address is known.</summary>
    public static string? TitleOf(string title) => title.Length == 0 ? null : title;

    // A publisher without a domain is keyed by a slug, and slugs hold no dot.
    static string? DomainOf(string? key) => key is not null && key.Contains('.', StringComparison.Ordinal) ? key : null;

    static StoredArticle Article(
        ref RowCursor row, ArticleTags tags, ILookup<long, MoneyFact> money, ILookup<long, ImageRef> images, ILookup<long, long> related)
    {
        var id = row.Long();
        var topics = tags.Topics(id);
        var (slug, origin, addedAt, updatedAt) = (row.Text(), (ArticleOrigin)row.Int(), row.Utc(), row.Utc());
        var source = new SourceRef(row.Text(), row.Text(), (SourceFormat)row.Int(), row.Text(), row.Utc());
        var (providerKey, providerName) = (row.TextOrNull(), row.TextOrNull());
        return new StoredArticle
        {
            Id = id,
            Slug = slug,
            Values = Values(ref row, providerKey, providerName) with
            {
                Companies = tags.Companies(id),
                Topics = [.. topics.Select(topic => topic.Tag)],
                Money = [.. money[id]],
                Images = [.. images[id]],
            },
            ProviderSlug = providerKey,
            OwnTopics = topics.Where(topic => topic.Own).Select(topic => topic.Tag.Slug).ToHashSet(StringComparer.Ordinal),
            Origin = origin,
            AddedAt = addedAt,
            UpdatedAt = updatedAt,
            Source = source,
            RelatedIds = [.. related[id]],
        };
    }

    // Initialisers run in the order in which they are written: that of the columns.
    static ArticleDraft Values(ref RowCursor row, string? providerKey, string? providerName) => new()
    {
        Title = TitleOf(row.Text()),
        TitleSource = (TitleSource)row.Int(),
        Excerpt = row.TextOrNull(),
        Body = row.TextOrNull(),
        Url = row.TextOrNull(),
        Links = new ArticleLinks(row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull()),
        Provider = ProviderOf(row.TextOrNull(), providerKey, providerName, (ValueSource?)row.IntOrNull()),
        Published = row.Published(),
        DateCandidates = row.Json(StoreJson.Default.IReadOnlyListPublishedDate, []),
        Scope = new ScopeClaim((ScopeValue)row.Int(), (ValueSource)row.Int(), row.TextOrNull()),
        Type = row.Text(),
        Category = row.Text(),
        Language = row.TextOrNull(),
        Quality = row.IntOrNull(),
        Heat = row.IntOrNull(),
        Promoted = row.BoolOrNull(),
        Cuts = row.Json(StoreJson.Default.IReadOnlyListCut, []),
        Repairs = row.Json(StoreJson.Default.IReadOnlyListString, []),
        Warnings = row.Json(StoreJson.Default.IReadOnlyListWarning, []),
        Extra = row.Json(StoreJson.Default.IReadOnlyDictionaryStringJsonNode, NoExtra),
        Secured = row.TextOrNull(),
    };
}
