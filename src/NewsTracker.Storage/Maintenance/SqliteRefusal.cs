using Microsoft.Data.Sqlite;

namespace NewsTracker.Storage.Maintenance;

/// <summary>What SQLite refused, with what to do about it.</summary>
public static class SqliteRefusal
{
    /// <summary>How a damaged database comes right.</summary>
    public const string Remedy = "Stop the server and restore the last backup: restore FILE --force, which keeps the damaged data aside.";

    // Primary result codes, https://www.sqlite.org/rescode.html. The others (a constraint, a wrong statement) can only come from our own code.
    const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    /// <summary>The refusal in one sentence; null where the failure is our own fault.</summary>
    /// <param name="problem">As caught.</param>
    public static string? Sentence(SqliteException problem) => problem.SqliteErrorCode switch
    {
        Busy or Locked => $"Another program keeps the database locked ({Said(problem)}). Close it, or wait for it, and try again.",
        ReadOnly => $"The database cannot be written ({Said(problem)}). Let this account write the file and its folder.",
        InputOutput => $"The disk refused to read or write ({Said(problem)}). See whether it is full or failing, and try again.",
        Corrupt or NoDatabase => $"The database is damaged ({Said(problem)}). {Remedy}",
        Full => $"The disk is full ({Said(problem)}). Free some space and try again; what was committed stays.",
        CannotOpen => $"The database cannot be opened ({Said(problem)}). See that its folder exists and that this account may write there.",
        _ => null,
    };

    /// <summary>Whether the file itself is damaged.</summary>
    /// <param name="problem">As caught.</param>
    public static bool IsDamage(SqliteException problem) => problem.SqliteErrorCode is Corrupt or NoDatabase;

    static string Said(SqliteException problem) => problem.Message.TrimEnd('.');
}
