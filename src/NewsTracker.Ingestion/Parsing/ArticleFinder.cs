using AngleSharp.Dom;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>
/// Finds the element that holds a page's article: the one that is marked so, else the article element around the headline, else the narrowest
/// one that holds nearly all of the page's running text.
/// </summary>
public sealed class ArticleFinder
{
    /// <summary>A marked element must hold this part of the page's running text; pages mark teasers as well.</summary>
    const double MarkedShare = 0.05;

    /// <summary>Pieces that hold this part of an element's running text are all of it.</summary>
    const double NearlyAll = 0.8;

    /// <summary>What is left of a paragraph's voice one level up; .8 to .9 find the same elements, .5 loses split articles, .95 takes in neighbours.</summary>
    const double Fading = 0.85;

    /// <summary>What is named like furniture but holds this part of the page's running text is a frame around the article.</summary>
    const double Frame = 0.5;

    readonly Dictionary<IElement, int> _weights = [];
    readonly IElement _root;
    readonly IReadOnlyList<PageBlock> _blocks;
    readonly IElement? _heading;

    ArticleFinder(IElement root, IReadOnlyList<PageBlock> blocks, string? headline)
    {
        (_root, _blocks) = (root, blocks);
        var key = ScrapeLine.KeyOf(headline ?? string.Empty);
        _heading = key.Length == 0 ? null : blocks.FirstOrDefault(block => block.Home.LocalName is "h1" or "h2" && ScrapeLine.KeyOf(block.Text) == key)?.Home;
        foreach (var block in blocks.Where(block => block.Weight > 0))
            for (var element = block.Home; element is not null; element = element == root ? null : element.ParentElement)
                _weights[element] = Weight(element) + block.Weight;
    }

    /// <summary>The blocks of the article.</summary>
    /// <param name="root">The page's body.</param>
    /// <param name="headline">The article's headline; null where none is known.</param>
    public static IReadOnlyList<PageBlock> Find(IElement root, string? headline)
    {
        var blocks = PageBlocks.Of(root);
        var whole = new ArticleFinder(root, blocks, headline);
        var clean = new ArticleFinder(root, [.. blocks.Where(block => !whole.IsBeside(block))], headline);
        var chosen = clean.Marked() ?? clean.AroundHeadline() ?? clean.Densest();
        var article = new ArticleFinder(chosen, [.. clean._blocks.Where(block => chosen.Contains(block.Home))], headline);
        return [.. article._blocks.Where(block => !article.IsBeside(block) && !article.IsInLinkList(block))];
    }

    /// <summary>Whether it stands in a list of links to other articles: several blocks that are links for the most part, side by side.</summary>
    bool IsInLinkList(PageBlock block)
    {
        for (var element = block.Home; element is not null && element != _root; element = element.ParentElement)
            if (IsLinkList(element)) return true;
        return false;
    }

    readonly Dictionary<IElement, bool> _lists = [];

    bool IsLinkList(IElement element)
    {
        if (_lists.TryGetValue(element, out var known)) return known;
        var inside = _blocks.Where(block => element.Contains(block.Home)).ToList();
        var letters = inside.Sum(block => block.Text.Length);
        return _lists[element] = inside.Count(block => block.LinkShare > 0.3) >= 3 && inside.Sum(block => block.Text.Length * block.LinkShare) >= 0.4 * letters
            && letters < _blocks.Sum(block => block.Text.Length) / 2;
    }

    /// <summary>Whether something around it is marked as no part of the article; what a marked body holds is, whatever stands around that.</summary>
    bool IsBeside(PageBlock block)
    {
        for (var element = block.Home; element is not null && element != _root && !PageFurniture.IsBody(element); element = element.ParentElement)
            if (PageFurniture.Is(element) && Weight(element) < Frame * Weight(_root) && !(_heading is not null && element.Contains(_heading))) return true;
        return false;
    }

    int Weight(IElement element) => _weights.GetValueOrDefault(element);

    IElement? Marked()
    {
        var marked = _weights.Keys.Where(PageFurniture.IsBody).ToList();
        if (marked.MaxBy(Weight) is not { } best || Weight(best) < MarkedShare * Weight(_root)) return null;
        return Whole(best, marked);
    }

    /// <summary>An article cut into several marked pieces: the element around them, where it holds little else.</summary>
    IElement Whole(IElement best, List<IElement> marked)
    {
        for (var (above, levels) = (best.ParentElement, 0); above is not null && above != _root && levels < 4; above = above.ParentElement, levels++)
        {
            var pieces = marked.Where(piece => above.Contains(piece) && !marked.Exists(outer => outer != piece && outer != above && outer.Contains(piece))).ToList();
            if (pieces.Count > 1 && pieces.Sum(Weight) >= NearlyAll * Weight(above) && above.QuerySelectorAll("h1").Length < 2) return above;
        }

        return best;
    }

    IElement? AroundHeadline() =>
        _heading?.Closest("article") is { } article && Weight(article) >= MarkedShare * Weight(_root) ? article : null;

    /// <summary>The element that its own paragraphs speak for the most: each one's voice fades on its way up.</summary>
    IElement Densest()
    {
        var votes = new Dictionary<IElement, double>();
        foreach (var block in _blocks)
        {
            double voice = block.Weight;
            for (var element = block.Home; element is not null && voice > 0; element = element == _root ? null : element.ParentElement, voice *= Fading)
                if (element.LocalName != "p") votes[element] = votes.GetValueOrDefault(element) + voice;
        }

        return votes.Count == 0 ? _root : votes.MaxBy(vote => vote.Value).Key;
    }
}
