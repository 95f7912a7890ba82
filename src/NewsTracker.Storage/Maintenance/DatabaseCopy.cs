using Microsoft.Data.Sqlite;
using NewsTracker.Storage.Model.Sqlite;
using static SQLitePCL.raw;

namespace NewsTracker.Storage.Maintenance;

/// <summary>A copy of a database that others go on writing to: one state of it, whole, by SQLite's own backup.</summary>
static class DatabaseCopy
{
    // Eight megabytes: often enough to be stopped, seldom enough to cost nothing.
    const int PagesAtOnce = 2048;

    /// <summary>Copies what is committed now.</summary>
    /// <param name="from">The database, full path.</param>
    /// <param name="to">The copy, full path; empty or not there yet.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    public static void Make(string from, string to, CancellationToken cancellation)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        // Nothing is lost with the copy, so it needs no journal and no waiting for the disk.
        Run(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        // One state for all parts: without it a commit in between would make the copying start again.
        Run(source, "BEGIN; SELECT COUNT(*) FROM sqlite_master;");
        var backup = sqlite3_backup_init(target.Handle!, "main", source.Handle!, "main");
        if (backup.IsInvalid) throw Refused(target);
        using (backup)
        {
            int code;
            while ((code = sqlite3_backup_step(backup, PagesAtOnce)) == SQLITE_OK) cancellation.ThrowIfCancellationRequested();
            if (code != SQLITE_DONE) throw new SqliteException($"SQLite Error {code}: '{sqlite3_errstr(code).utf8_to_string()}'.", code & 0xff, code);
        }
    }

    /// <summary>Opens a database outside of every pool, so that its files are free when it is disposed.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="mode">Whether it may be made.</param>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        SqlitePragmas.Apply(connection, readOnly: false);
        return connection;
    }

    /// <summary>What SQLite finds wrong with a database; empty where it is whole.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="cancellation">Interrupts the looking, which takes a while where there is much.</param>
    public static IReadOnlyList<string> Damage(SqliteConnection connection, CancellationToken cancellation)
    {
        using var interruption = cancellation.Register(() => sqlite3_interrupt(connection.Handle!));
        try
        {
            return [.. Texts(connection, "PRAGMA integrity_check").Where(line => line != "ok")];
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(problem.Message, problem, cancellation);
        }
    }

    /// <summary>The first column of every row.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="sql">A query.</param>
    public static IReadOnlyList<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>A number; 0 where there is no row or the table is not there yet.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="table">Asked whether it exists.</param>
    /// <param name="sql">A query for one number.</param>
    public static long Number(SqliteConnection connection, string table, string sql)
    {
        if (Texts(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{table}'").Count == 0) return 0;
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    /// <summary>Runs statements without an answer.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="sql">The statements.</param>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Removes a database with what SQLite keeps beside it.</summary>
    /// <param name="path">Full path.</param>
    public static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(path + suffix);
    }

    static SqliteException Refused(SqliteConnection connection) =>
        new(sqlite3_errmsg(connection.Handle!).utf8_to_string(), sqlite3_errcode(connection.Handle!), sqlite3_extended_errcode(connection.Handle!));
}
