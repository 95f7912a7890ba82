namespace NewsTracker.Ingestion;

/// <summary>How much of a file is taken; section <c>Ingestion</c> of the configuration.</summary>
public sealed record IngestionLimits
{
    /// <summary>Largest file, in bytes; 16 MB.</summary>
    public long MaxFileBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of YAML collections.</summary>
    public int MaxYamlDepth { get; init; } = 32;

    /// <summary>Most YAML aliases in a file; more is an alias bomb.</summary>
    public int MaxYamlAliases { get; init; } = 64;

    /// <summary>Most related entries taken from a file; 133 is the most ever seen.</summary>
    public int MaxRelated { get; init; } = 500;
}
