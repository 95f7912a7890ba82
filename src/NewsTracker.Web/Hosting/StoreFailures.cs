using Microsoft.Data.Sqlite;
using NewsTracker.Storage;
using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Web.Hosting;

/// <summary>Tells what the machine refused (a full disk, a lock, a missing permission) from faults of our own.</summary>
public static class StoreFailures
{
    /// <summary>The refusal in one sentence; null where the failure is our own fault and belongs in the log.</summary>
    /// <param name="failure">As caught; what it wraps counts too, because saving wraps what the database says.</param>
    public static string? Sentence(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (Refusal(cause) is { } sentence) return sentence;
        return null;
    }

    /// <summary>Whether the database file itself is damaged.</summary>
    /// <param name="failure">As caught.</param>
    public static bool IsDamage(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is SqliteException problem && SqliteRefusal.IsDamage(problem)) return true;
        return false;
    }

    static string? Refusal(Exception cause) => cause switch
    {
        StoreException or IOException or UnauthorizedAccessException => cause.Message,
        SqliteException problem => SqliteRefusal.Sentence(problem),
        _ => null,
    };
}
