using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>An import that was started at the desk, as it stands at one moment. Immutable.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record ImportJob(ImportRequest Request, DateTime StartedAt)
{
    /// <summary>Null until the files are counted.</summary>
    public ImportProgress? Progress { get; init; }

    /// <summary>Null while it runs, and where it could not run.</summary>
    public ImportReport? Report { get; init; }

    /// <summary>Why it could not run, as a sentence.</summary>
    public string? Problem { get; init; }

    /// <summary>True until it ended in any way.</summary>
    public bool IsRunning => Report is null && Problem is null;

    /// <summary>True where a person stopped it.</summary>
    public bool WasCancelled => Report is { State: RunState.Cancelled };
}
