using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsTracker.Storage.Maintenance;

/// <summary>
/// Numbers that must not be given twice go on where the replaced data stopped: ids, which stand in links that people keep, and the version of the data,
/// by which browsers know pages. Where the data that was lost cannot be asked, they leap ahead of anything it can have given.
/// </summary>
static class RestoredNumbers
{
    // More than is imported between two backups, and nothing among 64 bits.
    const long Leap = 1_000_000;

    /// <summary>Sets them in a restored database.</summary>
    /// <param name="restored">Full path; nobody has it open.</param>
    /// <param name="replaced">The database that it replaces, full path; it need not exist or be whole.</param>
    public static void GoOn(string restored, string replaced)
    {
        using var database = DatabaseCopy.Open(restored, SqliteOpenMode.ReadWrite);
        var known = Read(replaced, LastRun(database));
        DatabaseCopy.Run(database, "BEGIN IMMEDIATE");
        if (known is null)
        {
            DatabaseCopy.Run(database, $"INSERT INTO sqlite_sequence (name, seq) SELECT 'Articles', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Articles')");
            DatabaseCopy.Run(database, Text($"UPDATE sqlite_sequence SET seq = seq + {Leap} WHERE name = 'Articles'"));
            DatabaseCopy.Run(database, Text($"UPDATE States SET DataVersion = DataVersion + {Leap}"));
        }
        else
        {
            foreach (var (table, last) in known.Sequences) Raise(database, table, last);
            DatabaseCopy.Run(database, Text($"UPDATE States SET DataVersion = MAX(DataVersion, {known.DataVersion}) + 1"));
        }

        // A state of its own, so that nothing that was kept of another one passes for it.
        DatabaseCopy.Run(database, Text($"INSERT INTO DataChanges (Version, Stamp) SELECT DataVersion, {Random.Shared.NextInt64()} FROM States"));
        DatabaseCopy.Run(database, "COMMIT");
    }

    static void Raise(SqliteConnection database, string table, long last)
    {
        using var command = database.CreateCommand();
        command.CommandText = """
            INSERT INTO sqlite_sequence (name, seq) SELECT $table, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = $table)
                AND EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $table);
            UPDATE sqlite_sequence SET seq = MAX(seq, $last) WHERE name = $table;
            """;
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$last", last);
        command.ExecuteNonQuery();
    }

    // Only a database that has the backup's last run went on from it; any other one knows nothing of what was given since.
    static Known? Read(string replaced, string? lastRun)
    {
        if (lastRun is null || !File.Exists(replaced)) return null;
        try
        {
            using var database = DatabaseCopy.Open(replaced, SqliteOpenMode.ReadWrite);
            if (!DatabaseCopy.Texts(database, Runs).Contains(lastRun)) return null;
            var sequences = DatabaseCopy.Texts(database, "SELECT name FROM sqlite_sequence").Select(table => (table, Last(database, table))).ToList();
            return new Known(sequences, DatabaseCopy.Number(database, "States", "SELECT DataVersion FROM States"));
        }
        catch (SqliteException)
        {
            // Damaged: it cannot be asked.
            return null;
        }
    }

    const string Runs = "SELECT Id || ' ' || StartedAt FROM Runs";

    static string? LastRun(SqliteConnection database) => DatabaseCopy.Texts(database, $"{Runs} ORDER BY Id DESC LIMIT 1") is [var last] ? last : null;

    static long Last(SqliteConnection database, string table)
    {
        using var command = database.CreateCommand();
        command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = $table";
        command.Parameters.AddWithValue("$table", table);
        return (long)command.ExecuteScalar()!;
    }

    static string Text(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);

    sealed record Known(IReadOnlyList<(string Table, long Last)> Sequences, long DataVersion);
}
