using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsTracker.Storage.Model.Sqlite;

/// <summary>
/// Rows read by SQLite's own calls: where a million of them are read for two or three numbers each, ADO.NET's reader takes most of the time.
/// </summary>
sealed class SqliteRows : IDisposable
{
    readonly sqlite3_stmt _statement;
    readonly SqliteConnection _connection;

    /// <summary>Starts a query.</summary>
    /// <param name="connection">Open, and used by nobody else meanwhile.</param>
    /// <param name="sql">With at most one parameter.</param>
    /// <param name="parameter">Its value; null where there is none.</param>
    public SqliteRows(SqliteConnection connection, string sql, string? parameter = null)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle!, sql, out _statement));
        if (parameter is not null) Check(raw.sqlite3_bind_text(_statement, 1, parameter));
    }

    /// <summary>The one number that a query gives.</summary>
    public static long Single(SqliteConnection connection, string sql)
    {
        using var rows = new SqliteRows(connection, sql);
        return rows.Read() ? rows.Number(0) : 0;
    }

    /// <summary>Goes on to the next row; false behind the last.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Check(result);
        return false;
    }

    /// <summary>A number; 0 where there is none.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A fraction; 0 where there is none.</summary>
    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>Whether there is no value.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A text's UTF-8 bytes, good until the next row; empty where there is none.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>A text; empty where there is none.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A moment as EF writes it (<c>2020-07-31 18:06:00.1234567</c>), in UTC.</summary>
    public DateTime Moment(int column)
    {
        var text = Bytes(column);
        var ticks = new DateTime(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]), Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]), DateTimeKind.Utc).Ticks;
        var unit = TimeSpan.TicksPerSecond / 10;
        for (var at = 20; at < text.Length && unit > 0; at++, unit /= 10) ticks += (text[at] - '0') * unit;
        return new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>A day (<c>2020-07-31</c>).</summary>
    public DateOnly Day(int column)
    {
        var text = Bytes(column);
        return new DateOnly(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
    }

    /// <inheritdoc />
    public void Dispose() => _statement.Dispose();

    static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text) number = (number * 10) + (digit - '0');
        return number;
    }

    void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
