using System.Collections.Concurrent;

namespace NewsTracker.Storage.Index;

/// <summary>Words and the articles that hold them, kept while one index is in force: the words of one search are those of the next.</summary>
sealed class TermSets
{
    const int MostBytes = 32 * 1024 * 1024;
    const int EntryBytes = 200;

    readonly ConcurrentDictionary<string, PositionSet> _sets = new(StringComparer.Ordinal);
    readonly Lock _emptying = new();
    long _bytes;

    /// <summary>The articles that hold a word or phrase.</summary>
    /// <param name="term">As the text index takes it.</param>
    /// <param name="read">Looks it up.</param>
    public PositionSet Of(string term, Func<string, PositionSet> read)
    {
        if (_sets.TryGetValue(term, out var known)) return known;
        var set = read(term);
        // Of two that looked it up at once, across a commit, one set counts for everybody.
        if (!_sets.TryAdd(term, set)) return _sets.GetValueOrDefault(term, set);
        if (Interlocked.Add(ref _bytes, Size(set)) > MostBytes) MakeRoom();
        return set;
    }

    // A word costs as much to look up as there are articles that hold it: the common ones stay.
    void MakeRoom()
    {
        lock (_emptying)
        {
            foreach (var (term, _) in _sets.OrderBy(set => set.Value.Count).TakeWhile(_ => Interlocked.Read(ref _bytes) > MostBytes * 3L / 4))
                if (_sets.TryRemove(term, out var set))
                    Interlocked.Add(ref _bytes, -Size(set));
        }
    }

    static int Size(PositionSet set) => set.Bytes + EntryBytes;
}
