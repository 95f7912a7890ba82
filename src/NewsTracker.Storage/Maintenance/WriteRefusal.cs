using Microsoft.Data.Sqlite;

namespace NewsTracker.Storage.Maintenance;

/// <summary>Why files could not be written or read.</summary>
static class WriteRefusal
{
    /// <summary>What the machine refused, as a sentence; null where the failure is our own fault.</summary>
    /// <param name="problem">As caught.</param>
    public static string? Reason(Exception problem) => problem switch
    {
        IOException or UnauthorizedAccessException => problem.Message,
        // What .NET makes of “file too large”: a limit of the account or of the file system.
        ArgumentOutOfRangeException { ParamName: "value" } => "The file system or a limit of this account allows no file so large.",
        SqliteException refused when !SqliteRefusal.IsDamage(refused) => SqliteRefusal.Sentence(refused),
        _ => null,
    };
}
