namespace NewsTracker.Storage.Index;

/// <summary>Everything that a page depends on beside its address.</summary>
/// <param name="Data">The state of the articles.</param>
/// <param name="Catalogue">Hash of the catalogue in force.</param>
/// <param name="LastRun">The last run that ended; pages say when that was.</param>
public sealed record TrackerVersion(DataState Data, string? Catalogue, long LastRun)
{
    /// <summary>Before the first look.</summary>
    public static TrackerVersion None { get; } = new(DataState.None, null, 0);
}
