using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Clean text and what was done to get it.</summary>
/// <param name="Text">The text after every repair.</param>
/// <param name="Repairs">What was mended, each once: <c>mojibake</c>, <c>entities</c>, <c>tags</c>, <c>control</c>, <c>whitespace</c>.</param>
public sealed record RepairedText(string Text, IReadOnlyList<string> Repairs);

/// <summary>Mends damage that text took on its way here, only where the repair is exact. Mending twice gives what mending once gave.</summary>
public static partial class TextRepair
{
    /// <summary>Damage over damage is two deep in life; what has not settled after this many rounds was made to waste time.</summary>
    const int MostRounds = 12;

    /// <summary>Mends text that is one line: a headline, a teaser, a name.</summary>
    /// <param name="raw">As decoded.</param>
    public static RepairedText Line(string raw) => Settle(raw, TextSpacing.Line);

    /// <summary>Mends running text: paragraphs stay split by one blank line, line breaks inside them stay.</summary>
    /// <param name="raw">As decoded; any line ends.</param>
    public static RepairedText Block(string raw) => Settle(raw, TextSpacing.Block);

    /// <summary>
    /// What a person typed, without what cannot be seen: paragraphs stay, ends and repeated spaces go. Nothing else is mended, because who types <c>&amp;amp;</c> means it.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Typed(string text) => TextSpacing.Block(TextSpacing.WithoutControls(text));

    /// <summary>
    /// What must be kept as it is, such as a file's path, for people to read: each character that turns writing round is written out, <c>\u202E</c>, so that
    /// neither the text nor what stands behind it reads as another.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Visible(string text) => TextSpacing.Visible(text);

    /// <summary>Tells whether characters were lost before the text reached us, which nobody can mend.</summary>
    /// <param name="text">Text after repair.</param>
    public static bool IsLossy(string text) =>
        text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains("â€", StringComparison.Ordinal)
        || (text.Contains("??", StringComparison.Ordinal) && QuestionMarksInWord().IsMatch(text));

    static RepairedText Settle(string raw, Func<string, string> space)
    {
        SortedSet<string>? repairs = null;
        var text = raw;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = text;
            text = Step("mojibake", Mojibake.Mend, text, ref repairs);
            text = Step("entities", Entities.Decode, text, ref repairs);
            text = Step("tags", WithoutTags, text, ref repairs);
            text = Step("control", TextSpacing.WithoutControls, text, ref repairs);
            text = Spaced(text, space, ref repairs);
            if (text == before) return new RepairedText(text, repairs is null ? [] : [.. repairs]);
        }

        return new RepairedText(space(TextSpacing.WithoutControls(raw)), []);
    }

    static string Step(string name, Func<string, string> mend, string text, ref SortedSet<string>? repairs)
    {
        var mended = mend(text);
        if (!string.Equals(mended, text, StringComparison.Ordinal)) (repairs ??= new(StringComparer.Ordinal)).Add(name);
        return mended;
    }

    static string Spaced(string text, Func<string, string> space, ref SortedSet<string>? repairs)
    {
        var spaced = space(text);
        if (string.Equals(spaced, text, StringComparison.Ordinal)) return text;
        if (!string.Equals(spaced, TextSpacing.Trimmed(text), StringComparison.Ordinal)) (repairs ??= new(StringComparer.Ordinal)).Add("whitespace");
        return spaced;
    }

    static string WithoutTags(string text) => text.Contains('<', StringComparison.Ordinal)
        ? Tag().Replace(Code().Replace(text, ""), match => match.Groups["breaks"].Success ? "\n" : "")
        : text;

    /// <summary>Scripts and styles with what they hold: no reader was meant to see it.</summary>
    [GeneratedRegex(@"<(?:script|style)(?:\s[^<>]*)?>[^<]*</(?:script|style)\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    /// <summary>Tags that HTML knows and no text means; every other <c>&lt;…&gt;</c> is text (<c>&lt;GM.N&gt;</c>).</summary>
    [GeneratedRegex(
        @"</?(?:(?<breaks>p|br|hr|div|li|ul|ol|h[1-6]|blockquote|table|tr|section|article|header|footer|figure|pre)|a|b|i|u|s|em|strong|span|sup|sub|small|big|font|img|del|ins|mark|cite|abbr|code|tt|center|wbr|nobr|td|th|tbody|thead|figcaption|script|style|noscript|iframe|embed|svg|picture|video|audio|form|input|button|textarea|blink|marquee)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    /// <summary>The replacement of a character that some encoding lacked; beside it count U+FFFD and the stump of a quotation mark (<c>â€</c>).</summary>
    [GeneratedRegex(@"\p{L}\?{2,3}\p{L}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex QuestionMarksInWord();
}
