using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsTracker.Storage.Model.Sqlite;

/// <summary>What every connection is told, and why.</summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    // busy_timeout: a page waits for a batch (200 ms at most) instead of failing.
    // synchronous NORMAL: with WAL a power cut loses at most the last commits, never the database.
    // foreign_keys: off by default in SQLite. mmap_size, the most SQLite allows: a million articles' rows
    // (3 GB) are read where the system keeps them, without copies of our own; a smaller one costs a list page a tenth of its time.
    const string Settings = """
        PRAGMA busy_timeout = 10000;
        PRAGMA synchronous = NORMAL;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA mmap_size = 2147418112;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection, readOnly: false);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection, readOnly: false);
        return Task.CompletedTask;
    }

    /// <summary>Tells a connection.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="readOnly">Whether it must never write.</param>
    public static void Apply(DbConnection connection, bool readOnly)
    {
        using var command = connection.CreateCommand();
        command.CommandText = readOnly ? $"{Settings} PRAGMA query_only = ON;" : Settings;
        command.ExecuteNonQuery();
    }
}
