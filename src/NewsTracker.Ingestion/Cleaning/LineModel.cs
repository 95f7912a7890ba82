using System.Globalization;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>The learned part of telling text from furniture: boosted decision trees over <see cref="LineFeatures"/> and a path through the lines.</summary>
/// <param name="Bias">The logarithm of the odds that a line is text, before anything is known of it.</param>
/// <param name="Switch">What it costs to go from text to furniture or back between two lines, in the same unit.</param>
/// <param name="Trees">Each adds to the odds.</param>
public sealed record LineModel(double Bias, double Switch, IReadOnlyList<TreeNode> Trees)
{
    /// <summary>The model that ships with the reader; <c>NewsTracker.Benchmarks -- learn-lines</c> writes it.</summary>
    public static LineModel Shipped { get; } = ReadShipped();

    /// <summary>The logarithm of the odds that a line is text.</summary>
    /// <param name="row">Its values, as <see cref="LineFeatures.Of"/> gives them.</param>
    public double Odds(float[] row)
    {
        var odds = Bias;
        foreach (var tree in Trees) odds += tree.Value(row);
        return odds;
    }

    /// <summary>Decides all lines at once: the most likely sequence of text and furniture, each change between the two at its price (Viterbi).</summary>
    /// <param name="odds">For each line.</param>
    /// <returns>For each line whether it is text.</returns>
    public bool[] Path(IReadOnlyList<double> odds)
    {
        var (text, furniture) = (0.0, 0.0);
        var from = new (bool Text, bool Furniture)[odds.Count];
        for (var index = 0; index < odds.Count; index++)
        {
            var (stay, leave) = (text >= furniture - Switch, text - Switch > furniture);
            from[index] = (stay, leave);
            (text, furniture) = ((stay ? text : furniture - Switch) + odds[index], leave ? text - Switch : furniture);
        }

        var path = new bool[odds.Count];
        var state = text > furniture;
        for (var index = odds.Count - 1; index >= 0; index--)
        {
            path[index] = state;
            state = state ? from[index].Text : from[index].Furniture;
        }

        return path;
    }

    /// <summary>Reads the form that <see cref="Write"/> writes.</summary>
    /// <param name="reader">The text.</param>
    /// <exception cref="FormatException">The text is none, or names a feature that there is not.</exception>
    public static LineModel Read(TextReader reader)
    {
        var (bias, change, trees) = (0.0, 0.0, new List<TreeNode>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.Split('\t') is ["bias", var value]) bias = Number(value);
            else if (line.Split('\t') is ["switch", var cost]) change = Number(cost);
            else trees.Add(TreeNode.Parse(line));
        }

        return new(bias, change, trees);
    }

    /// <summary>Writes a line for each number and each tree; the same model gives the same bytes.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(TextWriter writer)
    {
        writer.Write("# Learned by NewsTracker.Benchmarks -- learn-lines; see docs/benchmarks.md. One tree a line: a question, its answer if less, its answer if not.\n");
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"bias\t{Bias:0.####}\nswitch\t{Switch:0.####}\n"));
        foreach (var tree in Trees) writer.Write($"{tree}\n");
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static LineModel ReadShipped()
    {
        const string Name = "NewsTracker.Ingestion.Cleaning.LineModel.tsv";
        using var stream = typeof(LineModel).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
