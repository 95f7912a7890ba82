using System.Collections.Concurrent;

namespace NewsTracker.Storage.Index;

/// <summary>
/// How often tags stand among what a filter lets pass, kept while one index is in force: what is counted as if a filter were open
/// is what the page without it counts, and every page of a list counts the same.
/// </summary>
sealed class TagCounts
{
    const int MostBytes = 16 * 1024 * 1024;
    const int EntryBytes = 200;

    readonly ConcurrentDictionary<(TagIndex Tags, bool AsSubject, string Filter), int[]> _counts = new();
    long _bytes;

    /// <summary>The counts, in the order of the tags; they are shared, so they must not change.</summary>
    /// <param name="tags">What is counted.</param>
    /// <param name="asSubject">Only where the article is mainly about it.</param>
    /// <param name="filter">Tells what passes from what another filter lets pass.</param>
    /// <param name="among">Looks up what passes.</param>
    public int[] Of(TagIndex tags, bool asSubject, string filter, Func<PositionSet> among)
    {
        var key = (tags, asSubject, filter);
        if (_counts.TryGetValue(key, out var known)) return known;
        var counts = tags.Counts(among(), asSubject);
        if (!_counts.TryAdd(key, counts)) return _counts.GetValueOrDefault(key, counts);
        if (Interlocked.Add(ref _bytes, (counts.Length * sizeof(int)) + (filter.Length * sizeof(char)) + EntryBytes) > MostBytes) Empty();
        return counts;
    }

    void Empty()
    {
        _counts.Clear();
        Interlocked.Exchange(ref _bytes, 0);
    }
}
