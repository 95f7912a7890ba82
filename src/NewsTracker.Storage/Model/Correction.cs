namespace NewsTracker.Storage.Model;

/// <summary>A value that a person corrected: it wins over what files declare and survives every import.</summary>
public sealed class Correction
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The article; or one that was removed (<see cref="RemovedArticle"/>): the correction then waits for its return.</summary>
    public long ArticleId { get; set; }

    /// <summary>The field, by its name in the article's JSON: <c>title</c>, <c>published</c> ….</summary>
    public required string Field { get; init; }

    /// <summary>The corrected value, in the shape that the article's JSON has.</summary>
    public required string Value { get; init; }

    /// <summary>What files said when the correction was made, or when a person last chose to keep it, as people read it; null for nothing.</summary>
    public string? DeclaredThen { get; set; }

    /// <summary>What they say by now, likewise; where the two differ, the desk asks what to do.</summary>
    public string? DeclaredNow { get; set; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Who.</summary>
    public required string MadeBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>UTC; null while it is in force.</summary>
    public DateTime? RetiredAt { get; set; }

    /// <summary>Who took it back or replaced it; null while it is in force.</summary>
    public string? RetiredBy { get; set; }
}
