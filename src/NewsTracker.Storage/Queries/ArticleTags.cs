using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Queries;

/// <summary>The companies and topics of a few articles.</summary>
sealed class ArticleTags
{
    const string CompaniesSql = """
        SELECT tag.ArticleId, company.Name, company.Slug, tag.Role, tag.Mentions, company.InCatalogue, tag.Source, tag.Evidence, tag.Forms
        FROM json_each($0) AS wanted
        CROSS JOIN ArticleCompanies AS tag ON tag.ArticleId = wanted.value
        CROSS JOIN Companies AS company ON company.Id = tag.CompanyId
        ORDER BY tag.Role DESC, tag.Mentions DESC, company.Name
        """;

    const string TopicsSql = """
        SELECT tag.ArticleId, topic.Name, topic.Slug, tag.Source, tag.Evidence, topic.Position IS NOT NULL
        FROM json_each($0) AS wanted
        CROSS JOIN ArticleTopics AS tag ON tag.ArticleId = wanted.value
        CROSS JOIN Topics AS topic ON topic.Id = tag.TopicId
        ORDER BY tag.Position
        """;

    readonly ILookup<long, CompanyTag> _companies;
    readonly ILookup<long, TopicRow> _topics;

    ArticleTags(SqliteReader reader, string keys)
    {
        _companies = reader.ByArticle(CompaniesSql, keys, (ref RowCursor row) => new CompanyTag(
            row.Text(), row.Text(), (CompanyRole)row.Int(), row.Int(), row.Bool(), (ValueSource)row.Int(), row.TextOrNull())
        {
            Forms = row.Json(StoreJson.Default.IReadOnlyListString, []),
        });
        _topics = reader.ByArticle(TopicsSql, keys, (ref RowCursor row) => new TopicRow(
            new TopicTag(row.Text(), row.Text(), (ValueSource)row.Int(), row.TextOrNull()), row.Bool()));
    }

    /// <summary>Subjects first, then by number of mentions.</summary>
    public IReadOnlyList<CompanyTag> Companies(long article) => [.. _companies[article]];

    /// <summary>In the article's order.</summary>
    public IReadOnlyList<TopicRow> Topics(long article) => [.. _topics[article]];

    /// <summary>Reads them.</summary>
    /// <param name="reader">Where they are.</param>
    /// <param name="keys">The articles, as <see cref="KeyList"/> writes them.</param>
    public static ArticleTags Read(SqliteReader reader, string keys) => new(reader, keys);
}
