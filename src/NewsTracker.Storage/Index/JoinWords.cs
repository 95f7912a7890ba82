using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsTracker.Storage.Index;

/// <summary>Joins arrays of words.</summary>
static class JoinWords
{
    /// <summary>Several words at a time.</summary>
    /// <param name="left">As long as the right.</param>
    /// <param name="right">The others.</param>
    /// <param name="joined">As long; may be either of them.</param>
    public static void Join<T>(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> joined)
        where T : IJoinWords
    {
        var lefts = MemoryMarshal.Cast<ulong, Vector<ulong>>(left);
        var rights = MemoryMarshal.Cast<ulong, Vector<ulong>>(right);
        var whole = MemoryMarshal.Cast<ulong, Vector<ulong>>(joined);
        for (var index = 0; index < whole.Length; index++) whole[index] = T.Join(lefts[index], rights[index]);
        for (var index = whole.Length * Vector<ulong>.Count; index < joined.Length; index++)
            joined[index] = T.Join(new Vector<ulong>(left[index]), new Vector<ulong>(right[index]))[0];
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
