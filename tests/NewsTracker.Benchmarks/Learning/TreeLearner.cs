using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Benchmarks.Learning;

/// <summary>How trees are grown; chosen by cross-validation.</summary>
/// <param name="Trees">How many.</param>
/// <param name="Depth">Questions on the way to an end, at most.</param>
/// <param name="Rate">How much of its answer each tree may add.</param>
/// <param name="LeastWeight">Examples that an end needs, as the sum of their second derivatives.</param>
/// <param name="Shrink">Pulls the ends towards nothing.</param>
/// <param name="RowShare">The part of the examples that a tree sees.</param>
/// <param name="FeatureShare">The part of the features that a tree may ask for.</param>
/// <param name="Seed">Of the random choice of both.</param>
sealed record TreeSettings(
    int Trees = 150, int Depth = 5, double Rate = 0.08, double LeastWeight = 6, double Shrink = 4, double RowShare = 0.6, double FeatureShare = 0.3, int Seed = 1);

/// <summary>An example to learn from.</summary>
/// <param name="Row">Its features.</param>
/// <param name="IsText">What it is.</param>
/// <param name="Weight">How much it counts.</param>
sealed record Example(float[] Row, bool IsText, double Weight);

/// <summary>
/// Grows boosted trees for a yes or no (logistic loss, second-order steps, features in 64 bins). A few thousand lines of text are learned in seconds,
/// so that a library for it would be more to carry than this.
/// </summary>
sealed class TreeLearner
{
    readonly TreeSettings _settings;
    readonly Random _random;
    readonly FeatureBins _bins;
    readonly IReadOnlyList<Example> _examples;
    readonly double[] _odds, _slope, _curve;
    double _bias;

    TreeLearner(IReadOnlyList<Example> examples, TreeSettings settings)
    {
        (_examples, _settings, _random, _bins) = (examples, settings, new Random(settings.Seed), new FeatureBins(examples));
        (_odds, _slope, _curve) = (new double[examples.Count], new double[examples.Count], new double[examples.Count]);
    }

    /// <summary>Learns; the same examples in the same order give the same trees.</summary>
    public static (double Bias, IReadOnlyList<TreeNode> Trees) Learn(IReadOnlyList<Example> examples, TreeSettings settings) => new TreeLearner(examples, settings).Grow();

    (double, IReadOnlyList<TreeNode>) Grow()
    {
        var (yes, all) = (_examples.Where(example => example.IsText).Sum(example => example.Weight), _examples.Sum(example => example.Weight));
        _bias = Math.Log((yes + 1) / (all - yes + 1));
        Array.Fill(_odds, _bias);
        var trees = new List<TreeNode>();
        for (var round = 0; round < _settings.Trees; round++) trees.Add(GrowTree());
        return (_bias, trees);
    }

    TreeNode GrowTree()
    {
        for (var index = 0; index < _examples.Count; index++)
        {
            var chance = 1 / (1 + Math.Exp(-_odds[index]));
            _slope[index] = ((_examples[index].IsText ? 1 : 0) - chance) * _examples[index].Weight;
            _curve[index] = chance * (1 - chance) * _examples[index].Weight;
        }

        int[] seen = [.. Enumerable.Range(0, _examples.Count).Where(_ => _random.NextDouble() < _settings.RowShare)];
        int[] features = [.. Enumerable.Range(0, _bins.Features).Where(_ => _random.NextDouble() < _settings.FeatureShare)];
        var tree = Split(seen, features, _settings.Depth);
        for (var index = 0; index < _examples.Count; index++) _odds[index] += tree.Value(_examples[index].Row);
        return tree;
    }

    TreeNode Split(int[] rows, int[] features, int depth)
    {
        var (slope, curve) = (rows.Sum(row => _slope[row]), rows.Sum(row => _curve[row]));
        var best = (Gain: 1e-6, Feature: -1, Bin: 0);
        if (depth > 0 && curve >= 2 * _settings.LeastWeight)
        {
            foreach (var feature in features)
                if (BestBin(rows, feature, slope, curve) is var found && found.Gain > best.Gain) best = (found.Gain, feature, found.Bin);
        }

        if (best.Feature < 0) return new((float)Math.Round(_settings.Rate * slope / (curve + _settings.Shrink), 4));
        var bins = _bins[best.Feature];
        return new(
            best.Feature, _bins.Threshold(best.Feature, best.Bin),
            Split([.. rows.Where(row => bins[row] < best.Bin)], features, depth - 1),
            Split([.. rows.Where(row => bins[row] >= best.Bin)], features, depth - 1));
    }

    (double Gain, int Bin) BestBin(int[] rows, int feature, double slope, double curve)
    {
        Span<double> slopes = stackalloc double[FeatureBins.Most], curves = stackalloc double[FeatureBins.Most];
        var bins = _bins[feature];
        foreach (var row in rows)
        {
            slopes[bins[row]] += _slope[row];
            curves[bins[row]] += _curve[row];
        }

        var (best, whole) = ((Gain: 0.0, Bin: 0), Score(slope, curve));
        var (slopeBelow, curveBelow) = (0.0, 0.0);
        for (var bin = 1; bin < FeatureBins.Most; bin++)
        {
            slopeBelow += slopes[bin - 1];
            curveBelow += curves[bin - 1];
            if (curveBelow < _settings.LeastWeight || curve - curveBelow < _settings.LeastWeight) continue;
            var gain = Score(slopeBelow, curveBelow) + Score(slope - slopeBelow, curve - curveBelow) - whole;
            if (gain > best.Gain) best = (gain, bin);
        }

        return best;
    }

    double Score(double slope, double curve) => slope * slope / (curve + _settings.Shrink);
}
