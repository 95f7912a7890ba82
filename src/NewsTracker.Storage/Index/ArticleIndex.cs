using System.Collections.Frozen;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Index;

/// <summary>
/// What filters need of every article, in memory: an immutable picture of one state of the data.
/// A position is an article's place in newest-first order, the later learned of first where dates are equal.
/// </summary>
sealed class ArticleIndex
{
    readonly IndexedArticle[] _articles;
    readonly FrozenDictionary<long, int> _positions;
    readonly Dictionary<ArticleSort, Lazy<ArticleOrder>> _orders;

    /// <summary>Puts articles in order; the tags' positions must already follow that order.</summary>
    /// <param name="dataVersion">The state of the data.</param>
    /// <param name="articles">As <see cref="InOrder"/> gives them.</param>
    /// <param name="companies">With positions.</param>
    /// <param name="topics">With positions.</param>
    /// <param name="providers">With positions.</param>
    public ArticleIndex(long dataVersion, IndexedArticle[] articles, TagIndex companies, TagIndex topics, TagIndex providers)
    {
        DataVersion = dataVersion;
        _articles = articles;
        Companies = companies;
        Topics = topics;
        Providers = providers;
        _positions = Enumerable.Range(0, articles.Length).ToFrozenDictionary(position => articles[position].Id);
        _orders = new()
        {
            [ArticleSort.Newest] = Order(ArticleSort.Newest, _ => 0),
            [ArticleSort.Oldest] = Order(ArticleSort.Oldest, article => article.OldestKey),
            [ArticleSort.Added] = Order(ArticleSort.Added, article => -article.AddedAt.Ticks),
            [ArticleSort.Quality] = Order(ArticleSort.Quality, article => -(article.Quality ?? long.MinValue + 1)),
            [ArticleSort.Heat] = Order(ArticleSort.Heat, article => -(article.Heat ?? long.MinValue + 1)),
        };
    }

    /// <summary>Before anything was read.</summary>
    public static ArticleIndex Empty { get; } = new(-1, [], new([]), new([]), new([]));

    /// <summary>The state of the data.</summary>
    public long DataVersion { get; }

    /// <summary>How many articles.</summary>
    public int Count => _articles.Length;

    /// <summary>Companies.</summary>
    public TagIndex Companies { get; }

    /// <summary>Topics.</summary>
    public TagIndex Topics { get; }

    /// <summary>Publishers.</summary>
    public TagIndex Providers { get; }

    /// <summary>The article at a position.</summary>
    public IndexedArticle this[int position] => _articles[position];

    /// <summary>The position of an article; null where it is unknown.</summary>
    public int? PositionOf(long id) => _positions.TryGetValue(id, out var position) ? position : null;

    /// <summary>The positions where something holds.</summary>
    public PositionSet Where(Func<IndexedArticle, bool> holds) => PositionSet.Where(Count, position => holds(_articles[position]));

    /// <summary>An order that does not depend on a search; computed when first asked for.</summary>
    public ArticleOrder InOrderOf(ArticleSort sort) => _orders[sort].Value;

    /// <summary>Articles in the order of their positions.</summary>
    public static IndexedArticle[] InOrder(IEnumerable<IndexedArticle> articles) =>
        [.. articles.OrderBy(article => article.NewestKey).ThenByDescending(article => article.Id)];

    Lazy<ArticleOrder> Order(ArticleSort sort, Func<IndexedArticle, long> key) =>
        new(() => new ArticleOrder(sort, Enumerable.Range(0, Count), position => key(_articles[position]), position => _articles[position]));
}
