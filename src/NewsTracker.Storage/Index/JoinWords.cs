using System.Numerics;

namespace NewsTracker.Storage.Index;

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
