namespace NewsTracker.Storage.Model;

/// <summary>Two articles that a person found to be one: the older id stays, the other's address leads to it. Gone once it is taken apart.</summary>
public sealed class ArticleMerge
{
    /// <summary>Key; a later merge has a higher one.</summary>
    public long Id { get; init; }

    /// <summary>The id that stays; where that article was merged itself, the one that it is part of today.</summary>
    public long KeptId { get; set; }

    /// <summary>The id whose address leads to the other. Never given to another article.</summary>
    public long GoneId { get; init; }

    /// <summary>The gone one's identity made from the address: what comes with it is the kept one's.</summary>
    public string? UrlKey { get; init; }

    /// <summary>Its identity made from the clean text.</summary>
    public string? ContentKey { get; init; }

    /// <summary>The kept one's identity made from the clean text, which a changed file of the other replaces.</summary>
    public string? KeptContentKey { get; init; }

    /// <summary>The last run before the merge; 0 where there was none. No run up to it is undone while the merge stands.</summary>
    public long LastRunId { get; init; }

    /// <summary>Who, by e-mail.</summary>
    public required string MergedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime MergedAt { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>What the merge replaced, as JSON packed like <see cref="OriginalBytes"/>: taking it apart puts it back.</summary>
    public required byte[] Content { get; init; }
}
