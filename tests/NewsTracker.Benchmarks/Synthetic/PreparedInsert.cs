using Microsoft.Data.Sqlite;

namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>Writes rows of one table by one prepared statement.</summary>
sealed class PreparedInsert : IDisposable
{
    readonly SqliteCommand _command;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">In the order of the values.</param>
    public PreparedInsert(SqliteConnection connection, string table, params string[] columns)
    {
        _command = connection.CreateCommand();
        var values = string.Join(", ", columns.Select((_, index) => $"${index}"));
        _command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({values})";
        for (var index = 0; index < columns.Length; index++) _command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
        _command.Prepare();
    }

    /// <summary>Writes a row.</summary>
    public void Write(SqliteTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++) _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public void Dispose() => _command.Dispose();
}
