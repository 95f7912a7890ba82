using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Model;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Every file has a receipt.</summary>
    Completed,

    /// <summary>Stopped by a person; what it had committed stays.</summary>
    Cancelled,

    /// <summary>Its process ended before it did; the next run completes the work.</summary>
    Interrupted,

    /// <summary>A fault of ours stopped it; the log says which.</summary>
    Failed,
}

/// <summary>What a run does.</summary>
public enum RunKind
{
    /// <summary>Reads files.</summary>
    Import,

    /// <summary>Reads and tags everything stored again.</summary>
    Retag,

    /// <summary>Takes back what an import did.</summary>
    Undo,
}

/// <summary>What became of one file.</summary>
public enum FileOutcome
{
    /// <summary>Its article was not known.</summary>
    Added,

    /// <summary>Its article was known and a value changed.</summary>
    Updated,

    /// <summary>Nothing changed.</summary>
    Unchanged,

    /// <summary>It was not taken.</summary>
    Rejected,

    /// <summary>An undo removed its article.</summary>
    Removed,
}

/// <summary>One run over the files, or over everything stored.</summary>
public sealed class ImportRun
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Import, retag or undo.</summary>
    public RunKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public RunState State { get; set; }

    /// <summary>Who asked for it: <c>command line</c>, <c>first start</c>, or an account's e-mail.</summary>
    public required string StartedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>UTC; null while it runs.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>What it was asked to read.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Files found.</summary>
    public int Found { get; set; }

    /// <summary>Files whose article was new.</summary>
    public int Added { get; set; }

    /// <summary>Files whose article changed.</summary>
    public int Updated { get; set; }

    /// <summary>Files that changed nothing.</summary>
    public int Unchanged { get; set; }

    /// <summary>Files that were not taken.</summary>
    public int Rejected { get; set; }

    /// <summary>Articles that became known only through others' lists.</summary>
    public int RelatedAdded { get; set; }

    /// <summary>Articles that an undo removed.</summary>
    public int Removed { get; set; }

    /// <summary>Of an undo: the run that it took back.</summary>
    public long? Undoes { get; init; }

    /// <summary>The undo that took it back; null while it stands.</summary>
    public long? UndoneBy { get; set; }
}

/// <summary>What one run did with one file.</summary>
public sealed class Receipt
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The run.</summary>
    public long RunId { get; init; }

    /// <summary>The file, as people name it.</summary>
    public required string Path { get; init; }

    /// <summary>Checksum; null where it could not be read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What became of it.</summary>
    public FileOutcome Outcome { get; init; }

    /// <summary>Its article; null where rejected.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The fields that changed.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Why it was not taken; null where it was.</summary>
    public RejectionCode? Code { get; init; }

    /// <summary>The same as a sentence with the remedy.</summary>
    public string? Message { get; init; }

    /// <summary>Line in the file, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Column in the line, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>What was left out or is to be doubted, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>The one row that says who imports now.</summary>
public sealed class ImportLock
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>The machine.</summary>
    public required string Host { get; init; }

    /// <summary>That machine's boot, so that a process number of an earlier boot means nothing.</summary>
    public required string Boot { get; init; }

    /// <summary>Process number.</summary>
    public int ProcessId { get; init; }

    /// <summary>When that process started, in the system's own ticks, so that a reused number means nothing.</summary>
    public long ProcessStarted { get; init; }

    /// <summary>The run.</summary>
    public long RunId { get; init; }

    /// <summary>UTC; renewed with every batch.</summary>
    public DateTime Heartbeat { get; set; }
}

/// <summary>The one row that says which state the data is in.</summary>
public sealed class TrackerState
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>Counts commits that changed what people see; polled by the server each second.</summary>
    public long DataVersion { get; set; }

    /// <summary>Hash of the catalogue in force; null before the first load.</summary>
    public string? CatalogueVersion { get; set; }
}

/// <summary>One commit that changed what people see. A counter alone would not tell a restored backup from the state it replaced.</summary>
public sealed class DataChange
{
    /// <summary>The <see cref="TrackerState.DataVersion"/> that it led to.</summary>
    public long Version { get; init; }

    /// <summary>Drawn at random: whoever knows a version with its stamp knows a state that this data went through.</summary>
    public long Stamp { get; init; }
}
