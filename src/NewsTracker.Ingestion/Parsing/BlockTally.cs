using AngleSharp.Dom;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>What the blocks below each element of a page add up to.</summary>
sealed class BlockTally
{
    /// <summary>From this share of link text on, a block counts as a link.</summary>
    const double Link = 0.3;

    readonly Dictionary<IElement, Sums> _sums = [];

    /// <summary>Adds blocks up.</summary>
    /// <param name="root">The element they were read from.</param>
    /// <param name="blocks">In any order.</param>
    public BlockTally(IElement root, IEnumerable<PageBlock> blocks)
    {
        foreach (var block in blocks)
            for (var element = block.Home; element is not null; element = element == root ? null : element.ParentElement)
                _sums[element] = Of(element).With(block);
        Root = Of(root);
    }

    /// <summary>All of the page.</summary>
    public Sums Root { get; }

    /// <summary>The elements that hold any block.</summary>
    public IEnumerable<IElement> Elements => _sums.Keys;

    /// <summary>What one element holds.</summary>
    /// <param name="element">Any element.</param>
    public Sums Of(IElement element) => _sums.GetValueOrDefault(element);

    /// <summary>How much running text one element holds, in letters and digits.</summary>
    /// <param name="element">Any element.</param>
    public int Weight(IElement element) => Of(element).Weight;

    /// <summary>Sums over blocks.</summary>
    /// <param name="Weight">Running text, as <see cref="PageBlock.Weight"/> counts it.</param>
    /// <param name="Length">All text, in characters.</param>
    /// <param name="Linked">The part of it that is link text.</param>
    /// <param name="Links">Blocks that are links.</param>
    /// <param name="Quoted">Blocks that are quoted.</param>
    public readonly record struct Sums(int Weight, int Length, double Linked, int Links, int Quoted)
    {
        /// <summary>These sums and one block more.</summary>
        /// <param name="block">The block.</param>
        public Sums With(PageBlock block) => new(
            Weight + block.Weight, Length + block.Text.Length, Linked + (block.LinkShare * block.Text.Length),
            Links + (block.LinkShare > Link ? 1 : 0), Quoted + (block.IsQuoted ? 1 : 0));
    }
}
