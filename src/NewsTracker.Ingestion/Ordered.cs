namespace NewsTracker.Ingestion;

/// <summary>What stands in the order of its places is found without a walk through all: an article may hold a hundred thousand of them.</summary>
static class Ordered
{
    /// <summary>The first that starts at a place or behind it; the list's length where none does.</summary>
    /// <param name="ordered">By their starts.</param>
    /// <param name="from">The place.</param>
    /// <param name="start">Where one starts.</param>
    public static int First<T>(IReadOnlyList<T> ordered, int from, Func<T, int> start)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(ordered[middle]) < from) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Those that start between two places, in order.</summary>
    /// <param name="ordered">By their starts.</param>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    /// <param name="start">Where one starts.</param>
    public static IEnumerable<T> Within<T>(IReadOnlyList<T> ordered, int from, int to, Func<T, int> start)
    {
        for (var place = First(ordered, from, start); place < ordered.Count && start(ordered[place]) < to; place++) yield return ordered[place];
    }
}
