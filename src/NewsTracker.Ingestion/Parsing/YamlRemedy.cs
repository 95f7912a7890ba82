using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>Turns a YAML parser's complaint into what a person should do about the line.</summary>
static partial class YamlRemedy
{
    /// <summary>What to do about a tab; the parser may notice it a line late or early.</summary>
    public const string Tab = "The line is indented with a tab. Indent with spaces.";

    /// <summary>Tells whether a tab stands in a line's indentation.</summary>
    /// <param name="line">Any line.</param>
    public static bool IndentedByTab(string line) => LeadingTab().IsMatch(line);

    /// <summary>Explains a complaint.</summary>
    /// <param name="complaint">The parser's words.</param>
    /// <param name="line">The line it points to.</param>
    public static string Explain(string complaint, string line)
    {
        if (IndentedByTab(line)) return Tab;
        if (UnquotedColon().IsMatch(line)) return "The value holds “: ” without quotes. Put the whole value in double quotes.";
        if (line.Count(character => character == '"') % 2 == 1) return "A double quote is opened and not closed, or stands inside the value. Close it, and write \\\" inside.";
        if (SingleQuoted().IsMatch(line)) return "A single quote is opened and not closed. Close it, and write '' inside.";
        return $"The YAML cannot be read here ({Position().Replace(complaint, "").Trim(' ', '.', ':')}). Check quotes, colons and indentation of this line and the one above.";
    }

    [GeneratedRegex(@"^\s*\t", RegexOptions.NonBacktracking)]
    private static partial Regex LeadingTab();

    [GeneratedRegex(@"^\s*(?:- )?\w+:\s+[^""'\s].*:(?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex UnquotedColon();

    [GeneratedRegex(@"^\s*(?:- )?(?:\w+:\s+)?'[^']*$", RegexOptions.NonBacktracking)]
    private static partial Regex SingleQuoted();

    [GeneratedRegex(@"\(Line: \d+, Col: \d+, Idx: \d+\)( - \(Line: \d+, Col: \d+, Idx: \d+\))?:?", RegexOptions.NonBacktracking)]
    private static partial Regex Position();
}
