using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>Reads the rows of one page by key, without a body.</summary>
static class ArticleRows
{
    // Two lines of a list at its widest: 300 characters.
    const string Sql = """
        SELECT article.Id, article.Slug, article.Title, article.TitleSource, coalesce(article.Excerpt, substr(article.Body, 1, 300)), article.Url,
            provider.Domain, provider.Name, article.ProviderName, article.ProviderSource,
            article.PublishedAt, article.PublishedDay, article.PublishedPrecision, article.PublishedSource, article.PublishedEvidence,
            article.Origin, article.Warnings, article.AddedAt
        FROM json_each($0) AS wanted
        CROSS JOIN Articles AS article ON article.Id = wanted.value
        LEFT JOIN Providers AS provider ON provider.Id = article.ProviderId
        ORDER BY wanted.key
        """;

    /// <summary>Reads rows in the order of their keys as given; keys without an article are passed over.</summary>
    public static IReadOnlyList<ArticleRow> Read(
        SqliteReader reader, IReadOnlyList<long> ids, IReadOnlyDictionary<long, IReadOnlyList<SnippetPart>> snippets)
    {
        var keys = KeyList.Of(ids);
        var tags = ArticleTags.Read(reader, keys);
        return reader.All(Sql, (ref RowCursor row) => Row(ref row, tags, snippets), keys);
    }

    // Initialisers run in the order in which they are written: that of the columns.
    static ArticleRow Row(ref RowCursor row, ArticleTags tags, IReadOnlyDictionary<long, IReadOnlyList<SnippetPart>> snippets)
    {
        var id = row.Long();
        var (slug, title, titleSource, excerpt, url) = (row.Text(), row.Text(), (TitleSource)row.Int(), row.TextOrNull(), row.TextOrNull());
        var (providerKey, providerName) = (row.TextOrNull(), row.TextOrNull());
        return new ArticleRow
        {
            Id = id,
            Slug = slug,
            Title = StoredArticles.TitleOf(title),
            TitleSource = titleSource,
            Excerpt = excerpt?.Split("\n\n", 2)[0],
            Url = url,
            Provider = StoredArticles.ProviderOf(row.TextOrNull(), providerKey, providerName, (ValueSource?)row.IntOrNull()),
            ProviderSlug = providerKey,
            Published = row.Published(),
            Companies = tags.Companies(id),
            Topics = tags.Topics(id),
            Origin = (ArticleOrigin)row.Int(),
            Warnings = row.Json(StoreJson.Default.IReadOnlyListWarning, []),
            Snippet = snippets.GetValueOrDefault(id),
            AddedAt = row.Utc(),
        };
    }
}
