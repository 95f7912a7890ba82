using Microsoft.Data.Sqlite;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>Everything that a page, or the plan of an import, depends on beside what was asked.</summary>
/// <param name="Data">The state of the articles.</param>
/// <param name="Catalogue">Hash of the catalogue in force.</param>
/// <param name="LastRun">The last run that ended; pages say when that was.</param>
public sealed record TrackerVersion(DataState Data, string? Catalogue, long LastRun)
{
    const string Sql = """
        SELECT DataVersion, coalesce((SELECT Stamp FROM DataChanges WHERE Version = DataVersion), 0), CatalogueVersion,
            (SELECT Id FROM Runs WHERE FinishedAt IS NOT NULL ORDER BY Id DESC LIMIT 1)
        FROM States
        """;

    /// <summary>Before the first look.</summary>
    public static TrackerVersion None { get; } = new(DataState.None, null, 0);

    internal static TrackerVersion Read(SqliteConnection connection)
    {
        using var rows = new SqliteRows(connection, Sql);
        return rows.Read() ? new TrackerVersion(new DataState(rows.Number(0), rows.Number(1)), rows.Text(2), rows.Number(3)) : None;
    }
}
