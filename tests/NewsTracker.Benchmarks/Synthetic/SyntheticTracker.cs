using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsTracker.Storage;

namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>
/// A whole tracker made up from a seed and written past the importer, by SQLite's own means: 300 companies and 500 providers after Zipf, 40 topics,
/// ten years. The schema, its indexes and the text index are the real ones.
/// </summary>
/// <param name="data">The data directory; it must hold no database yet.</param>
/// <param name="articles">How many.</param>
/// <param name="seed">The same seed gives the same tracker.</param>
sealed class SyntheticTracker(string data, int articles, int seed)
{
    /// <summary>The one state that the data goes through.</summary>
    public const int Version = 1;

    const int Batch = 20_000;

    /// <summary>Writes it.</summary>
    public async Task<int> WriteAsync(TextWriter report, CancellationToken cancellation)
    {
        var path = Path.Combine(Directory.CreateDirectory(data).FullName, "news.db");
        if (File.Exists(path)) throw new IOException($"{path} is there already; name an empty directory.");
        await new NewsDatabase(path).MigrateAsync(cancellation);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);
        await connection.OpenAsync(cancellation);
        // A killed generator starts again: nothing here needs to survive a power cut.
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
        SyntheticNames.Write(connection);
        var clock = Stopwatch.StartNew();
        // Keys that come in any order rewrite an index page each: made at the end, in their own order, all indexes take a minute and not an hour.
        var indexes = Indexes(connection);
        foreach (var (name, _) in indexes) Execute(connection, $"DROP INDEX \"{name}\"");
        WriteArticles(connection, report, cancellation);
        foreach (var (_, sql) in indexes) Execute(connection, sql);
        var rate = articles / clock.Elapsed.TotalSeconds;
        Execute(connection, $"""
            INSERT INTO DataChanges (Version, Stamp) VALUES ({Version}, abs(random()));
            UPDATE States SET DataVersion = {Version}, CatalogueVersion = 'synthetic';
            PRAGMA wal_checkpoint(TRUNCATE);
            """);
        await report.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{articles:N0} articles in {clock.Elapsed.TotalSeconds:F0} s, {rate:N0}/s, {new FileInfo(path).Length / 1e6:N0} MB"));
        return 0;
    }

    void WriteArticles(SqliteConnection connection, TextWriter report, CancellationToken cancellation)
    {
        var made = new SyntheticArticles(seed);
        using var rows = new SyntheticRows(connection);
        for (var id = 1; id <= articles;)
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            for (var last = Math.Min(articles, id + Batch - 1); id <= last; id++) rows.Write(transaction, id, made.Next());
            transaction.Commit();
            if ((id - 1) % (Batch * 5) == 0) report.WriteLine($"{id - 1} …");
        }
    }

    static List<(string Name, string Sql)> Indexes(SqliteConnection connection)
    {
        List<(string, string)> indexes = [];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
        using var rows = command.ExecuteReader();
        while (rows.Read()) indexes.Add((rows.GetString(0), rows.GetString(1)));
        return indexes;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
