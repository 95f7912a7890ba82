namespace NewsTracker.Storage.Model;

/// <summary>A name that texts give and that a person found to be no company worth following. It is never asked about again.</summary>
public sealed class DismissedName
{
    /// <summary>The name's slug: rows of companies come and go with the texts.</summary>
    public required string Slug { get; init; }

    /// <summary>Who, by e-mail.</summary>
    public required string DismissedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime DismissedAt { get; init; }
}
