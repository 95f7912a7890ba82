using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace NewsTracker.Storage.Model.Sqlite;

/// <summary>
/// An open connection and the statements prepared on it, for reading alone: a page is a handful of look-ups by key, and EF's way to them
/// costs three times what they do. Disposing gives it back.
/// </summary>
/// <param name="connection">Open.</param>
/// <param name="giveBack">Takes it when its user is done.</param>
sealed class SqliteReader(SqliteConnection connection, Action<SqliteReader> giveBack) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    SqliteTransaction? _transaction;

    /// <summary>Reads within a unit of work, which sees what it has not committed yet; dispose it before that ends.</summary>
    /// <param name="context">The unit of work.</param>
    /// <param name="cancellation">Stops the opening of its connection.</param>
    public static async Task<SqliteReader> WithinAsync(NewsContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        return new SqliteReader((SqliteConnection)context.Database.GetDbConnection(), reader =>
        {
            reader.Forget();
            context.Database.CloseConnection();
        })
        {
            _transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction(),
        };
    }

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>Runs a prepared query.</summary>
    /// <param name="sql">Parameters are called <c>$0</c>, <c>$1</c> …</param>
    /// <param name="values">Their values.</param>
    public SqliteDataReader Read(string sql, params ReadOnlySpan<object> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = new SqliteCommand(sql, connection, _transaction);
            for (var index = 0; index < values.Length; index++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
            _prepared.Add(sql, command);
        }

        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        return command.ExecuteReader();
    }

    /// <summary>All rows of a prepared query.</summary>
    /// <param name="sql">Parameters are called <c>$0</c>, <c>$1</c> …</param>
    /// <param name="value">Takes a row.</param>
    /// <param name="values">Of the parameters.</param>
    public List<T> All<T>(string sql, RowValue<T> value, params ReadOnlySpan<object> values)
    {
        List<T> all = [];
        using var rows = Read(sql, values);
        while (rows.Read())
        {
            var row = new RowCursor(rows);
            all.Add(value(ref row));
        }

        return all;
    }

    /// <summary>What belongs to a few articles, by article and in the order of the rows.</summary>
    /// <param name="sql">Its first column is the article's key, its parameter the keys.</param>
    /// <param name="keys">The articles, as <see cref="KeyList"/> writes them.</param>
    /// <param name="value">Takes the rest of a row.</param>
    public ILookup<long, T> ByArticle<T>(string sql, string keys, RowValue<T> value) =>
        All(sql, (ref RowCursor row) => (Article: row.Long(), Value: value(ref row)), keys).ToLookup(one => one.Article, one => one.Value);

    /// <inheritdoc />
    public void Dispose() => giveBack(this);

    /// <summary>Ends it for good.</summary>
    public void Close()
    {
        Forget();
        connection.Dispose();
    }

    void Forget()
    {
        foreach (var command in _prepared.Values) command.Dispose();
    }
}
