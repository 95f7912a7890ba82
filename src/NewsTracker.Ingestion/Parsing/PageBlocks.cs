using System.Text;
using AngleSharp.Dom;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>A piece of a page's text that stands on its own.</summary>
/// <param name="Text">White space collapsed.</param>
/// <param name="LinkShare">The part of it that is link text, 0 to 1.</param>
/// <param name="Home">The innermost element around it that makes it a block.</param>
public sealed record PageBlock(string Text, double LinkShare, IElement Home)
{
    /// <summary>Shorter blocks, in letters and digits, are labels; ideographs count twice.</summary>
    const int LeastText = 25;

    /// <summary>How much running text it brings, in letters and digits; none for labels and links.</summary>
    public int Weight { get; } = LinkShare < 0.5 && Letters(Text) is >= LeastText and var letters ? letters : 0;

    /// <summary>Whether it is quoted, such as a post in a social network: its signature and date belong to it.</summary>
    public bool IsQuoted { get; } = Home.Ancestors<IElement>().Prepend(Home).Any(element => element.LocalName == "blockquote");

    static int Letters(string text) => text.Sum(letter => !char.IsLetterOrDigit(letter) ? 0 : letter >= '\u2e80' ? 2 : 1);
}

/// <summary>Renders markup as text, block by block, without the pictures' captions, scripts and forms.</summary>
public sealed class PageBlocks
{
    static readonly HashSet<string> Blocks =
        [.. ("address article aside blockquote body center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section select summary "
            + "table tbody td tfoot th thead tr ul").Split(' ')];

    static readonly HashSet<string> Skipped =
        [.. "script style noscript template figure figcaption button input textarea iframe object embed svg video audio head".Split(' ')];

    readonly List<PageBlock> _blocks = [];
    readonly StringBuilder _text = new();
    IElement _home;
    IElement? _row;
    int _linked;

    PageBlocks(IElement root) => _home = root;

    /// <summary>Reads all blocks below an element, in their order.</summary>
    /// <param name="root">The element; no deeper than <see cref="HtmlBounds.MaxDepth"/>.</param>
    public static IReadOnlyList<PageBlock> Of(IElement root)
    {
        var reader = new PageBlocks(root);
        reader.Walk(root, insideLink: false);
        reader.Close();
        return reader._blocks;
    }

    void Walk(IElement element, bool insideLink)
    {
        var cell = element.ParentElement == _row;
        var (block, around) = (Blocks.Contains(element.LocalName) && !cell, _home);
        if (block) Open(element);
        if (IsDataRow(element)) _row = element;
        if (cell && _text.Length > 0) _text.Append(" | ");
        if (element.LocalName == "br") _text.Append('\n');
        insideLink = insideLink && !PageFurniture.IsBody(element);
        foreach (var child in element.ChildNodes)
        {
            if (child is IText words) Add(words.Data, insideLink);
            else if (child is IElement inner && !Skipped.Contains(inner.LocalName)) Walk(inner, insideLink || inner.LocalName == "a");
        }

        if (block) Open(around);
    }

    /// <summary>Whether it is a row of a table of data, which is read as one line; tables that lay out a page hold blocks of their own.</summary>
    static bool IsDataRow(IElement row) =>
        row.LocalName == "tr" && row.Children is { Length: > 1 } cells && !cells.Any(cell => cell.Descendants<IElement>().Any(inner => Blocks.Contains(inner.LocalName) || inner.LocalName == "br"));

    void Open(IElement home)
    {
        Close();
        _home = home;
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
        foreach (var part in Parts(_text.ToString())) _blocks.Add(new(part, share, _home));
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
