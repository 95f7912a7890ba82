namespace NewsTracker.Storage.Importing;

/// <summary>What became of the bytes that a file holds.</summary>
public enum FileState
{
    /// <summary>Nothing was imported from its place.</summary>
    New,

    /// <summary>They are imported.</summary>
    Imported,

    /// <summary>Others were imported from its place last; also where they cannot be read.</summary>
    Changed,

    /// <summary>A person took them back, and nobody imported them since.</summary>
    TakenBack,
}

/// <summary>How a file stands.</summary>
/// <param name="State">What became of its bytes.</param>
/// <param name="Undo">The run that took them back; null where none did.</param>
public sealed record FileStanding(FileState State, long? Undo);
