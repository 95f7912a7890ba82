using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Model.Sqlite;

/// <summary>Takes a row's values one after the other, in the order in which the statement names its columns.</summary>
/// <param name="row">Stands on the row.</param>
struct RowCursor(SqliteDataReader row)
{
    int _next;

    public long Long() => row.GetInt64(_next++);

    public int Int() => row.GetInt32(_next++);

    public int? IntOrNull() => row.IsDBNull(_next++) ? null : row.GetInt32(_next - 1);

    public bool Bool() => row.GetBoolean(_next++);

    public bool? BoolOrNull() => row.IsDBNull(_next++) ? null : row.GetBoolean(_next - 1);

    public decimal Decimal() => row.GetDecimal(_next++);

    public decimal? DecimalOrNull() => row.IsDBNull(_next++) ? null : row.GetDecimal(_next - 1);

    public string Text() => row.GetString(_next++);

    public string? TextOrNull() => row.IsDBNull(_next++) ? null : row.GetString(_next - 1);

    /// <summary>An instant, in UTC.</summary>
    public DateTime Utc() => DateTime.SpecifyKind(row.GetDateTime(_next++), DateTimeKind.Utc);

    /// <summary>An instant, in UTC.</summary>
    public DateTime? UtcOrNull() => row.IsDBNull(_next++) ? null : DateTime.SpecifyKind(row.GetDateTime(_next - 1), DateTimeKind.Utc);

    public DateOnly? DayOrNull() => row.IsDBNull(_next++) ? null : DateOnly.FromDateTime(row.GetDateTime(_next - 1));

    /// <summary>When an article was published: five columns.</summary>
    public PublishedDate Published() => new(UtcOrNull(), DayOrNull(), (DatePrecision)Int(), (DateSource?)IntOrNull(), TextOrNull());

    public T Json<T>(JsonTypeInfo<T> type, T empty)
        where T : class => JsonColumns.Read(row.GetString(_next++), type, empty);
}

/// <summary>Makes a value of a row's next columns.</summary>
/// <param name="row">Goes on as it is read.</param>
delegate T RowValue<out T>(ref RowCursor row);
