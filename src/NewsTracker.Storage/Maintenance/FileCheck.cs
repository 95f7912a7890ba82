using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Maintenance;

/// <summary>What SQLite itself says about its file and its text index.</summary>
static class FileCheck
{
    /// <summary>Damaged pages; where there are any, nothing else that is read can be trusted.</summary>
    public static async Task<List<string>> PagesAsync(NewsContext context, CancellationToken cancellation)
    {
        try
        {
            var lines = await RowsAsync(context, "PRAGMA integrity_check", row => row.GetString(0), cancellation);
            return [.. lines.Where(line => line != "ok").Select(line => $"The database file is damaged: {line.ReplaceLineEndings(", ")}. {SqliteRefusal.Remedy}")];
        }
        catch (SqliteException problem) when (SqliteRefusal.IsDamage(problem))
        {
            return [SqliteRefusal.Sentence(problem)!];
        }
    }

    public static async Task<List<string>> RowsAsync(NewsContext context, CancellationToken cancellation)
    {
        var keys = await RowsAsync(
            context,
            "PRAGMA foreign_key_check",
            row => $"Row {row.GetValue(1)} of {row.GetString(0)} points to a row of {row.GetString(2)} that is not there. {SqliteRefusal.Remedy}",
            cancellation);
        return [.. keys, .. await TextAsync(context, cancellation)];
    }

    // Rank 1 also compares the index with the articles' text; the command answers with an error where they differ.
    static async Task<IReadOnlyList<string>> TextAsync(NewsContext context, CancellationToken cancellation)
    {
        try
        {
            await context.Database.ExecuteSqlRawAsync("INSERT INTO ArticleText(ArticleText, rank) VALUES ('integrity-check', 1)", cancellation);
            return [];
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            return ["The text index does not agree with the articles; rebuild it with: INSERT INTO ArticleText(ArticleText) VALUES ('rebuild')."];
        }
    }

    static async Task<List<string>> RowsAsync(NewsContext context, string pragma, Func<DbDataReader, string> told, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellation)) rows.Add(told(reader));
        return rows;
    }
}
