using System.Numerics;

namespace NewsTracker.Storage.Index;

/// <summary>A set of places in the article index, one bit each. Immutable once built.</summary>
sealed class PositionSet
{
    readonly ulong[] _words;
    readonly int _length;

    PositionSet(ulong[] words, int length)
    {
        _words = words;
        _length = length;
    }

    public static PositionSet Of(int length, IEnumerable<int> positions)
    {
        var words = new ulong[Words(length)];
        foreach (var position in positions) words[position >> 6] |= 1UL << position;
        return new PositionSet(words, length);
    }

    public static PositionSet Of(int length, ReadOnlySpan<int> positions)
    {
        var words = new ulong[Words(length)];
        foreach (var position in positions) words[position >> 6] |= 1UL << position;
        return new PositionSet(words, length);
    }

    public static PositionSet Where(int length, Func<int, bool> holds)
    {
        var words = new ulong[Words(length)];
        for (var position = 0; position < length; position++)
            if (holds(position))
                words[position >> 6] |= 1UL << position;
        return new PositionSet(words, length);
    }

    public static PositionSet All(int length)
    {
        var words = new ulong[Words(length)];
        Array.Fill(words, ulong.MaxValue);
        if ((length & 63) != 0) words[^1] = (1UL << length) - 1;
        return new PositionSet(words, length);
    }

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    public bool Contains(int position) => (_words[position >> 6] >> position & 1) != 0;

    public int CountOf(int[] positions)
    {
        var count = 0;
        foreach (var position in positions)
            if (Contains(position))
                count++;
        return count;
    }

    public IEnumerable<int> Positions()
    {
        for (var index = 0; index < _words.Length; index++)
            for (var word = _words[index]; word != 0; word &= word - 1)
                yield return (index << 6) + BitOperations.TrailingZeroCount(word);
    }

    public PositionSet And(PositionSet other) => Combine(other, static (left, right) => left & right);

    public PositionSet Or(PositionSet other) => Combine(other, static (left, right) => left | right);

    public PositionSet Without(PositionSet other) => Combine(other, static (left, right) => left & ~right);

    PositionSet Combine(PositionSet other, Func<ulong, ulong, ulong> join)
    {
        var words = new ulong[_words.Length];
        for (var index = 0; index < words.Length; index++) words[index] = join(_words[index], other._words[index]);
        return new PositionSet(words, _length);
    }

    static int Words(int length) => (length + 63) >> 6;
}
