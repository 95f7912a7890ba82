using System.Numerics;

namespace NewsTracker.Storage.Index;

/// <summary>
/// Bits for the places of one stretch, 64 a word, the first in the lowest bit of the first word; outside it none is set.
/// The list stands in order of time, so that what a date leaves is a short stretch, and nothing has to be looked at outside it.
/// </summary>
/// <param name="first">Which word of the whole the stretch begins with.</param>
/// <param name="words">Its words; they are kept, so they must not change.</param>
sealed class BitWindow(int first, ulong[] words)
{
    readonly int _end = first + words.Length;

    /// <summary>How many words it has.</summary>
    public int Length => words.Length;

    /// <summary>Words for so many places.</summary>
    public static int WordsOf(int places) => (places + 63) >> 6;

    /// <summary>All places from one up to but without another.</summary>
    public static BitWindow Range(int from, int to)
    {
        if (from >= to) return new(0, []);
        var words = GC.AllocateUninitializedArray<ulong>(((to - 1) >> 6) - (from >> 6) + 1);
        words.AsSpan().Fill(ulong.MaxValue);
        words[0] &= ulong.MaxValue << from;
        words[^1] &= Until(to);
        return new(from >> 6, words);
    }

    /// <summary>These places, as they come; none of them outside the stretch.</summary>
    public static BitWindow Of(ReadOnlySpan<int> sorted)
    {
        if (sorted.IsEmpty) return new(0, []);
        var first = sorted[0] >> 6;
        var words = new ulong[(sorted[^1] >> 6) - first + 1];
        foreach (var position in sorted) words[(position >> 6) - first] |= 1UL << position;
        return new(first, words);
    }

    /// <summary>How many are set.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Whether a place is set.</summary>
    public bool Contains(int position) => (uint)((position >> 6) - first) < (uint)words.Length && (words[(position >> 6) - first] >> position & 1) != 0;

    /// <summary>What is in both.</summary>
    public BitWindow And(BitWindow other)
    {
        var (from, length) = Shared(other);
        var joined = GC.AllocateUninitializedArray<ulong>(length);
        JoinWords.Join<AndWords>(Part(from, length), other.Part(from, length), joined);
        return new(from, joined);
    }

    /// <summary>What is in either.</summary>
    public BitWindow Or(BitWindow other)
    {
        if (Length == 0) return other;
        if (other.Length == 0) return this;
        var (from, joined) = Widened(other);
        var there = joined.AsSpan(other.First - from, other.Length);
        JoinWords.Join<OrWords>(there, other.Part(other.First, other.Length), there);
        return new(from, joined);
    }

    /// <summary>What is in this and not in the other.</summary>
    public BitWindow Without(BitWindow other)
    {
        ulong[] joined = [.. words];
        var (from, length) = Shared(other);
        JoinWords.Join<WithoutWords>(Part(from, length), other.Part(from, length), length == 0 ? [] : joined.AsSpan(from - first, length));
        return new(first, joined);
    }

    /// <summary>How many are in both.</summary>
    public int CountBoth(BitWindow other)
    {
        var (from, length) = Shared(other);
        var left = Part(from, length);
        var right = other.Part(from, length);
        var (even, odd) = (0, 0);
        var index = 0;
        for (; index + 1 < left.Length && index + 1 < right.Length; index += 2)
        {
            even += BitOperations.PopCount(left[index] & right[index]);
            odd += BitOperations.PopCount(left[index + 1] & right[index + 1]);
        }

        return index < left.Length ? even + odd + BitOperations.PopCount(left[index] & right[index]) : even + odd;
    }

    /// <summary>How many of these places are set.</summary>
    /// <param name="sorted">In ascending order.</param>
    public int CountOf(ReadOnlySpan<int> sorted)
    {
        var count = 0;
        foreach (var position in sorted[IndexOf(sorted, first << 6)..IndexOf(sorted, _end << 6)])
            if (Contains(position))
                count++;
        return count;
    }

    /// <summary>How many are set from one place up to but without another.</summary>
    public int CountIn(int from, int to)
    {
        (from, to) = (Math.Max(from, first << 6), Math.Min(to, _end << 6));
        if (from >= to) return 0;
        var last = (to - 1) >> 6;
        var count = 0;
        for (var index = from >> 6; index <= last; index++)
        {
            var word = words[index - first];
            if (index == from >> 6) word &= ulong.MaxValue << from;
            if (index == last) word &= Until(to);
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The first that is set from a place on; −1 where there is none.</summary>
    public int Next(int from)
    {
        from = Math.Max(from, first << 6);
        for (var index = from >> 6; index < _end; index++)
        {
            var word = index == from >> 6 ? words[index - first] & (ulong.MaxValue << from) : words[index - first];
            if (word != 0) return (index << 6) + BitOperations.TrailingZeroCount(word);
        }

        return -1;
    }

    /// <summary>The last that is set up to a place; −1 where there is none.</summary>
    public int Previous(int from)
    {
        from = Math.Min(from, (_end << 6) - 1);
        for (var index = from >> 6; index >= first; index--)
        {
            var word = index == from >> 6 ? words[index - first] & Until(from + 1) : words[index - first];
            if (word != 0) return (index << 6) + 63 - BitOperations.LeadingZeroCount(word);
        }

        return -1;
    }

    /// <summary>The places that are set, from the first to the last.</summary>
    public Walk Walked() => new(first, words);

    int First => first;

    // The words that both have.
    (int From, int Length) Shared(BitWindow other)
    {
        var from = Math.Max(first, other.First);
        return (from, Math.Max(0, Math.Min(_end, other._end) - from));
    }

    ReadOnlySpan<ulong> Part(int from, int length) => length == 0 ? [] : words.AsSpan(from - first, length);

    // A copy that reaches over both.
    (int From, ulong[] Words) Widened(BitWindow other)
    {
        var from = Math.Min(first, other.First);
        var joined = new ulong[Math.Max(_end, other._end) - from];
        words.CopyTo(joined, first - from);
        return (from, joined);
    }

    // Where a place stands, or would stand.
    static int IndexOf(ReadOnlySpan<int> sorted, int position) => sorted.BinarySearch(position) is var index && index < 0 ? ~index : index;

    // The bits of a word before a place.
    static ulong Until(int to) => ulong.MaxValue >> (63 - ((to - 1) & 63));

    /// <summary>Goes from one place that is set to the next.</summary>
    public struct Walk(int first, ulong[] words)
    {
        ulong _word;
        int _index = -1;

        /// <summary>The next place; −1 after the last.</summary>
        public int Next()
        {
            while (_word == 0)
            {
                if (++_index >= words.Length) return -1;
                _word = words[_index];
            }

            var position = ((first + _index) << 6) + BitOperations.TrailingZeroCount(_word);
            _word &= _word - 1;
            return position;
        }
    }
}
