using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Reading;

/// <summary>Decides how a file is written by its content; its name says nothing.</summary>
public static partial class FormatSniffer
{
    /// <summary>A page shows what it is within its first characters.</summary>
    const int Start = 4096;

    /// <summary>This many tags near the start make a page of a fragment without <c>&lt;html&gt;</c>.</summary>
    const int TagsOfAPage = 8;

    /// <summary>Decides the format.</summary>
    /// <param name="text">Decoded, without BOM.</param>
    public static SourceFormat Sniff(string text)
    {
        var content = text.AsSpan().TrimStart();
        if (IsFence(FirstLine(content))) return SourceFormat.FrontMatter;
        var start = content[..Math.Min(Start, content.Length)];
        return (content.StartsWith("<", StringComparison.Ordinal) && PageMark().IsMatch(start)) || Tag().Count(start) >= TagsOfAPage
            ? SourceFormat.Html
            : SourceFormat.Text;
    }

    static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual("---");

    static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) => text.IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;

    [GeneratedRegex(@"<(?:!doctype\s+html|html|head|body|article)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageMark();

    [GeneratedRegex(@"<(?:p|div|span|a|li|ul|h[1-6]|meta|link|script|section|img|br)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
