namespace NewsTracker.Storage.Model;

/// <summary>What may be wrong with an article. Stored by name: a name is never given another meaning.</summary>
public enum DoubtKind
{
    /// <summary>It has no date.</summary>
    Undated,

    /// <summary>Its date is contradicted, in the future, or before the company was founded.</summary>
    DateDoubted,

    /// <summary>Its headline was made from an address or a text.</summary>
    TitleInferred,

    /// <summary>Characters of its file could not be read.</summary>
    LossyText,

    /// <summary>Words that do not belong there stood in its text.</summary>
    InjectedText,

    /// <summary>No company was found in it.</summary>
    NoCompany,

    /// <summary>Another article has the same headline at another address.</summary>
    SameHeadline,

    /// <summary>It has no address, so that its words alone tell it from others.</summary>
    Identity,
}

/// <summary>A doubt about an article that a person looked at and let stand. It is raised again when the article changes.</summary>
public sealed class SettledDoubt
{
    /// <summary>What was doubted.</summary>
    public DoubtKind Kind { get; init; }

    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>Who, by e-mail.</summary>
    public required string SettledBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SettledAt { get; set; }
}
