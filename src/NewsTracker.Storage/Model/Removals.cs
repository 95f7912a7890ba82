namespace NewsTracker.Storage.Model;

/// <summary>An article that a person hid: it stays in the database and is shown nowhere.</summary>
public sealed class HiddenArticle
{
    /// <summary>The article, or one that was removed: a returning article is hidden again.</summary>
    public long ArticleId { get; set; }

    /// <summary>Who, by e-mail.</summary>
    public required string HiddenBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime HiddenAt { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }
}

/// <summary>What is left of an article that an undo removed: its address answers 410, and what people decided about it waits for its return.</summary>
public sealed class RemovedArticle
{
    /// <summary>Never given to another article.</summary>
    public long Id { get; init; }

    /// <summary>Readable part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its identity made from the address.</summary>
    public string? UrlKey { get; init; }

    /// <summary>Its identity made from the clean text.</summary>
    public string? ContentKey { get; init; }

    /// <summary>The undo that removed it.</summary>
    public long RunId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RemovedAt { get; init; }
}

/// <summary>Which table a former row is of.</summary>
public enum FormerKind
{
    /// <summary>An article with its parts.</summary>
    Article,

    /// <summary>A file taken.</summary>
    File,
}

/// <summary>A row as it was before a run first changed it, so that the run can be undone.</summary>
public sealed class FormerRow
{
    /// <summary>The run that changed it.</summary>
    public long RunId { get; init; }

    /// <summary>Article or file.</summary>
    public FormerKind Kind { get; init; }

    /// <summary>Its key.</summary>
    public long RowId { get; init; }

    /// <summary>The row and its parts as JSON by column, packed like <see cref="OriginalBytes"/>.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>Bytes that an undo took back: only a person's own import takes them again.</summary>
public sealed class UndoneFile
{
    /// <summary>Lower-case hex of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The run that was undone.</summary>
    public long RunId { get; init; }
}
