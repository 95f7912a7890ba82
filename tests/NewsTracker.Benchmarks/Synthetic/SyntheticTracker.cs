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
        WriteArticles(connection, report, cancellation);
        var rate = articles / clock.Elapsed.TotalSeconds;
        Execute(connection, "UPDATE States SET DataVersion = 1, CatalogueVersion = 'synthetic'; PRAGMA wal_checkpoint(TRUNCATE);");
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

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
