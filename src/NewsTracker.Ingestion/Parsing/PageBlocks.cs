using System.Text;
using AngleSharp.Dom;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>A piece of a page's text that stands on its own.</summary>
/// <param name="Text">White space collapsed.</param>
/// <param name="LinkShare">The part of it that is link text, 0 to 1.</param>
public sealed record PageBlock(string Text, double LinkShare);

/// <summary>Renders markup as text, block by block, without the pictures' captions, scripts and forms.</summary>
public sealed class PageBlocks
{
    static readonly HashSet<string> Blocks =
        [.. ("address article aside blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary "
            + "table tbody td tfoot th thead tr ul").Split(' ')];

    static readonly HashSet<string> Skipped =
        [.. "script style noscript template figure figcaption form button input select textarea iframe object embed svg video audio nav head".Split(' ')];

    readonly List<PageBlock> _blocks = [];
    readonly StringBuilder _text = new();
    int _linked;

    PageBlocks()
    {
    }

    /// <summary>Reads all blocks below an element, in their order.</summary>
    /// <param name="root">The element; no deeper than <see cref="HtmlBounds.MaxDepth"/>.</param>
    public static IReadOnlyList<PageBlock> Of(IElement root)
    {
        var reader = new PageBlocks();
        reader.Walk(root, insideLink: false);
        reader.Close();
        return reader._blocks;
    }

    void Walk(IElement element, bool insideLink)
    {
        var block = Blocks.Contains(element.LocalName);
        if (block) Close();
        foreach (var child in element.ChildNodes)
        {
            if (child is IText words) Add(words.Data, insideLink);
            else if (child is IElement { LocalName: "br" }) _text.Append('\n');
            else if (child is IElement inner && !Skipped.Contains(inner.LocalName)) Walk(inner, insideLink || inner.LocalName == "a");
        }

        if (block) Close();
    }

    void Add(string words, bool insideLink)
    {
        _text.Append(words.ReplaceLineEndings(" "));
        if (insideLink) _linked += words.Count(letter => !char.IsWhiteSpace(letter));
    }

    /// <summary>Ends a block; two line breaks inside it end one as well.</summary>
    void Close()
    {
        var solid = _text.ToString().Count(letter => !char.IsWhiteSpace(letter));
        var share = (double)_linked / Math.Max(1, solid);
        foreach (var part in Parts(_text.ToString())) _blocks.Add(new(part, share));
        _text.Clear();
        _linked = 0;
    }

    static IEnumerable<string> Parts(string text) =>
        text.Split("\n").Select(line => line.Trim()).Aggregate(
            new List<StringBuilder> { new() },
            (parts, line) =>
            {
                if (line.Length == 0 && parts[^1].Length > 0) parts.Add(new());
                else if (line.Length > 0) parts[^1].Append(parts[^1].Length > 0 ? " " : string.Empty).Append(line);
                return parts;
            })
        .Select(part => part.ToString()).Where(part => part.Length > 0);
}
