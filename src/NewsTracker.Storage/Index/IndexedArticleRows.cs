using System.Text;
using Microsoft.Data.Sqlite;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>Reads what the index takes from the table of articles.</summary>
sealed class IndexedArticleRows
{
    const int CheckEvery = 8192;

    const string Sql = """
        SELECT Id, PublishedAt, PublishedDay, PublishedPrecision, AddedAt, Quality, Heat, ProviderId, Scope, Origin, Promoted, Type, Language FROM Articles
        """;

    // What people hid never enters the index.
    const string Shown = "Id NOT IN (SELECT ArticleId FROM HiddenArticles)";

    readonly List<byte[]> _words = [];

    /// <summary>Reads them in any order.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="since">Only what was written after this version; null: all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static (IndexedArticle[] Articles, string[] Words) Read(SqliteConnection connection, long? since, CancellationToken cancellation)
    {
        var read = new IndexedArticleRows();
        var condition = since is { } version ? $"WHERE ChangedIn > {version} AND {Shown}" : $"WHERE {Shown}";
        var articles = new IndexedArticle[SqliteRows.Single(connection, $"SELECT count(*) FROM Articles {condition}")];
        using var rows = new SqliteRows(connection, $"{Sql} {condition}");
        for (var row = 0; rows.Read(); row++)
        {
            if (row % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            articles[row] = read.Article(rows);
        }

        return (articles, [.. read._words.Select(Encoding.UTF8.GetString)]);
    }

    IndexedArticle Article(SqliteRows row) => new()
    {
        Id = checked((int)row.Number(0)),
        Newest = DateKeys.Newest(row.IsNull(1) ? null : row.Moment(1), row.IsNull(2) ? null : row.Day(2), (DatePrecision)row.Number(3)),
        Added = row.Moment(4).Ticks,
        Quality = row.IsNull(5) ? IndexedArticle.None : (int)row.Number(5),
        Heat = row.IsNull(6) ? IndexedArticle.None : (int)row.Number(6),
        Provider = checked((int)row.Number(7)),
        Scope = (byte)row.Number(8),
        Origin = (byte)row.Number(9),
        Promoted = row.IsNull(10) ? (sbyte)-1 : (sbyte)row.Number(10),
        Type = Code(row.Bytes(11)),
        Language = Code(row.Bytes(12)),
    };

    // There are few different ones; −1 where there is none.
    int Code(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty) return -1;
        for (var code = 0; code < _words.Count; code++)
            if (word.SequenceEqual(_words[code]))
                return code;
        _words.Add(word.ToArray());
        return _words.Count - 1;
    }
}
