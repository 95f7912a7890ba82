using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Auditing;

/// <summary>Something that somebody did, for the log. Nothing secret belongs in it.</summary>
/// <param name="Who">An account's e-mail, or <see cref="AuditLog.CommandLine"/>.</param>
/// <param name="Kind">What.</param>
public sealed record AuditAct(string Who, AuditKind Kind)
{
    /// <summary>The article; null where it is none, or several.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The run it started or took back.</summary>
    public long? RunId { get; init; }

    /// <summary>To what, in words: an e-mail, a field, a file's name.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>How it was, as people read it.</summary>
    public string? Before { get; init; }

    /// <summary>How it is since then.</summary>
    public string? After { get; init; }
}

/// <summary>The one way into the log of what people did. It only grows.</summary>
/// <param name="database">Where it lies.</param>
/// <param name="clock">When things happen.</param>
public sealed class AuditLog(NewsDatabase database, TimeProvider clock)
{
    /// <summary>Who does what verbs do.</summary>
    public const string CommandLine = "command line";

    /// <summary>Adds an entry to an act's own unit of work, so that neither is saved without the other.</summary>
    /// <param name="context">The act's, in its transaction; the caller saves.</param>
    /// <param name="act">What was done.</param>
    /// <param name="at">UTC.</param>
    public static void Add(NewsContext context, AuditAct act, DateTime at) => context.AuditEntries.Add(new AuditEntry
    {
        At = at,
        Who = act.Who,
        Kind = act.Kind,
        ArticleId = act.ArticleId,
        RunId = act.RunId,
        Subject = act.Subject,
        Reason = act.Reason,
        Before = act.Before,
        After = act.After,
    });

    /// <summary>Writes an act that changes nothing in the database.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task WriteAsync(AuditAct act, CancellationToken cancellation)
    {
        await using var context = database.Open();
        Add(context, act, clock.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(cancellation);
    }
}
