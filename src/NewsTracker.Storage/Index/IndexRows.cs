using Microsoft.Data.Sqlite;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>What the index takes from the table of articles, in the order of the rows.</summary>
sealed class IndexRows
{
    const int CheckEvery = 8192;

    const string Sql = """
        SELECT Id, PublishedAt, PublishedDay, PublishedPrecision, AddedAt, Quality, Heat, ProviderId, Scope, Origin, Promoted, Type, Language FROM Articles
        WHERE Id NOT IN (SELECT ArticleId FROM HiddenArticles)
        """;

    /// <summary>Keys.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>Places in time.</summary>
    public List<long> Newest { get; } = [];

    /// <summary>UTC ticks.</summary>
    public List<long> Added { get; } = [];

    /// <summary>Scores; <see cref="int.MinValue"/> for none.</summary>
    public List<int> Quality { get; } = [];

    /// <summary>Heat; <see cref="int.MinValue"/> for none.</summary>
    public List<int> Heat { get; } = [];

    /// <summary>Publishers' keys; −1 for none.</summary>
    public List<long> Providers { get; } = [];

    /// <summary>As <see cref="ScopeValue"/>.</summary>
    public List<int> Scopes { get; } = [];

    /// <summary>As <see cref="Model.ArticleOrigin"/>.</summary>
    public List<int> Origins { get; } = [];

    /// <summary>0 or 1; −1 where the origin says nothing.</summary>
    public List<int> Promotions { get; } = [];

    /// <summary><c>article</c>, <c>video</c>.</summary>
    public CodedWords Types { get; } = new();

    /// <summary>ISO 639-1.</summary>
    public CodedWords Languages { get; } = new();

    public static IndexRows Read(SqliteConnection connection, CancellationToken cancellation)
    {
        var read = new IndexRows();
        using var rows = new SqliteRows(connection, Sql);
        while (rows.Read())
        {
            if (read.Ids.Count % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            read.Add(rows);
        }

        return read;
    }

    void Add(SqliteRows row)
    {
        Ids.Add(row.Number(0));
        Newest.Add(DateKeys.Newest(
            row.IsNull(1) ? null : row.Moment(1), row.IsNull(2) ? null : row.Day(2), (DatePrecision)row.Number(3)));
        Added.Add(row.Moment(4).Ticks);
        Quality.Add(row.IsNull(5) ? int.MinValue : (int)row.Number(5));
        Heat.Add(row.IsNull(6) ? int.MinValue : (int)row.Number(6));
        Providers.Add(row.IsNull(7) ? -1 : row.Number(7));
        Scopes.Add((int)row.Number(8));
        Origins.Add((int)row.Number(9));
        Promotions.Add(row.IsNull(10) ? -1 : (int)row.Number(10));
        Types.Add(row.Bytes(11));
        Languages.Add(row.Bytes(12));
    }
}

/// <summary>Many rows with few different words, as numbers.</summary>
sealed class CodedWords
{
    readonly List<byte[]> _known = [];

    /// <summary>A number for each row; −1 where it has no word.</summary>
    public List<int> Codes { get; } = [];

    /// <summary>What the numbers stand for.</summary>
    public IReadOnlyList<string> Words => [.. _known.Select(System.Text.Encoding.UTF8.GetString)];

    /// <summary>Takes a row's word, in UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> word) => Codes.Add(word.IsEmpty ? -1 : Code(word));

    int Code(ReadOnlySpan<byte> word)
    {
        for (var code = 0; code < _known.Count; code++)
            if (word.SequenceEqual(_known[code]))
                return code;
        _known.Add(word.ToArray());
        return _known.Count - 1;
    }
}
