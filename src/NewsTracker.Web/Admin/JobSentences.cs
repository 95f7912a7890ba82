using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>An import at the desk, in words.</summary>
public static class JobSentences
{
    /// <summary>“120 of 2,531 files, 310 a second, about 8 seconds left”.</summary>
    /// <param name="job">Running or ended.</param>
    public static string Progress(ImportJob job)
    {
        if (job.Problem is { } problem) return problem;
        if (job.Report is { } report) return RunSentences.Totals(report);
        if (job.Progress is not { } progress) return "Looking for files …";
        return Pace(progress, "file");
    }

    /// <summary>“11 files: 3 added (cancelled); undone by run 9.”</summary>
    /// <param name="job">One that ended.</param>
    /// <param name="undoneBy">The undo that took it back; null while it stands.</param>
    public static string Ended(ImportJob job, long? undoneBy) =>
        $"{Progress(job).TrimEnd('.')}{(job.WasCancelled ? " (cancelled)" : "")}{(undoneBy is { } undo ? $"; {Undone(undo)}" : "")}.";

    /// <summary>“120 of 2,531 files, 310 a second, about 8 seconds left”; without the rest before there is a rate.</summary>
    /// <param name="progress">Of a run that is under way.</param>
    /// <param name="noun">What is counted.</param>
    public static string Pace(ImportProgress progress, string noun)
    {
        var told = $"{Counted.Number(progress.Done)} of {Counted.Of(progress.Found, noun)}";
        if (progress is not { Done: > 0, Elapsed.TotalSeconds: > 0 }) return told;
        var rate = progress.Done / progress.Elapsed.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{told}, {rate:N0} a second, about {Counted.Of((int)Math.Ceiling((progress.Found - progress.Done) / rate), "second")} left");
    }

    /// <summary>“For 2 corrected values of 1 article the files now say something other than when they were corrected.”</summary>
    /// <param name="waits">Corrections whose files say something new.</param>
    /// <param name="most">So many were asked for; there may be more.</param>
    public static string Waits(IReadOnlyList<CorrectionSummary> waits, int most)
    {
        if (waits.Count == 0) return "No file contradicts a correction anew.";
        var articles = waits.Select(correction => correction.ArticleId).Distinct().Count();
        return $"For {(waits.Count < most ? "" : "at least ")}{Counted.Of(waits.Count, "corrected value")} of {Counted.Of(articles, "article")} the files now say something other than when {(waits.Count == 1 ? "it was" : "they were")} corrected.";
    }

    /// <summary>A recorded run's counts.</summary>
    /// <param name="run">The run.</param>
    public static string Run(RunSummary run)
    {
        if (run.Kind == RunKind.Retag) return "Everything stored, read and tagged again";
        if (run.Kind == RunKind.Undo)
        {
            string[] parts =
            [
                .. run.Removed > 0 ? [$"{Counted.Of(run.Removed, "article")} removed"] : Array.Empty<string>(),
                .. run.Updated > 0 ? [$"{Counted.Of(run.Updated, "article")} with {(run.Updated == 1 ? "its" : "their")} former values again"] : Array.Empty<string>(),
            ];
            return $"Run {run.Undoes} undone: {(parts.Length == 0 ? "no article changed" : string.Join(", ", parts))}";
        }

        var done = run.Added + run.Updated + run.Unchanged + run.Rejected;
        return RunSentences.Totals(new ImportProgress(run.Found, done, run.Added, run.Updated, run.Unchanged, run.Rejected, run.RelatedAdded, TimeSpan.Zero));
    }

    /// <summary>What became of a file.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Outcome(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Added => "added",
        FileOutcome.Updated => "updated",
        FileOutcome.Rejected => "rejected",
        FileOutcome.Removed => "removed",
        _ => "unchanged",
    };

    /// <summary>Why a file was not taken, with the place in it.</summary>
    /// <param name="rejection">The reason.</param>
    public static string Reason(Rejection rejection) => (rejection.Line, rejection.Column) switch
    {
        ({ } line, { } column) => $"{RunSentences.Code(rejection.Code)}, line {line}, column {column}: {rejection.Message}",
        ({ } line, null) => $"{RunSentences.Code(rejection.Code)}, line {line}: {rejection.Message}",
        _ => $"{RunSentences.Code(rejection.Code)}: {rejection.Message}",
    };

    /// <summary>A run's state as people read it, and whether it was taken back.</summary>
    /// <param name="run">The run.</param>
    public static string State(RunSummary run) => run.UndoneBy is { } undo ? $"{State(run.State)}; {Undone(undo)}" : State(run.State);

    /// <summary>A run's state as people read it.</summary>
    /// <param name="state">The state.</param>
    public static string State(RunState state) => state switch
    {
        RunState.Cancelled => "cancelled; what it had committed stays",
        RunState.Interrupted => "interrupted; the next import completes it",
        RunState.Failed => "failed; the log says why",
        RunState.Completed => "completed",
        _ => "running",
    };

    /// <summary>How runs ended, as people choose it.</summary>
    /// <param name="result">The result.</param>
    public static string Result(RunResult result) => result switch
    {
        RunResult.Rejected => "with rejected files",
        RunResult.Undone => "undone since",
        _ => result.ToString().ToLowerInvariant(),
    };

    /// <summary>To the second.</summary>
    /// <param name="at">UTC.</param>
    public static string Instant(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    static string Undone(long by) => $"undone by run {by}";
}
