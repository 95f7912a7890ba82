using System.Collections.Frozen;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What to import.</summary>
/// <param name="Paths">Files and folders, full paths, in the order to read them.</param>
/// <param name="DryRun">Plan only: nothing is written.</param>
/// <param name="StartedBy">Who asks: <c>command line</c>, <c>first start</c>, or an account's e-mail.</param>
/// <param name="WithoutUndone">What an undo took back stays out, but for <see cref="Wanted"/>: nobody asked for it.</param>
public sealed record ImportRequest(IReadOnlyList<string> Paths, bool DryRun, string StartedBy, bool WithoutUndone = false)
{
    /// <summary>Checksums of bytes that are taken all the same, because a person asked for these; means nothing without <see cref="WithoutUndone"/>.</summary>
    public IReadOnlySet<string> Wanted { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What a dry run decided and a person saw: exactly that is applied, or nothing. Null: whatever the files say now.</summary>
    public HeldPlan? Plan { get; init; }

    /// <summary>To apply what a dry run decided.</summary>
    /// <param name="plan">The dry run's.</param>
    /// <param name="startedBy">Who asks.</param>
    public static ImportRequest Applying(HeldPlan plan, string startedBy) =>
        plan.Request with { DryRun = false, StartedBy = startedBy, Plan = plan };
}

/// <summary>How far a run is.</summary>
/// <param name="Found">Files found.</param>
/// <param name="Done">Files done of them.</param>
/// <param name="Added">Files whose article is new.</param>
/// <param name="Updated">Files whose article changed.</param>
/// <param name="Unchanged">Files that changed nothing.</param>
/// <param name="Rejected">Files not taken.</param>
/// <param name="RelatedAdded">Articles known only through others' lists so far.</param>
/// <param name="Elapsed">Since the start.</param>
public sealed record ImportProgress(int Found, int Done, int Added, int Updated, int Unchanged, int Rejected, int RelatedAdded, TimeSpan Elapsed);

/// <summary>What a run did, or would do.</summary>
/// <param name="RunId">The run; null for a dry run.</param>
/// <param name="State">Completed or cancelled.</param>
/// <param name="Totals">The counts at its end.</param>
/// <param name="Files">Every file in the order it was read.</param>
public sealed record ImportReport(long? RunId, RunState State, ImportProgress Totals, IReadOnlyList<FileReport> Files)
{
    /// <summary>Of a dry run that came to its end: what can be applied as it was shown.</summary>
    public HeldPlan? Plan { get; init; }

    /// <summary>Of a dry run: whether applying it would note anything. Files that are as they were leave nothing to do, also those that were refused as they are; one that was refused and is mended or gone does.</summary>
    public bool HasWork { get; init; }

    /// <summary>Of a dry run: files that were moved or renamed since they were imported, and files that went.</summary>
    public FileMoves Moves { get; init; } = FileMoves.None;
}

/// <summary>What a run did, or would do, with one file.</summary>
/// <param name="Path">The file, as people name it.</param>
/// <param name="Outcome">Added, updated, unchanged or rejected.</param>
/// <param name="ArticleId">Its article; null where rejected, and for an added one in a dry run.</param>
/// <param name="Changes">Which fields change.</param>
/// <param name="Rejection">Why it is not taken.</param>
/// <param name="Warnings">What was left out or is to be doubted.</param>
public sealed record FileReport(
    string Path, FileOutcome Outcome, long? ArticleId, IReadOnlyList<FieldChange> Changes, Rejection? Rejection, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Where it lies.</summary>
    public required string FullPath { get; init; }

    /// <summary>Checksum of its bytes; null where they could not be read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Whether it was passed over: its bytes were taken before, or are left out.</summary>
    public bool IsPassedOver { get; init; }

    /// <summary>Whether it was passed over because a person took its bytes back.</summary>
    public bool IsLeftOut => Warnings.Any(warning => warning.Code == WarningCode.FileLeftOut);

    /// <summary>What a file brings whose article was not known; null for any other.</summary>
    public NewArticle? Brings { get; init; }

    /// <summary>What the file's own article is called where anything in it changes or a correction of it stays: its headline, else its address; null for any other, and where the same run brings the article.</summary>
    public string? Headline { get; init; }

    /// <summary>Corrections that stay although the file says something else by now.</summary>
    public IReadOnlyList<KeptCorrection> Kept { get; init; } = [];

    /// <summary>Whether another report says the same of the same file.</summary>
    /// <param name="other">Of another run over the same files.</param>
    public bool SaysTheSameAs(FileReport other) =>
        (Path, Outcome, ArticleId, Rejection, Sha256) == (other.Path, other.Outcome, other.ArticleId, other.Rejection, other.Sha256)
        && Changes.SequenceEqual(other.Changes)
        && Warnings.SequenceEqual(other.Warnings);
}

/// <summary>An article that is not known yet, as people recognise it.</summary>
/// <param name="Title">Its headline; null where only an address is known.</param>
/// <param name="Url">Where it was published; null where unknown.</param>
/// <param name="Published">When.</param>
/// <param name="Companies">Those it names, by name.</param>
public sealed record NewArticle(string? Title, string? Url, PublishedDate Published, IReadOnlyList<string> Companies)
{
    internal static NewArticle Of(ArticleDraft draft) => new(draft.Title, draft.Url, draft.Published, [.. draft.Companies.Select(company => company.Name)]);
}

/// <summary>A corrected value that stays although the file says something else.</summary>
/// <param name="ArticleId">Whose.</param>
/// <param name="Field">By its name in the article's JSON.</param>
/// <param name="Value">As corrected, as people read it; null where the correction is that there is none.</param>
/// <param name="FileSays">What the file says now, likewise.</param>
/// <param name="MadeBy">Who corrected it.</param>
public sealed record KeptCorrection(long ArticleId, string Field, string? Value, string? FileSays, string MadeBy);

/// <summary>One field that changes.</summary>
/// <param name="Field">By its name in the article's JSON.</param>
/// <param name="Old">Before, as people read it; null where it was empty.</param>
/// <param name="New">After.</param>
public sealed record FieldChange(string Field, string? Old, string? New);
