namespace NewsTracker.Storage.Index;

/// <summary>Makes many sets in two walks over the articles: one counts, so that the other fills sets of the right kind and size.</summary>
static class PositionSets
{
    /// <summary>One set for each code.</summary>
    /// <param name="length">How many positions there are.</param>
    /// <param name="groups">How many codes there are.</param>
    /// <param name="code">A position's; −1 for none.</param>
    public static PositionSet[] ByCode(int length, int groups, Func<int, int> code)
    {
        var filling = new Filling(length, groups);
        for (var position = 0; position < length; position++) filling.Expect(code(position));
        for (var position = 0; position < length; position++) filling.Add(code(position), position);
        return filling.Done();
    }

    /// <summary>One set for each tag, by its key.</summary>
    /// <param name="links">By position.</param>
    /// <param name="groups">More than the highest key.</param>
    /// <param name="subjects">Only where the article is mainly about it.</param>
    public static PositionSet[] ByLinks(TagLinks links, int groups, bool subjects)
    {
        var filling = new Filling(links.Starts.Length - 1, groups);
        foreach (var link in links.Tags) filling.Expect(Group(link, subjects));
        for (var position = 0; position + 1 < links.Starts.Length; position++)
            foreach (var link in links.Of(position))
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
            if (!PositionSet.IsSparse(length, _counts[group])) (_words[group] ??= new ulong[BitWindow.WordsOf(length)])[position >> 6] |= 1UL << position;
            else (_lists[group] ??= new int[_counts[group]])[_filled[group]++] = position;
        }

        public PositionSet[] Done() =>
        [
            .. Enumerable.Range(0, groups).Select(group =>
                _words[group] is { } words ? PositionSet.OfWords(length, words) : PositionSet.OfSorted(length, _lists[group] ?? [])),
        ];
    }
}
