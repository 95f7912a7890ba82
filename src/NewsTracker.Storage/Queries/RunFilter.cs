using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>How a run ended, as people ask for it.</summary>
public enum RunResult
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Every file has a receipt.</summary>
    Completed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,

    /// <summary>Its process ended before it did.</summary>
    Interrupted,

    /// <summary>A fault or a refusal stopped it.</summary>
    Failed,

    /// <summary>It did not take every file.</summary>
    Rejected,

    /// <summary>It was taken back.</summary>
    Undone,
}

/// <summary>Which runs are looked for; what is null does not matter.</summary>
/// <param name="Name">Part of the name of a folder that was read, or of a file.</param>
/// <param name="Kind">Import, retag or undo.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Day">The day it started on, UTC.</param>
public sealed record RunFilter(string? Name, RunKind? Kind, RunResult? Result, DateOnly? Day)
{
    /// <summary>Every run.</summary>
    public static RunFilter Any { get; } = new(null, null, null, null);

    internal IQueryable<ImportRun> Among(IQueryable<ImportRun> runs)
    {
        if (Kind is { } kind) runs = runs.Where(run => run.Kind == kind);
        if (Day is { } day)
        {
            var start = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var end = start.AddDays(1);
            runs = runs.Where(run => run.StartedAt >= start && run.StartedAt < end);
        }

        return Result switch
        {
            null => runs,
            RunResult.Rejected => runs.Where(run => run.Rejected > 0),
            RunResult.Undone => runs.Where(run => run.UndoneBy != null),
            RunResult.Cancelled => Of(RunState.Cancelled),
            RunResult.Interrupted => Of(RunState.Interrupted),
            RunResult.Failed => Of(RunState.Failed),
            RunResult.Running => Of(RunState.Running),
            _ => Of(RunState.Completed),
        };

        IQueryable<ImportRun> Of(RunState state) => runs.Where(run => run.State == state);
    }
}
