namespace NewsTracker.Benchmarks.Learning;

/// <summary>The values of each feature sorted into bins that hold about equally many examples; trees ask between bins.</summary>
sealed class FeatureBins
{
    /// <summary>Bins of a feature, at most.</summary>
    public const int Most = 64;

    readonly float[][] _edges;
    readonly byte[][] _bins;

    public FeatureBins(IReadOnlyList<Example> examples)
    {
        Features = examples.Count == 0 ? 0 : examples[0].Row.Length;
        _edges = [.. Enumerable.Range(0, Features).Select(feature => Edges(examples, feature))];
        _bins = [.. Enumerable.Range(0, Features).Select(feature => examples.Select(example => BinOf(_edges[feature], example.Row[feature])).ToArray())];
    }

    public int Features { get; }

    /// <summary>The bin of each example.</summary>
    public byte[] this[int feature] => _bins[feature];

    /// <summary>The value that a bin begins with.</summary>
    public float Threshold(int feature, int bin) => _edges[feature][bin - 1];

    /// <summary>Values halfway between two that occur, rounded as the model file writes them.</summary>
    static float[] Edges(IReadOnlyList<Example> examples, int feature)
    {
        float[] sorted = [.. examples.Select(example => example.Row[feature]).Order()];
        var edges = new SortedSet<float>();
        for (var cut = 1; cut < Most; cut++)
        {
            var at = (int)((long)sorted.Length * cut / Most);
            var below = Array.BinarySearch(sorted, sorted[at]) is var any ? FirstOf(sorted, any) : 0;
            if (below > 0) edges.Add(MathF.Round((sorted[below - 1] + sorted[below]) / 2, 4));
        }

        return [.. edges];
    }

    static int FirstOf(float[] sorted, int at)
    {
        while (at > 0 && sorted[at - 1] == sorted[at]) at--;
        return at;
    }

    static byte BinOf(float[] edges, float value)
    {
        var bin = 0;
        while (bin < edges.Length && value >= edges[bin]) bin++;
        return (byte)bin;
    }
}
