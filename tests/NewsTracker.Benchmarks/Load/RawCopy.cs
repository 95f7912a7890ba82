using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsTracker.Benchmarks.Load;

/// <summary>
/// Writes what was added to one database into another of the same schema: one prepared statement a table, SQLite's own calls, a transaction at a time.
/// Only the writing is on the clock; rows are read into memory before.
/// </summary>
/// <param name="from">Open; rows are only ever added to it.</param>
/// <param name="to">Open; told the same as every connection of the tracker.</param>
sealed class RawCopy(SqliteConnection from, SqliteConnection to) : IDisposable
{
    // In an order in which nothing refers to what is not there yet.
    static readonly string[] Tables =
        ["Runs", "Providers", "Companies", "Topics", "Documents", "Articles", "Images", "ArticleCompanies", "ArticleTopics", "ArticleMoney", "RelatedLinks", "Files", "Sightings", "Receipts", "DataChanges"];

    readonly Dictionary<string, long> _last = [];
    readonly Dictionary<string, sqlite3_stmt> _inserts = [];

    /// <summary>Time that the writing took.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Rows written.</summary>
    public int Rows { get; private set; }

    /// <summary>Brings over what came since the last time.</summary>
    /// <param name="timed">False for what was there before.</param>
    public void Copy(bool timed = true)
    {
        var rows = Tables.Select(table => (Insert: Insert(table), Rows: Added(table))).ToList();
        var start = Stopwatch.GetTimestamp();
        Execute("BEGIN IMMEDIATE");
        foreach (var (insert, added) in rows)
            foreach (var row in added) Write(insert, row);
        Execute("COMMIT");
        if (!timed) return;
        Took += Stopwatch.GetElapsedTime(start);
        Rows += rows.Sum(table => table.Rows.Count);
    }

    List<object?[]> Added(string table)
    {
        using var command = from.CreateCommand();
        command.CommandText = $"SELECT rowid, * FROM \"{table}\" WHERE rowid > {_last.GetValueOrDefault(table)} ORDER BY rowid";
        using var reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount - 1];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i + 1) ? null : reader.GetValue(i + 1);
            rows.Add(row);
            _last[table] = reader.GetInt64(0);
        }

        return rows;
    }

    sqlite3_stmt Insert(string table)
    {
        if (_inserts.TryGetValue(table, out var insert)) return insert;
        using var command = from.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM pragma_table_info('{table}')";
        var columns = Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        var values = string.Join(", ", Enumerable.Range(1, columns).Select(place => $"?{place}"));
        Check(raw.sqlite3_prepare_v3(to.Handle!, $"INSERT INTO \"{table}\" VALUES ({values})", raw.SQLITE_PREPARE_PERSISTENT, out insert));
        return _inserts[table] = insert;
    }

    void Write(sqlite3_stmt insert, object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            Check(row[i] switch
            {
                null => raw.sqlite3_bind_null(insert, i + 1),
                long number => raw.sqlite3_bind_int64(insert, i + 1, number),
                string text => raw.sqlite3_bind_text(insert, i + 1, text),
                byte[] bytes => raw.sqlite3_bind_blob(insert, i + 1, bytes),
                var value => throw new InvalidOperationException($"a column gives a {value.GetType().Name}"),
            });
        }

        var result = raw.sqlite3_step(insert);
        raw.sqlite3_reset(insert);
        if (result != raw.SQLITE_DONE) Check(result);
    }

    void Execute(string sql) => Check(raw.sqlite3_exec(to.Handle!, sql));

    void Check(int result) => SqliteException.ThrowExceptionForRC(result, to.Handle);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var insert in _inserts.Values) insert.Dispose();
    }
}
