namespace NewsTracker.Storage.Index;

/// <summary>
/// A set of places in the article index: one bit each where there are many, a sorted array where there are few. Immutable once built.
/// </summary>
sealed class PositionSet
{
    // A word of 64 bits is counted in about the time that half a place of a list takes: from here on bits are faster. Reckoned, not measured.
    const int SparseShare = 128;

    readonly BitWindow? _bits;
    readonly int[] _sorted;

    PositionSet(int length, BitWindow bits)
    {
        Length = length;
        _bits = bits;
        _sorted = [];
        Count = bits.Count();
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
    public int Cost => _bits?.Length ?? Count * PlaceCost;

    /// <summary>The part of the index that has to be looked at for what is in this set, from 0 to 1.</summary>
    public double Reach => Length == 0 ? 0 : _bits is { } bits ? (double)bits.Length / BitWindow.WordsOf(Length) : 1;

    /// <summary>How much memory it takes.</summary>
    public int Bytes => _bits is { } bits ? bits.Length * sizeof(ulong) : Count * sizeof(int);

    /// <summary>Whether so many places are better kept as a list.</summary>
    public static bool IsSparse(int length, int count) => (long)count * SparseShare < length;

    /// <summary>No place at all.</summary>
    public static PositionSet None(int length) => new(length, Array.Empty<int>());

    /// <summary>Places in ascending order, each once; the array is kept, so it must not change.</summary>
    public static PositionSet OfSorted(int length, int[] sorted) =>
        IsSparse(length, sorted.Length) ? new(length, sorted) : new(length, BitWindow.Of(sorted));

    /// <summary>One bit for each place; the array is kept, so it must not change.</summary>
    public static PositionSet OfWords(int length, ulong[] words) => new(length, new BitWindow(0, words));

    /// <summary>All places from one up to but without another.</summary>
    public static PositionSet Range(int length, int from, int to) => new(length, BitWindow.Range(from, to));

    /// <summary>Every place.</summary>
    public static PositionSet All(int length) => Range(length, 0, length);

    /// <summary>Whether a place is in the set.</summary>
    public bool Contains(int position) => _bits is { } bits ? bits.Contains(position) : Array.BinarySearch(_sorted, position) >= 0;

    /// <summary>What is in both.</summary>
    public PositionSet And(PositionSet other)
    {
        if (other.Count == Length) return this;
        if (Count == Length) return other;
        if (_bits is { } left && other._bits is { } right) return new(Length, left.And(right));
        var (few, many) = FewAndMany(other);
        return new(Length, few.Filtered(many, keep: true));
    }

    /// <summary>What is in either.</summary>
    public PositionSet Or(PositionSet other)
    {
        if (Count == 0) return other;
        return other.Count == 0 ? this : new(Length, Bits().Or(other.Bits()));
    }

    /// <summary>What is in this and not in the other.</summary>
    public PositionSet Without(PositionSet other)
    {
        if (other.Count == 0) return this;
        return _bits is { } bits ? new(Length, bits.Without(other.Bits())) : new(Length, Filtered(other, keep: false));
    }

    /// <summary>How many are in both.</summary>
    public int CountOf(PositionSet other)
    {
        if (_bits is { } left && other._bits is { } right) return left.CountBoth(right);
        var (few, many) = FewAndMany(other);
        return many._bits is { } bits ? bits.CountOf(few._sorted) : few.Filtered(many, keep: true).Length;
    }

    /// <summary>How many lie from one place up to but without another.</summary>
    public int CountIn(int from, int to) =>
        _bits is { } bits ? bits.CountIn(from, to) : Math.Max(0, FirstIndex(to) - FirstIndex(from));

    /// <summary>The first place in the set from here on; −1 where there is none.</summary>
    public int Next(int from)
    {
        if (_bits is { } bits) return bits.Next(from);
        var index = FirstIndex(from);
        return index < _sorted.Length ? _sorted[index] : -1;
    }

    /// <summary>The last place in the set up to here; −1 where there is none.</summary>
    public int Previous(int from)
    {
        if (_bits is { } bits) return bits.Previous(from);
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

    BitWindow Bits() => _bits ?? BitWindow.Of(_sorted);

    (PositionSet Few, PositionSet Many) FewAndMany(PositionSet other) =>
        _bits is null && (other._bits is not null || Count <= other.Count) ? (this, other) : (other, this);

    /// <summary>Walks the places.</summary>
    public struct Enumerator(PositionSet set)
    {
        BitWindow.Walk _bits = set._bits is { } bits ? bits.Walked() : default;
        int _index = -1;

        /// <summary>Where it stands.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            if (set._bits is not null)
            {
                Current = _bits.Next();
                return Current >= 0;
            }

            if (++_index >= set._sorted.Length) return false;
            Current = set._sorted[_index];
            return true;
        }
    }
}
