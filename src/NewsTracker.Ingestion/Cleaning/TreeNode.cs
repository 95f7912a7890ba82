using System.Globalization;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>A decision tree over <see cref="LineFeatures"/>: a question with two answers, or an end with a value.</summary>
public sealed class TreeNode
{
    readonly int _feature;
    readonly float _value;
    readonly TreeNode? _less, _rest;

    /// <summary>An end.</summary>
    /// <param name="value">What it adds to the odds.</param>
    public TreeNode(float value) => _value = value;

    /// <summary>A question.</summary>
    /// <param name="feature">The index of the feature that is asked for.</param>
    /// <param name="threshold">What its value is compared with.</param>
    /// <param name="less">Where smaller values lead.</param>
    /// <param name="rest">Where the others lead.</param>
    public TreeNode(int feature, float threshold, TreeNode less, TreeNode rest) => (_feature, _value, _less, _rest) = (feature, threshold, less, rest);

    /// <summary>The value of the end that a line comes to.</summary>
    /// <param name="row">The line's features.</param>
    public float Value(float[] row)
    {
        var node = this;
        while (node is { _less: { } less, _rest: { } rest }) node = row[node._feature] < node._value ? less : rest;
        return node._value;
    }

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    /// <param name="line">Tab between the parts.</param>
    /// <exception cref="FormatException">The line is no tree, or names a feature that there is not.</exception>
    public static TreeNode Parse(string line)
    {
        var parts = new Queue<string>(line.Split('\t'));
        var tree = Parse(parts);
        return parts.Count == 0 ? tree : throw new FormatException($"A tree goes on after its end: {line}");
    }

    static TreeNode Parse(Queue<string> parts)
    {
        if (!parts.TryDequeue(out var part)) throw new FormatException("A tree breaks off.");
        if (part.Split('<') is not [var name, var threshold]) return new(Number(part));
        var feature = LineFeatures.IndexOf(name);
        return feature < 0 ? throw new FormatException($"There is no feature “{name}”.") : new(feature, Number(threshold), Parse(parts), Parse(parts));
    }

    /// <summary>The question, then both answers, tab between them; numbers short enough to read.</summary>
    public override string ToString() => _less is null
        ? _value.ToString("0.####", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{LineFeatures.Names[_feature]}<{_value:0.####}\t{_less}\t{_rest}");

    static float Number(string text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
