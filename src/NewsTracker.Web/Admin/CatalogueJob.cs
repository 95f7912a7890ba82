using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Web.Admin;

/// <summary>A catalogue that is tried, or articles that are tagged again, as it stands at one moment. Immutable.</summary>
/// <param name="By">Who started it.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Proposal">What is tried or was applied; null where articles are only brought up to the catalogue in force.</param>
public sealed record CatalogueJob(string By, DateTime StartedAt, CatalogueProposal? Proposal)
{
    /// <summary>Whether articles are being written; false while it is only tried.</summary>
    public bool Writes { get; init; }

    /// <summary>Null until articles are counted.</summary>
    public ImportProgress? Progress { get; init; }

    /// <summary>What would change; null before that is known.</summary>
    public RetagPlan? Plan { get; init; }

    /// <summary>How the writing ended; null before.</summary>
    public RetagReport? Report { get; init; }

    /// <summary>Why it could not go on, as a sentence.</summary>
    public string? Problem { get; init; }

    /// <summary>True until it ended in any way.</summary>
    public bool IsRunning => Problem is null && (Writes ? Report is null : Plan is null);

    /// <summary>Whether it was tried whole and can be applied.</summary>
    public bool CanApply => Proposal is not null && Plan is not null && !Writes;
}
