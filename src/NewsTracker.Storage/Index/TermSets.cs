using System.Collections.Concurrent;

namespace NewsTracker.Storage.Index;

/// <summary>Words and the articles that hold them, kept while one index is in force: the words of one search are those of the next.</summary>
sealed class TermSets
{
    // A million articles take 125 kB for a common word; a person never types so many different ones in the life of an index.
    const int Most = 250;

    readonly ConcurrentDictionary<string, PositionSet> _sets = new(StringComparer.Ordinal);

    /// <summary>The articles that hold a word or phrase.</summary>
    /// <param name="term">As the text index takes it.</param>
    /// <param name="read">Looks it up.</param>
    public PositionSet Of(string term, Func<string, PositionSet> read)
    {
        if (_sets.TryGetValue(term, out var known)) return known;
        if (_sets.Count >= Most) _sets.Clear();
        return _sets[term] = read(term);
    }
}
