using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>Writes everything the store keeps of one article.</summary>
sealed class SyntheticRows(SqliteConnection connection) : IDisposable
{
    const int RelatedEvery = 10;
    const int Related = 5;

    readonly PreparedInsert _documents = new(connection, "Documents", "Id", "Sha256", "Length", "Encoding", "Format", "Content");
    readonly PreparedInsert _articles = new(
        connection, "Articles", "Id", "UrlKey", "Fingerprint", "TaggedWith", "ReadWith", "Origin", "Slug", "Title", "TitleSource", "Excerpt", "Url", "LinkWeb",
        "ProviderId", "ProviderName", "ProviderSource", "PublishedAt", "PublishedDay", "PublishedPrecision", "PublishedSource", "Scope", "ScopeSource", "Type",
        "Category", "Language", "Quality", "Heat", "Promoted", "DateCandidates", "Cuts", "Repairs", "Warnings", "Extra", "SightingId", "AddedAt", "UpdatedAt",
        "ChangedIn");
    readonly PreparedInsert _files = new(connection, "Files", "Id", "FullPath", "Path", "DocumentId", "Sha256", "ReadWith", "ArticleId");
    readonly PreparedInsert _sightings = new(connection, "Sightings", "Id", "ArticleId", "FileId", "DocumentId", "Entry", "Fingerprint", "RunId", "SeenAt");
    readonly PreparedInsert _companies = new(connection, "ArticleCompanies", "ArticleId", "CompanyId", "Role", "Mentions", "Source", "Evidence", "Forms");
    readonly PreparedInsert _topics = new(connection, "ArticleTopics", "ArticleId", "TopicId", "Position", "Source", "Evidence");
    readonly PreparedInsert _links = new(connection, "RelatedLinks", "ArticleId", "Position", "RelatedId");

    /// <summary>Writes them.</summary>
    public void Write(SqliteTransaction transaction, long id, SyntheticArticle article)
    {
        var bytes = Encoding.UTF8.GetBytes($"---\ntitle: {article.Title}\nexcerpt: {article.Excerpt}\n---\n{id}\n");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var added = new DateTime(2026, 11, 1, 9, 0, 0, DateTimeKind.Utc).AddSeconds(id / 10).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        _documents.Write(transaction, id, sha256, bytes.Length, "utf-8", (int)SourceFormat.FrontMatter, OriginalBytes.Pack(bytes));
        WriteArticle(transaction, id, article, sha256[..32], added);
        _files.Write(transaction, id, $"/synthetic/{id:00000000}.txt", $"{id:00000000}.txt", id, sha256, Ingestor.ReaderVersion, id);
        _sightings.Write(transaction, id, id, id, id, 0, sha256[..32], 1, added);
        foreach (var (place, rank) in article.Companies.Index())
        {
            var role = place < article.Subjects ? CompanyRole.Subject : CompanyRole.Mention;
            _companies.Write(transaction, id, rank + 1, (int)role, 1 + (int)role, (int)ValueSource.Inferred, article.Title, $"[\"{SyntheticNames.Company(rank)}\"]");
        }

        foreach (var (place, rank) in article.Topics.Index())
            _topics.Write(transaction, id, rank + 1, place, (int)ValueSource.Inferred, rank < SyntheticNames.OwnTopics ? article.Title : null);
        if (id % RelatedEvery != 0) return;
        for (var place = 0; place < Related; place++) _links.Write(transaction, id, place, id - 1 - place);
    }

    void WriteArticle(SqliteTransaction transaction, long id, SyntheticArticle article, string fingerprint, string added)
    {
        var domain = SyntheticNames.Provider(article.Provider);
        var slug = Slugs.From(article.Title);
        var url = $"https://{domain}/{slug}-{id}";
        DateSource? dated = article.At is null ? null : article.Day is null ? DateSource.Estimated : DateSource.Declared;
        _articles.Write(
            transaction, id, url, fingerprint, "synthetic", Ingestor.ReaderVersion, (int)(id % 3 == 0 ? ArticleOrigin.File : ArticleOrigin.Related), slug,
            article.Title, (int)TitleSource.Declared, article.Excerpt, url, url,
            article.Provider + 1, null, (int)ValueSource.Declared, article.At, article.Day, article.Precision, (int?)dated, article.Scope, (int)ValueSource.Inferred,
            "article", "news", "en", (int)(id % 240), (int)(id % 50) - 1, null, "[]", "[]", "[]", "[]", "{}", id, added, added, SyntheticTracker.Version);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (IDisposable insert in (IDisposable[])[_documents, _articles, _files, _sightings, _companies, _topics, _links]) insert.Dispose();
    }
}
