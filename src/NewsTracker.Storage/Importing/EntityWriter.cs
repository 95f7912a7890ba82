using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>
/// Writes rows of one table through one prepared statement: change tracking costs more than the database does when thousands of rows are new.
/// Columns, names and conversions come from EF's model, so that the two can never disagree.
/// </summary>
/// <typeparam name="T">The entity; its key is set by the caller.</typeparam>
sealed class EntityWriter<T> : IDisposable
    where T : class
{
    readonly NewsContext _context;
    readonly DbCommand _command;
    readonly Func<T, object?>[] _values;

    public EntityWriter(NewsContext context)
    {
        _context = context;
        var entity = context.Model.FindEntityType(typeof(T))!;
        var properties = entity.GetProperties().ToArray();
        _values = [.. properties.Select(ProviderValue)];
        _command = context.Database.GetDbConnection().CreateCommand();
        _command.CommandText = Upsert(entity, properties);
        for (var i = 0; i < properties.Length; i++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Inserts the row, or replaces all its values where the key exists.</summary>
    public void Write(T row)
    {
        _command.Transaction = _context.Database.CurrentTransaction!.GetDbTransaction();
        for (var i = 0; i < _values.Length; i++) _command.Parameters[i].Value = _values[i](row) ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    static Func<T, object?> ProviderValue(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return converter is null
            ? row => getter.GetClrValue(row)
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }

    static string Upsert(IEntityType entity, IProperty[] properties)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        var columns = string.Join(", ", properties.Select(Column));
        var values = string.Join(", ", properties.Select((_, i) => $"@p{i}"));
        var changes = string.Join(", ", properties.Except(key).Select(property => $"{Column(property)} = excluded.{Column(property)}"));
        return $"""
            INSERT INTO "{entity.GetTableName()}" ({columns}) VALUES ({values})
            ON CONFLICT ({string.Join(", ", key.Select(Column))}) DO UPDATE SET {changes}
            """;
    }

    static string Column(IProperty property) => $"\"{property.GetColumnName()}\"";
}
