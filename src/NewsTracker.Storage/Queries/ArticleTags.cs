using Microsoft.EntityFrameworkCore;
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
        SELECT tag.ArticleId, topic.Name, topic.Slug, topic.Position IS NOT NULL, tag.Source, tag.Evidence
        FROM json_each($0) AS wanted
        CROSS JOIN ArticleTopics AS tag ON tag.ArticleId = wanted.value
        CROSS JOIN Topics AS topic ON topic.Id = tag.TopicId
        ORDER BY tag.Position
        """;

    readonly Dictionary<long, List<CompanyTag>> _companies = [];
    readonly Dictionary<long, List<TopicRow>> _topics = [];

    /// <summary>Subjects first, then by number of mentions.</summary>
    public IReadOnlyList<CompanyTag> Companies(long article) => _companies.GetValueOrDefault(article) ?? [];

    /// <summary>In the article's order.</summary>
    public IReadOnlyList<TopicRow> Topics(long article) => _topics.GetValueOrDefault(article) ?? [];

    /// <summary>Reads them by prepared statements.</summary>
    public static ArticleTags Read(SqliteReader reader, IReadOnlyList<long> ids)
    {
        var tags = new ArticleTags();
        var keys = KeyList.Of(ids);
        using (var row = reader.Read(CompaniesSql, keys))
        {
            while (row.Read())
            {
                Add(tags._companies, row.GetInt64(0), new CompanyTag(
                    row.GetString(1), row.GetString(2), (CompanyRole)row.GetInt32(3), row.GetInt32(4), row.GetBoolean(5), (ValueSource)row.GetInt32(6),
                    row.IsDBNull(7) ? null : row.GetString(7))
                {
                    Forms = JsonColumns.Read(row.GetString(8), StoreJson.Default.IReadOnlyListString, []),
                });
            }
        }

        using (var row = reader.Read(TopicsSql, keys))
        {
            while (row.Read())
            {
                var tag = new TopicTag(row.GetString(1), row.GetString(2), (ValueSource)row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5));
                Add(tags._topics, row.GetInt64(0), new TopicRow(tag, row.GetBoolean(3)));
            }
        }

        return tags;
    }

    /// <summary>The same within a unit of work, which sees what it has not committed yet.</summary>
    public static async Task<ArticleTags> ReadAsync(NewsContext context, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var tags = new ArticleTags();
        var companies =
            from tag in context.ArticleCompanies
            join company in context.Companies on tag.CompanyId equals company.Id
            where ids.Contains(tag.ArticleId)
            orderby tag.Role descending, tag.Mentions descending, company.Name
            select new { Tag = tag, company.Name, company.Slug, company.InCatalogue };
        foreach (var row in await companies.AsNoTracking().ToListAsync(cancellation))
        {
            var tag = new CompanyTag(row.Name, row.Slug, row.Tag.Role, row.Tag.Mentions, row.InCatalogue, row.Tag.Source, row.Tag.Evidence);
            Add(tags._companies, row.Tag.ArticleId, tag with { Forms = row.Tag.Forms });
        }

        var topics =
            from tag in context.ArticleTopics
            join topic in context.Topics on tag.TopicId equals topic.Id
            where ids.Contains(tag.ArticleId)
            orderby tag.Position
            select new { Tag = tag, topic.Name, topic.Slug, Own = topic.Position != null };
        foreach (var row in await topics.AsNoTracking().ToListAsync(cancellation))
            Add(tags._topics, row.Tag.ArticleId, new TopicRow(new TopicTag(row.Name, row.Slug, row.Tag.Source, row.Tag.Evidence), row.Own));
        return tags;
    }

    static void Add<T>(Dictionary<long, List<T>> by, long article, T value)
    {
        if (by.TryGetValue(article, out var values)) values.Add(value);
        else by.Add(article, [value]);
    }
}
