namespace NewsTracker.Storage.Index;

/// <summary>Everything that a page depends on beside its address.</summary>
/// <param name="Data">Counts commits that changed what people see; −1 before the first look.</param>
/// <param name="Catalogue">Hash of the catalogue in force.</param>
/// <param name="LastRun">The last run that ended; pages say when that was.</param>
public sealed record TrackerVersion(long Data, string? Catalogue, long LastRun)
{
    /// <summary>Before the first look.</summary>
    public static TrackerVersion None { get; } = new(-1, null, 0);
}
