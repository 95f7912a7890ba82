using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Importing;

namespace NewsTracker.Tests.Storage;

/// <summary>Takes the lock away once the first batch is written.</summary>
sealed class LockThief(Tracker tracker) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value)
    {
        if (value.Done == 0) return;
        using var context = tracker.Database.Open();
        context.ImportLocks.ExecuteDelete();
    }
}
