using Microsoft.Data.Sqlite;
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
            article.ProviderName, article.ProviderSource, provider.Domain, provider.Name,
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
        var tags = ArticleTags.Read(reader, ids);
        List<ArticleRow> articles = [];
        using var rows = reader.Read(Sql, KeyList.Of(ids));
        while (rows.Read()) articles.Add(Row(rows, tags, snippets));
        return articles;
    }

    static ArticleRow Row(SqliteDataReader row, ArticleTags tags, IReadOnlyDictionary<long, IReadOnlyList<SnippetPart>> snippets)
    {
        var id = row.GetInt64(0);
        return new ArticleRow
        {
            Id = id,
            Slug = row.GetString(1),
            Title = StoredArticles.TitleOf(row.GetString(2)),
            TitleSource = (TitleSource)row.GetInt32(3),
            Excerpt = Text(row, 4)?.Split("\n\n", 2)[0],
            Url = Text(row, 5),
            Provider = StoredArticles.ProviderOf(Text(row, 6), Text(row, 8), Text(row, 9), row.IsDBNull(7) ? null : (ValueSource)row.GetInt32(7)),
            ProviderSlug = Text(row, 8),
            Published = new PublishedDate(
                row.IsDBNull(10) ? null : Utc(row, 10),
                row.IsDBNull(11) ? null : DateOnly.FromDateTime(row.GetDateTime(11)),
                (DatePrecision)row.GetInt32(12),
                row.IsDBNull(13) ? null : (DateSource)row.GetInt32(13),
                Text(row, 14)),
            Companies = tags.Companies(id),
            Topics = tags.Topics(id),
            Origin = (ArticleOrigin)row.GetInt32(15),
            Warnings = JsonColumns.Read(row.GetString(16), StoreJson.Default.IReadOnlyListWarning, []),
            Snippet = snippets.GetValueOrDefault(id),
            AddedAt = Utc(row, 17),
        };
    }

    static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateTime Utc(SqliteDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);
}
