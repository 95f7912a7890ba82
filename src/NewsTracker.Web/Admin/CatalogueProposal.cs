using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>A catalogue that somebody would like to put in force: tried first, then applied.</summary>
/// <param name="Before">The catalogue in force when it was made.</param>
/// <param name="After">Checked as a whole.</param>
/// <param name="Kind">What is done, for the log.</param>
/// <param name="Subject">To what, in words.</param>
/// <param name="Reason">Why; null where the person did not say.</param>
/// <param name="Back">The page where it can be changed further, with what was typed.</param>
public sealed record CatalogueProposal(CatalogueData Before, CatalogueData After, AuditKind Kind, string Subject, string? Reason, string Back)
{
    /// <summary>Entry by entry.</summary>
    public IReadOnlyList<CatalogueChange> Changes { get; } = CatalogueComparison.Changes(Before, After);

    /// <summary>Of a file: entries that it would change and that stay, because they were edited here.</summary>
    public IReadOnlyList<string> StaysHere { get; init; } = [];

    /// <summary>The same for the log.</summary>
    /// <param name="who">Who applies it.</param>
    public AuditAct Act(string who) => new(who, Kind)
    {
        Subject = Subject,
        Reason = Reason,
        Before = CatalogueComparison.Before(Changes),
        After = CatalogueComparison.After(Changes),
    };
}
