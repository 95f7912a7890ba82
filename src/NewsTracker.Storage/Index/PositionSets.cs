namespace NewsTracker.Storage.Index;

/// <summary>Makes many sets in one walk over the articles.</summary>
static class PositionSets
{
    /// <summary>One set for each code.</summary>
    /// <param name="codes">By position; −1 for none.</param>
    /// <param name="groups">How many codes there are.</param>
    public static PositionSet[] ByCode(int[] codes, int groups)
    {
        var filling = new Filling(codes.Length, groups);
        foreach (var code in codes) filling.Expect(code);
        for (var position = 0; position < codes.Length; position++) filling.Add(codes[position], position);
        return filling.Done();
    }

    /// <summary>One set for each tag.</summary>
    /// <param name="starts">Where an article's tags start.</param>
    /// <param name="links">As <see cref="TagLinks"/> has them.</param>
    /// <param name="groups">How many tags there are.</param>
    /// <param name="subjects">Only where the article is mainly about it.</param>
    public static PositionSet[] ByLinks(int[] starts, int[] links, int groups, bool subjects)
    {
        var filling = new Filling(starts.Length - 1, groups);
        foreach (var link in links) filling.Expect(Group(link, subjects));
        for (var position = 0; position + 1 < starts.Length; position++)
            foreach (var link in links.AsSpan(starts[position]..starts[position + 1]))
                filling.Add(Group(link, subjects), position);
        return filling.Done();
    }

    static int Group(int link, bool subjects) => subjects && (link & 1) == 0 ? -1 : link >> 1;

    sealed class Filling(int length, int groups)
    {
        readonly int[] _counts = new int[groups];
        readonly int[] _filled = new int[groups];
        readonly int[]?[] _lists = new int[]?[groups];
        readonly ulong[]?[] _words = new ulong[]?[groups];

        public void Expect(int group)
        {
            if (group >= 0) _counts[group]++;
        }

        public void Add(int group, int position)
        {
            if (group < 0) return;
            if (!PositionSet.IsSparse(length, _counts[group])) (_words[group] ??= new ulong[BitWords.Count(length)])[position >> 6] |= 1UL << position;
            else (_lists[group] ??= new int[_counts[group]])[_filled[group]++] = position;
        }

        public PositionSet[] Done() =>
        [
            .. Enumerable.Range(0, groups).Select(group =>
                _words[group] is { } words ? PositionSet.OfWords(length, words) : PositionSet.OfSorted(length, _lists[group] ?? [])),
        ];
    }
}
