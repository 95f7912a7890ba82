using System.Text;
using AngleSharp.Dom;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>
/// Keeps a saved page within what tree walks can bear: every parser and serializer of HTML recurses with its depth. Works on the markup,
/// before any tree exists, in one pass.
/// </summary>
public static class HtmlBounds
{
    /// <summary>Deepest nesting kept; browsers stop at 512 as well.</summary>
    public const int MaxDepth = 512;

    /// <summary>A counted table brings three uncounted levels with it: body, row and cell.</summary>
    const int MaxTreeDepth = (4 * MaxDepth) + 16;

    /// <summary>Most markup taken from a page, in characters; the largest real page seen has under two million.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>Elements that never hold others, or that the next of their kind closes: unclosed ones pile up no depth.</summary>
    static readonly HashSet<string> Shallow = new(
        ("area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt "
        + "html head body script style").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Cuts an over-long page and leaves out the start tags beyond <see cref="MaxDepth"/>; their text stays.</summary>
    /// <param name="html">The page.</param>
    /// <returns>The markup to parse, and whether something was left out.</returns>
    public static (string Html, bool Limited) Apply(string html)
    {
        var taken = html.Length > MaxLength ? html[..MaxLength] : html;
        var kept = new StringBuilder(taken.Length);
        var (depth, copied) = (0, 0);
        for (var at = taken.IndexOf('<', StringComparison.Ordinal); at >= 0; at = taken.IndexOf('<', at))
        {
            var end = EndOf(taken, at);
            var tag = taken.AsSpan(at, end - at);
            if (IsNesting(tag) && IsBeyond(tag, ref depth))
            {
                kept.Append(taken, copied, at - copied);
                copied = end;
            }

            at = end;
        }

        kept.Append(taken, copied, taken.Length - copied);
        return copied == 0 ? (taken, taken.Length < html.Length) : (kept.ToString(), true);
    }

    /// <summary>Counts a tag in; a start tag beyond the limit goes, and so does the end tag that would close it.</summary>
    static bool IsBeyond(ReadOnlySpan<char> tag, ref int depth)
    {
        if (tag[1] != '/') return ++depth > MaxDepth;
        if (depth == 0) return false;
        return depth-- > MaxDepth;
    }

    /// <summary>Whether a tree is deeper than bounded markup can make it: the scan before it was deceived, and a walk could overflow the stack.</summary>
    /// <param name="page">The tree.</param>
    public static bool IsTooDeep(INode page)
    {
        var open = new Stack<(INode Node, int Depth)>([(page, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > MaxTreeDepth) return true;
            foreach (var child in next.Node.ChildNodes) open.Push((child, next.Depth + 1));
        }

        return false;
    }

    /// <summary>The end of a tag, a comment, or a script with all that is in it; an unclosed one reaches to the end of the page.</summary>
    static int EndOf(string html, int at)
    {
        if (Opens(html, at, "<!--")) return After(html, at + 2, "-->");
        if (Opens(html, at, "<script")) return After(html, at, "</script");
        if (Opens(html, at, "<style")) return After(html, at, "</style");
        return at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?') ? After(html, at, ">") : at + 1;
    }

    static bool Opens(string html, int at, string start) => string.Compare(html, at, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0;

    static int After(string html, int from, string end) =>
        html.IndexOf(end, from, StringComparison.OrdinalIgnoreCase) is var found and >= 0 ? found + end.Length : html.Length;

    static bool IsNesting(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("</");
        var length = 0;
        while (length < name.Length && (char.IsAsciiLetterOrDigit(name[length]) || name[length] is '-' or ':')) length++;
        return length > 0 && char.IsAsciiLetter(name[0]) && !Shallow.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..length]);
    }
}
