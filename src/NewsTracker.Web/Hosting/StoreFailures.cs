using Microsoft.Data.Sqlite;
using NewsTracker.Storage;

namespace NewsTracker.Web.Hosting;

/// <summary>Tells what the machine refused (a full disk, a lock, a missing permission) from faults of our own.</summary>
public static class StoreFailures
{
    /// <summary>The refusal in one sentence; null where the failure is our own fault and belongs in the log.</summary>
    /// <param name="failure">As caught; what it wraps counts too, because saving wraps what the database says.</param>
    public static string? Sentence(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (CouldNotRun(cause)) return cause.Message;
        return null;
    }

    // Primary result codes, https://www.sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB.
    // The others (a constraint, a wrong statement) can only come from our own code.
    static bool CouldNotRun(Exception cause) => cause switch
    {
        StoreException or IOException or UnauthorizedAccessException => true,
        SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 11 or 13 or 14 or 26 } => true,
        _ => false,
    };
}
