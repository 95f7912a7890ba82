using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>A run as the desk lists it.</summary>
public sealed record RunSummary
{
    /// <summary>Key.</summary>
    public required long Id { get; init; }

    /// <summary>Import, retag or undo.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC; null while it runs.</summary>
    public required DateTime? FinishedAt { get; init; }

    /// <summary>What it was asked to read.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>Files found.</summary>
    public required int Found { get; init; }

    /// <summary>Files whose article was new.</summary>
    public required int Added { get; init; }

    /// <summary>Files whose article changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Files that changed nothing.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files that were not taken.</summary>
    public required int Rejected { get; init; }

    /// <summary>Articles that became known only through others' lists.</summary>
    public required int RelatedAdded { get; init; }

    /// <summary>Articles that an undo removed.</summary>
    public int Removed { get; init; }

    /// <summary>Of an undo: the run that it took back.</summary>
    public long? Undoes { get; init; }

    /// <summary>The undo that took it back; null while it stands.</summary>
    public long? UndoneBy { get; init; }
}

/// <summary>One run with a page of its receipts.</summary>
/// <param name="Run">The run.</param>
/// <param name="Receipts">In the order they were written.</param>
/// <param name="Headlines">Of the articles that the receipts name, that are still there and that have one, by key.</param>
/// <param name="Total">Receipts of the outcome asked for.</param>
/// <param name="NextAfter">The receipt after which the next page starts; null on the last.</param>
/// <param name="LeftTraces">Whether it took a file or changed anything that was known, so that there is something to take back.</param>
public sealed record RunReceipts(
    RunSummary Run, IReadOnlyList<ReceiptRow> Receipts, IReadOnlyDictionary<long, string> Headlines, int Total, long? NextAfter, bool LeftTraces);

/// <summary>What a run did with one file.</summary>
/// <param name="Id">Key.</param>
/// <param name="Path">The file.</param>
/// <param name="Sha256">Checksum of its bytes; null where they could not be read.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ArticleId">Its article; null where rejected.</param>
/// <param name="Fields">The fields that changed.</param>
/// <param name="Rejection">Why it was not taken; null where it was.</param>
/// <param name="Warnings">Sentences.</param>
public sealed record ReceiptRow(
    long Id, string Path, string? Sha256, FileOutcome Outcome, long? ArticleId, IReadOnlyList<string> Fields, Rejection? Rejection, IReadOnlyList<string> Warnings);

/// <summary>What the tracker learned of last: “14 added 16 Nov”.</summary>
/// <param name="Day">UTC.</param>
/// <param name="Count">Articles it learned of that day.</param>
public sealed record LastAdded(DateOnly Day, int Count);
