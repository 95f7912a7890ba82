namespace NewsTracker.Storage.Model;

/// <summary>A browser in which a person is signed in. When it ends its row goes, and so does the session, at its next request.</summary>
public sealed class Session
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Whose.</summary>
    public required string AccountId { get; init; }

    /// <summary>SHA-256 of the key that the browser holds: who reads the database cannot use it.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>UTC.</summary>
    public DateTime SignedInAt { get; init; }

    /// <summary>UTC, to the minute.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>The browser in words: “Firefox on Linux”.</summary>
    public required string Browser { get; init; }
}
