using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>
/// The furniture of news pages by its wording: lines that no article needs, whatever stands around them.
/// English, because that is what the pages at hand print; other languages are left to length and position.
/// </summary>
public static class LinePhrases
{
    /// <summary>The reason of lines without a letter. Such lines are text where they are cells of a table.</summary>
    public const string NoWords = "no words";

    /// <summary>Reasons that end an article or open a list of others: what follows is rarely the article.</summary>
    static readonly HashSet<string> Endings = [FurnitureRules.Comments, FurnitureRules.OtherArticles, FurnitureRules.Copyright, FurnitureRules.Tags];

    static readonly Matcher[] Matchers = [.. FurnitureRules.All.Select(rule => new Matcher(rule))];

    /// <summary>Says what kind of furniture a line is; the first rule that fits names it.</summary>
    /// <param name="line">Repaired and trimmed.</param>
    /// <returns>The kind, for people; null where the wording tells nothing.</returns>
    public static string? Furniture(string line) =>
        line.Any(char.IsLetter) ? Array.Find(Matchers, matcher => matcher.Fits(line))?.Reason : NoWords;

    /// <summary>Whether furniture of this kind usually stands at the end of an article.</summary>
    /// <param name="reason">As <see cref="Furniture"/> gave it.</param>
    public static bool EndsArticle(string? reason) => reason is not null && Endings.Contains(reason);

    sealed class Matcher(FurnitureRule rule)
    {
        readonly Regex _pattern = new(
            $"^({string.Join('|', rule.Phrases)})$",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

        public string Reason => rule.Reason;

        public bool Fits(string line) => line.Length <= rule.Longest && (rule.Sentences || !line.EndsWith('.')) && _pattern.IsMatch(line);
    }
}
