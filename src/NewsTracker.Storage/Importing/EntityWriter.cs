using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsTracker.Storage.Model;
using SQLitePCL;

namespace NewsTracker.Storage.Importing;

/// <summary>
/// Writes rows of one table through one statement of SQLite's own: change tracking costs more than the database does when thousands of rows are
/// new, and ADO.NET's parameters cost as much again. Columns, names and conversions come from EF's model, so that the two can never disagree.
/// </summary>
/// <typeparam name="T">The entity; its key is set by the caller, or left 0 where the table hands it out.</typeparam>
sealed class EntityWriter<T> : IDisposable
    where T : class
{
    readonly SqliteConnection _connection;
    readonly sqlite3_stmt _statement;
    readonly Func<T, object?>[] _values;

    /// <summary>Prepares the statement.</summary>
    /// <param name="context">Its connection is open and stays so; rows belong to whichever transaction it is in.</param>
    public EntityWriter(NewsContext context)
    {
        var entity = context.Model.FindEntityType(typeof(T))!;
        var properties = entity.GetProperties().ToArray();
        _values = [.. properties.Select(ProviderValue)];
        _connection = (SqliteConnection)context.Database.GetDbConnection();
        Check(raw.sqlite3_prepare_v3(_connection.Handle!, Upsert(entity, properties), raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Inserts the row, or replaces all its values where the key exists.</summary>
    public void Write(T row)
    {
        for (var i = 0; i < _values.Length; i++) Check(Bind(i + 1, _values[i](row)));
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE) Check(result);
    }

    public void Dispose() => _statement.Dispose();

    static Func<T, object?> ProviderValue(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        var isHandedOut = property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd;
        return row => getter.GetClrValue(row) switch
        {
            null or 0L when isHandedOut => null,
            null => null,
            var value => converter is null ? value : converter.ConvertToProvider(value),
        };
    }

    // As Microsoft.Data.Sqlite writes them, which EF reads them with.
    int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool truth => raw.sqlite3_bind_int64(_statement, place, truth ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        DateTime moment => raw.sqlite3_bind_text(_statement, place, moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(_statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        decimal amount => raw.sqlite3_bind_text(_statement, place, amount.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"{typeof(T).Name} holds a {value.GetType().Name}, which no column is written from."),
    };

    void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);

    static string Upsert(IEntityType entity, IProperty[] properties)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        var columns = string.Join(", ", properties.Select(Column));
        var values = string.Join(", ", properties.Select((_, i) => $"?{i + 1}"));
        var changes = string.Join(", ", properties.Except(key).Select(property => $"{Column(property)} = excluded.{Column(property)}"));
        return $"""
            INSERT INTO "{entity.GetTableName()}" ({columns}) VALUES ({values})
            ON CONFLICT ({string.Join(", ", key.Select(Column))}) DO UPDATE SET {changes}
            """;
    }

    static string Column(IProperty property) => $"\"{property.GetColumnName()}\"";
}
