namespace NewsTracker.Storage.Model;

/// <summary>A catalogue as it was put in force: each is kept, so that any can be put in force again.</summary>
public sealed class SavedCatalogue
{
    /// <summary>Key; later ones have higher ones.</summary>
    public long Id { get; init; }

    /// <summary>Its hash, as <see cref="TrackerState.CatalogueVersion"/> has it; the same again where an earlier one was restored.</summary>
    public required string Version { get; init; }

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; init; }

    /// <summary>An account's e-mail, <c>command line</c>, or what came by itself.</summary>
    public required string SavedBy { get; init; }

    /// <summary>What was changed, in words.</summary>
    public required string Summary { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The catalogue as JSON, compressed.</summary>
    public required byte[] Content { get; init; }
}
