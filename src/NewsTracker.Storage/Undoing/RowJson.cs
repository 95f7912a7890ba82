using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Undoing;

/// <summary>
/// A table's rows as JSON by column and back, by SQLite itself: whatever a row holds comes back as it was. Columns come from EF's model, so a new one
/// needs nothing here.
/// </summary>
sealed class RowJson
{
    readonly string _table;
    readonly string[] _columns;
    readonly string[] _key;

    RowJson(IEntityType entity)
    {
        _table = $"\"{entity.GetTableName()}\"";
        _columns = [.. entity.GetProperties().Select(property => property.GetColumnName())];
        _key = [.. entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName())];
    }

    public static RowJson Of<T>(NewsContext context)
        where T : class => new(context.Model.FindEntityType(typeof(T))!);

    /// <summary>One row as an object, within a query that calls the table <paramref name="alias"/>.</summary>
    public string Object(string alias) => $"json_object({string.Join(", ", _columns.Select(column => $"'{column}', {alias}.\"{column}\""))})";

    /// <summary>The rows of an article as an array, within a query.</summary>
    /// <param name="articleId">An expression.</param>
    /// <param name="condition">Which of them, where they are called <c>part</c>.</param>
    public string Array(string articleId, string condition = "true") =>
        $"json((SELECT json_group_array({Object("part")}) FROM {_table} AS part WHERE part.\"ArticleId\" = {articleId} AND {condition}))";

    /// <summary>Inserts rows, or replaces all values where the key exists.</summary>
    /// <param name="rows">A query of one column: each row as an object, in SQLite's binary JSON.</param>
    public string Insert(string rows)
    {
        var values = string.Join(", ", _columns.Select(column => $"json_extract(image.value, '$.\"{column}\"')"));
        var changes = string.Join(", ", _columns.Except(_key).Select(column => $"\"{column}\" = excluded.\"{column}\""));
        // Materialized: else each column would write its row's whole object out anew. Without its WHERE the parser would take ON CONFLICT for a join's.
        return $"""
            WITH image (value) AS MATERIALIZED ({rows})
            INSERT INTO {_table} ({Quoted(_columns)}) SELECT {values} FROM image WHERE true
            ON CONFLICT ({Quoted(_key)}) DO UPDATE SET {changes}
            """;
    }

    /// <summary>Deletes the rows of articles.</summary>
    /// <param name="articleIds">A query of one column.</param>
    public string Delete(string articleIds) => $"DELETE FROM {_table} WHERE \"ArticleId\" IN ({articleIds})";

    static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));
}
