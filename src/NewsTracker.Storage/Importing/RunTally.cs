using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Counts a run forward.</summary>
sealed class RunTally(int found, TimeProvider clock)
{
    readonly long _start = clock.GetTimestamp();
    readonly int[] _outcomes = new int[Enum.GetValues<FileOutcome>().Length];
    int _relatedAdded;

    public ImportProgress Progress => new(
        found, _outcomes.Sum(), this[FileOutcome.Added], this[FileOutcome.Updated], this[FileOutcome.Unchanged], this[FileOutcome.Rejected],
        _relatedAdded, clock.GetElapsedTime(_start));

    int this[FileOutcome outcome] => _outcomes[(int)outcome];

    public void Add(BatchPlan plan)
    {
        foreach (var file in plan.Files) _outcomes[(int)file.Outcome]++;
        _relatedAdded += plan.RelatedAdded;
    }
}
