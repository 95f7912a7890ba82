using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>The article index in force, swapped whole when the data moved on.</summary>
/// <param name="database">What it mirrors.</param>
public sealed class ArticleIndexes(NewsDatabase database) : IDisposable
{
    const string VersionSql = """
        SELECT DataVersion, CatalogueVersion, (SELECT Id FROM Runs WHERE FinishedAt IS NOT NULL ORDER BY Id DESC LIMIT 1) FROM States
        """;

    readonly SemaphoreSlim _building = new(1, 1);
    volatile ArticleIndex _current = ArticleIndex.Empty;
    volatile TrackerVersion _version = TrackerVersion.None;

    /// <summary>The state of the data that the index in force mirrors; −1 before the first refresh.</summary>
    public long DataVersion => _current.DataVersion;

    /// <summary>The state that pages show. What is read after it is never older.</summary>
    public TrackerVersion Version => _version;

    /// <summary>The index in force; empty before the first refresh. Take it once for one answer.</summary>
    internal ArticleIndex Current => _current;

    /// <summary>Rebuilds the index where the data moved on since the last call; otherwise one tiny query.</summary>
    /// <param name="cancellation">Stops the reading; the index in force stays.</param>
    /// <returns>Whether it was rebuilt.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        await _building.WaitAsync(cancellation);
        try
        {
            using var articles = database.Rent();
            var version = ReadVersion(articles);
            if (version.Data == _current.DataVersion)
            {
                _version = version;
                return false;
            }

            using var tags = database.Rent();
            (_current, _version) = await BuildAsync(articles, tags, cancellation);
            return true;
        }
        finally
        {
            _building.Release();
        }
    }

    // Two connections read at once; they see the same state where they see the same version.
    static async Task<(ArticleIndex Index, TrackerVersion Version)> BuildAsync(SqliteReader articles, SqliteReader tags, CancellationToken cancellation)
    {
        while (true)
        {
            await using var one = articles.Connection.BeginTransaction(deferred: true);
            await using var other = tags.Connection.BeginTransaction(deferred: true);
            var version = ReadVersion(articles);
            if (ReadVersion(tags) != version) continue;
            return (await new IndexBuilder(articles.Connection, tags.Connection).BuildAsync(version.Data, cancellation), version);
        }
    }

    static TrackerVersion ReadVersion(SqliteReader reader)
    {
        using var rows = new SqliteRows(reader.Connection, VersionSql);
        return rows.Read() ? new TrackerVersion(rows.Number(0), rows.Text(1), rows.Number(2)) : TrackerVersion.None;
    }

    /// <inheritdoc />
    public void Dispose() => _building.Dispose();
}
