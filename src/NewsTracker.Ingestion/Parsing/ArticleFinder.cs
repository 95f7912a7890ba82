using AngleSharp.Dom;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>The article among a page's blocks.</summary>
/// <param name="Blocks">In the order of the page.</param>
/// <param name="IsMarked">Whether the markup names it as the text, so that its short lines belong to it from the first one on.</param>
public sealed record FoundArticle(IReadOnlyList<PageBlock> Blocks, bool IsMarked);

/// <summary>
/// Finds a page's article: the element that is marked as its text, else the article element around the headline, else the one that its own
/// paragraphs speak for; without the boxes that are marked as something else and without lists of links. The figures were found on
/// the pages of docs/benchmarks.md, which says what others give.
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

    /// <summary>Finds it.</summary>
    /// <param name="root">The page's body.</param>
    /// <param name="blocks">All of its blocks.</param>
    /// <param name="headline">The article's headline; null where none is known.</param>
    public static FoundArticle Find(IElement root, IReadOnlyList<PageBlock> blocks, string? headline)
    {
        var heading = Heading(blocks, headline);
        var whole = new ArticleFinder(root, blocks, heading);
        var page = new ArticleFinder(root, whole.Without(whole.IsBeside), heading);
        var marked = page.Marked();
        var chosen = marked ?? page.AroundHeadline() ?? page.Densest();
        var article = new ArticleFinder(chosen, [.. page._blocks.Where(block => chosen.Contains(block.Home))], heading);
        return new(article.Without(element => article.IsBeside(element) || article.IsLinkList(element)), marked is not null);
    }

    static IElement? Heading(IReadOnlyList<PageBlock> blocks, string? headline) =>
        ScrapeLine.KeyOf(headline ?? string.Empty) is { Length: > 0 } key
            ? blocks.FirstOrDefault(block => block.Home.LocalName is "h1" or "h2" && ScrapeLine.KeyOf(block.Text) == key)?.Home
            : null;

    /// <summary>The blocks that stand in no such element; what a marked body holds belongs to the article, whatever stands around that.</summary>
    List<PageBlock> Without(Func<IElement, bool> unwanted)
    {
        var known = new Dictionary<IElement, bool> { [_root] = false };
        return [.. _blocks.Where(block => !Lies(block.Home))];

        bool Lies(IElement element)
        {
            if (known.TryGetValue(element, out var lies)) return lies;
            return known[element] = !PageFurniture.IsBody(element) && (unwanted(element) || (element.ParentElement is { } above && Lies(above)));
        }
    }

    /// <summary>Whether it is marked as something beside the article. Quotes make an exception: posts of social networks stand in frames of their own.</summary>
    bool IsBeside(IElement element) => _tally.Of(element) is { Quoted: 0 } sums && sums.Weight < Frame * _tally.Root.Weight
        && PageFurniture.Is(element) && !(_heading is not null && element.Contains(_heading));

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
        var all = marked.ToHashSet();
        for (var (above, level) = (best.ParentElement, 0); above is not null && above != _root && level < MostLevels; above = above.ParentElement, level++)
        {
            var pieces = marked.Where(piece => piece != above && above.Contains(piece) && !all.Overlaps(piece.Ancestors<IElement>().TakeWhile(outer => outer != above))).ToList();
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
