using AngleSharp.Dom;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>
/// Finds a page's article: the element that is marked as its text, else the article element around the headline, else the one that its own
/// paragraphs speak for; without the boxes that are marked as something else and without lists of links. The figures were found on the even half
/// of the pages of docs/benchmarks.md and hold on the odd one.
/// </summary>
public sealed class ArticleFinder
{
    /// <summary>A marked element must hold this part of the page's running text: pages mark teasers as well.</summary>
    const double MarkedShare = 0.05;

    /// <summary>Pieces that hold this part of an element's running text are all of it.</summary>
    const double NearlyAll = 0.8;

    /// <summary>How far above a marked piece the element around all pieces may lie.</summary>
    const int MostLevels = 4;

    /// <summary>What is left of a paragraph's voice one level up; .8 to .9 find the same elements, .5 loses split articles, .95 takes in neighbours.</summary>
    const double Fading = 0.85;

    /// <summary>What is named like furniture, or looks like a list of links, but holds this part of the text is a frame around the article.</summary>
    const double Frame = 0.5;

    /// <summary>A list of links has so many of them at least, and this share of link text.</summary>
    const int LeastLinks = 3;

    const double LinkShare = 0.4;

    readonly IElement _root;
    readonly IElement? _heading;
    readonly IReadOnlyList<PageBlock> _blocks;
    readonly BlockTally _tally;

    ArticleFinder(IElement root, IReadOnlyList<PageBlock> blocks, IElement? heading) =>
        (_root, _blocks, _heading, _tally) = (root, blocks, heading, new BlockTally(root, blocks));

    /// <summary>The blocks of the article.</summary>
    /// <param name="root">The page's body.</param>
    /// <param name="headline">The article's headline; null where none is known.</param>
    public static IReadOnlyList<PageBlock> Find(IElement root, string? headline)
    {
        var blocks = PageBlocks.Of(root);
        var heading = Heading(blocks, headline);
        var whole = new ArticleFinder(root, blocks, heading);
        var page = new ArticleFinder(root, [.. blocks.Where(block => !whole.IsWithin(block, whole.IsBeside))], heading);
        var chosen = page.Marked() ?? page.AroundHeadline() ?? page.Densest();
        var article = new ArticleFinder(chosen, [.. page._blocks.Where(block => chosen.Contains(block.Home))], heading);
        return [.. article._blocks.Where(block => !article.IsWithin(block, article.IsBeside) && !article.IsWithin(block, article.IsLinkList))];
    }

    static IElement? Heading(IReadOnlyList<PageBlock> blocks, string? headline) =>
        ScrapeLine.KeyOf(headline ?? string.Empty) is { Length: > 0 } key
            ? blocks.FirstOrDefault(block => block.Home.LocalName is "h1" or "h2" && ScrapeLine.KeyOf(block.Text) == key)?.Home
            : null;

    /// <summary>Whether something around a block says so; what a marked body holds belongs to the article, whatever stands around that.</summary>
    bool IsWithin(PageBlock block, Func<IElement, bool> says)
    {
        for (var element = block.Home; element is not null && element != _root && !PageFurniture.IsBody(element); element = element.ParentElement)
            if (says(element)) return true;
        return false;
    }

    bool IsBeside(IElement element) =>
        _tally.Weight(element) < Frame * _tally.Root.Weight && PageFurniture.Is(element) && !(_heading is not null && element.Contains(_heading));

    /// <summary>Whether it lists other articles: several links side by side and little beside them.</summary>
    bool IsLinkList(IElement element) => _tally.Of(element) is var sums && sums.Links >= LeastLinks && sums.Linked >= LinkShare * sums.Length
        && sums.Length < Frame * _tally.Root.Length;

    IElement? Marked()
    {
        var marked = _tally.Elements.Where(element => _tally.Weight(element) > 0 && PageFurniture.IsBody(element)).ToList();
        return marked.MaxBy(_tally.Weight) is { } best && _tally.Weight(best) >= MarkedShare * _tally.Root.Weight ? Whole(best, marked) : null;
    }

    /// <summary>An article cut into several marked pieces: the element around them, where it holds little else.</summary>
    IElement Whole(IElement best, List<IElement> marked)
    {
        for (var (above, level) = (best.ParentElement, 0); above is not null && above != _root && level < MostLevels; above = above.ParentElement, level++)
        {
            var inside = marked.Where(piece => piece != above && above.Contains(piece)).ToList();
            var pieces = inside.Where(piece => !inside.Exists(outer => outer != piece && outer.Contains(piece))).ToList();
            if (pieces.Count > 1 && pieces.Sum(_tally.Weight) >= NearlyAll * _tally.Weight(above) && above.QuerySelectorAll("h1").Length < 2) return above;
        }

        return best;
    }

    IElement? AroundHeadline() =>
        _heading?.Closest("article") is { } article && _tally.Weight(article) >= MarkedShare * _tally.Root.Weight ? article : null;

    /// <summary>The element that its own paragraphs speak for the most: each one's voice fades on its way up.</summary>
    IElement Densest()
    {
        var votes = new Dictionary<IElement, double>();
        foreach (var block in _blocks.Where(block => block.Weight > 0))
        {
            double voice = block.Weight;
            for (var element = block.Home; element is not null; element = element == _root ? null : element.ParentElement, voice *= Fading)
                if (element.LocalName != "p") votes[element] = votes.GetValueOrDefault(element) + voice;
        }

        return votes.Count == 0 ? _root : votes.MaxBy(vote => vote.Value).Key;
    }
}
