namespace NewsTracker.Storage.Model;

/// <summary>A one-time link that is still good for something, to a new account or to a new password. Used or taken back, its row is gone.</summary>
public sealed class Invitation
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Whom it is for.</summary>
    public required string Email { get; init; }

    /// <summary>What the new account may do.</summary>
    public AccountRole Role { get; init; }

    /// <summary>The account that gets a new password; null where one is made.</summary>
    public string? AccountId { get; init; }

    /// <summary>SHA-256 of the code: who reads the database cannot use it.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>UTC; good for nothing from then on.</summary>
    public DateTime ExpiresAt { get; init; }
}
