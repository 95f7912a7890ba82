using System.Text.RegularExpressions;

namespace NewsTracker.Benchmarks.Learning;

/// <summary>
/// The measure of the public article-extraction benchmark: runs of four words, counted; precision and recall averaged over documents, F1 of the two averages.
/// </summary>
sealed partial class ShingleScore
{
    const int Length = 4;

    double _precision, _recall;
    int _answered, _documents;

    public double Precision => _precision / Math.Max(1, _answered);

    public double Recall => _recall / Math.Max(1, _documents);

    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    /// <summary>Counts a document.</summary>
    public void Add(string truth, string found)
    {
        var (expected, given) = (Shingles(truth), Shingles(found));
        var common = given.Sum(pair => Math.Min(pair.Value, expected.GetValueOrDefault(pair.Key)));
        _documents++;
        _recall += (double)common / Math.Max(1, expected.Values.Sum());
        if (given.Count == 0) return;
        _answered++;
        _precision += (double)common / given.Values.Sum();
    }

    public override string ToString() => FormattableString.Invariant($"F1 {F1:0.000}  P {Precision:0.000}  R {Recall:0.000}  documents {_documents}");

    /// <summary>The words of a text.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    static Dictionary<string, int> Shingles(string text)
    {
        var words = Words(text);
        return words.Count == 0
            ? []
            : Enumerable.Range(0, Math.Max(1, words.Count - Length + 1)).Select(at => string.Join(' ', words.Skip(at).Take(Length)))
                .CountBy(shingle => shingle).ToDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
