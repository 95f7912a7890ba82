using System.Numerics;

namespace NewsTracker.Storage.Index;

/// <summary>
/// A set of places in the article index: one bit each where there are many, a sorted array where there are few. Immutable once built.
/// </summary>
sealed class PositionSet
{
    // A word of 64 bits is counted in about the time that half a place of a list takes: from here on bits are faster. Reckoned, not measured.
    const int SparseShare = 128;

    readonly ulong[]? _words;
    readonly int[] _sorted;

    PositionSet(int length, ulong[] words)
    {
        Length = length;
        _words = words;
        _sorted = [];
        foreach (var word in words) Count += BitOperations.PopCount(word);
    }

    PositionSet(int length, int[] sorted)
    {
        Length = length;
        _sorted = sorted;
        Count = sorted.Length;
    }

    /// <summary>How many places the index has.</summary>
    public int Length { get; }

    /// <summary>How many of them are in the set.</summary>
    public int Count { get; }

    /// <summary>What looking one place up costs, where holding one word against another costs 1.</summary>
    public const int PlaceCost = 4;

    /// <summary>What holding it against a set of bits costs, in the same measure.</summary>
    public int Cost => _words?.Length ?? Count * PlaceCost;

    /// <summary>How much memory it takes.</summary>
    public int Bytes => _words is { } words ? words.Length * sizeof(ulong) : Count * sizeof(int);

    /// <summary>Whether so many places are better kept as a list.</summary>
    public static bool IsSparse(int length, int count) => (long)count * SparseShare < length;

    /// <summary>No place at all.</summary>
    public static PositionSet None(int length) => new(length, Array.Empty<int>());

    /// <summary>Places in ascending order, each once; the array is kept, so it must not change.</summary>
    public static PositionSet OfSorted(int length, int[] sorted)
    {
        if (IsSparse(length, sorted.Length)) return new(length, sorted);
        var words = new ulong[BitWords.Count(length)];
        foreach (var position in sorted) words[position >> 6] |= 1UL << position;
        return new(length, words);
    }

    /// <summary>One bit for each place; the array is kept, so it must not change.</summary>
    public static PositionSet OfWords(int length, ulong[] words) => new(length, words);

    /// <summary>All places from one up to but without another.</summary>
    public static PositionSet Range(int length, int from, int to)
    {
        var words = new ulong[BitWords.Count(length)];
        BitWords.Fill(words, from, to);
        return new(length, words);
    }

    /// <summary>Every place.</summary>
    public static PositionSet All(int length) => Range(length, 0, length);

    /// <summary>Whether a place is in the set.</summary>
    public bool Contains(int position) =>
        _words is { } words ? (words[position >> 6] >> position & 1) != 0 : Array.BinarySearch(_sorted, position) >= 0;

    /// <summary>What is in both.</summary>
    public PositionSet And(PositionSet other)
    {
        if (_words is { } left && other._words is { } right) return new(Length, BitWords.Combine<AndWords>(left, right));
        var (few, many) = _words is null && (other._words is not null || Count <= other.Count) ? (this, other) : (other, this);
        return new(Length, few.Filtered(many, keep: true));
    }

    /// <summary>What is in either.</summary>
    public PositionSet Or(PositionSet other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        if (_words is { } left && other._words is { } right) return new(Length, BitWords.Combine<OrWords>(left, right));
        var words = _words is not null ? [.. _words] : other._words is not null ? (ulong[])[.. other._words] : new ulong[BitWords.Count(Length)];
        foreach (var position in _sorted) words[position >> 6] |= 1UL << position;
        foreach (var position in other._sorted) words[position >> 6] |= 1UL << position;
        return new(Length, words);
    }

    /// <summary>What is in this and not in the other.</summary>
    public PositionSet Without(PositionSet other)
    {
        if (other.Count == 0) return this;
        if (_words is not { } left) return new(Length, Filtered(other, keep: false));
        if (other._words is { } right) return new(Length, BitWords.Combine<WithoutWords>(left, right));
        ulong[] words = [.. left];
        foreach (var position in other._sorted) words[position >> 6] &= ~(1UL << position);
        return new(Length, words);
    }

    /// <summary>How many are in both.</summary>
    public int CountOf(PositionSet other)
    {
        if (_words is { } left && other._words is { } right) return BitWords.CountBoth(left, right);
        var (few, many) = _words is null && (other._words is not null || Count <= other.Count) ? (this, other) : (other, this);
        var count = 0;
        foreach (var position in few._sorted)
            if (many.Contains(position))
                count++;
        return count;
    }

    /// <summary>How many lie from one place up to but without another.</summary>
    public int CountIn(int from, int to) =>
        _words is { } words ? BitWords.CountIn(words, from, to) : Math.Max(0, FirstIndex(to) - FirstIndex(from));

    /// <summary>The first place in the set from here on; −1 where there is none.</summary>
    public int Next(int from)
    {
        if (_words is { } words) return BitWords.Next(words, from);
        var index = FirstIndex(from);
        return index < _sorted.Length ? _sorted[index] : -1;
    }

    /// <summary>The last place in the set up to here; −1 where there is none.</summary>
    public int Previous(int from)
    {
        if (_words is { } words) return BitWords.Previous(words, from);
        var index = FirstIndex(from + 1);
        return index > 0 ? _sorted[index - 1] : -1;
    }

    /// <summary>The places in ascending order.</summary>
    public Enumerator GetEnumerator() => new(this);

    int[] Filtered(PositionSet other, bool keep)
    {
        var kept = new int[keep ? Math.Min(Count, other.Count) : Count];
        var count = 0;
        foreach (var position in _sorted)
            if (other.Contains(position) == keep)
                kept[count++] = position;
        return count == kept.Length ? kept : kept[..count];
    }

    int FirstIndex(int position)
    {
        var index = Array.BinarySearch(_sorted, position);
        return index < 0 ? ~index : index;
    }

    /// <summary>Walks the places.</summary>
    public struct Enumerator(PositionSet set)
    {
        ulong _word = set._words is [var first, ..] ? first : 0;
        int _index = set._words is null ? -1 : 0;

        /// <summary>Where it stands.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            if (set._words is not { } words)
            {
                if (++_index >= set._sorted.Length) return false;
                Current = set._sorted[_index];
                return true;
            }

            while (_word == 0)
            {
                if (++_index >= words.Length) return false;
                _word = words[_index];
            }

            Current = (_index << 6) + BitOperations.TrailingZeroCount(_word);
            _word &= _word - 1;
            return true;
        }
    }
}
