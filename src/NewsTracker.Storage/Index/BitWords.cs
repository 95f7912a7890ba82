using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsTracker.Storage.Index;

/// <summary>Arrays of 64 bits a word, place 0 in the lowest bit of the first word.</summary>
static class BitWords
{
    /// <summary>Words for so many places.</summary>
    public static int Count(int length) => (length + 63) >> 6;

    /// <summary>Joins two of the same length, several words at a time.</summary>
    public static ulong[] Combine<T>(ulong[] left, ulong[] right)
        where T : IJoinWords
    {
        var joined = GC.AllocateUninitializedArray<ulong>(left.Length);
        var lefts = MemoryMarshal.Cast<ulong, Vector<ulong>>(left.AsSpan());
        var rights = MemoryMarshal.Cast<ulong, Vector<ulong>>(right.AsSpan());
        var whole = MemoryMarshal.Cast<ulong, Vector<ulong>>(joined.AsSpan());
        for (var index = 0; index < whole.Length; index++) whole[index] = T.Join(lefts[index], rights[index]);
        for (var index = whole.Length * Vector<ulong>.Count; index < joined.Length; index++)
            joined[index] = T.Join(new Vector<ulong>(left[index]), new Vector<ulong>(right[index]))[0];
        return joined;
    }

    /// <summary>Bits that are set in both.</summary>
    public static int CountBoth(ulong[] left, ulong[] right)
    {
        var (even, odd) = (0, 0);
        var index = 0;
        for (; index + 1 < left.Length && index + 1 < right.Length; index += 2)
        {
            even += BitOperations.PopCount(left[index] & right[index]);
            odd += BitOperations.PopCount(left[index + 1] & right[index + 1]);
        }

        return index < left.Length ? even + odd + BitOperations.PopCount(left[index] & right[index]) : even + odd;
    }

    /// <summary>Sets the bits from one place up to but without another.</summary>
    public static void Fill(ulong[] words, int from, int to)
    {
        if (from >= to) return;
        var (first, last) = (from >> 6, (to - 1) >> 6);
        words.AsSpan(first, last - first + 1).Fill(ulong.MaxValue);
        words[first] &= ulong.MaxValue << from;
        words[last] &= ulong.MaxValue >> (63 - ((to - 1) & 63));
    }

    /// <summary>Bits that are set from one place up to but without another.</summary>
    public static int CountIn(ulong[] words, int from, int to)
    {
        if (from >= to) return 0;
        var (first, last) = (from >> 6, (to - 1) >> 6);
        var count = 0;
        for (var index = first; index <= last; index++)
        {
            var word = words[index];
            if (index == first) word &= ulong.MaxValue << from;
            if (index == last) word &= ulong.MaxValue >> (63 - ((to - 1) & 63));
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The first set bit from a place on; −1 where there is none.</summary>
    public static int Next(ulong[] words, int from)
    {
        for (var index = from >> 6; index < words.Length; index++)
        {
            var word = index == from >> 6 ? words[index] & (ulong.MaxValue << from) : words[index];
            if (word != 0) return (index << 6) + BitOperations.TrailingZeroCount(word);
        }

        return -1;
    }

    /// <summary>The last set bit up to a place; −1 where there is none.</summary>
    public static int Previous(ulong[] words, int from)
    {
        if (from < 0) return -1;
        for (var index = from >> 6; index >= 0; index--)
        {
            var word = index == from >> 6 ? words[index] & (ulong.MaxValue >> (63 - (from & 63))) : words[index];
            if (word != 0) return (index << 6) + 63 - BitOperations.LeadingZeroCount(word);
        }

        return -1;
    }
}

/// <summary>How two words become one.</summary>
interface IJoinWords
{
    /// <summary>Joins several at once.</summary>
    static abstract Vector<ulong> Join(Vector<ulong> left, Vector<ulong> right);
}

/// <summary>Bits in both.</summary>
readonly struct AndWords : IJoinWords
{
    /// <inheritdoc />
    public static Vector<ulong> Join(Vector<ulong> left, Vector<ulong> right) => left & right;
}

/// <summary>Bits in either.</summary>
readonly struct OrWords : IJoinWords
{
    /// <inheritdoc />
    public static Vector<ulong> Join(Vector<ulong> left, Vector<ulong> right) => left | right;
}

/// <summary>Bits in the left alone.</summary>
readonly struct WithoutWords : IJoinWords
{
    /// <inheritdoc />
    public static Vector<ulong> Join(Vector<ulong> left, Vector<ulong> right) => Vector.AndNot(left, right);
}
