using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Index;

/// <summary>
/// What filters need of every article, in memory: an immutable picture of one state of the data.
/// A position is an article's place in newest-first order, the later learned of first where dates are equal.
/// </summary>
sealed class ArticleIndex
{
    readonly IndexedArticle[] _articles;
    readonly ArticlePositions _positions;
    readonly Dictionary<ArticleSort, Lazy<ArticleOrder>> _orders;

    /// <summary>Puts the parts together.</summary>
    /// <param name="table">Each article's values.</param>
    /// <param name="positions">The same by key.</param>
    /// <param name="sets">Articles by value.</param>
    /// <param name="companies">Articles by company.</param>
    /// <param name="topics">Articles by topic.</param>
    /// <param name="providers">Articles by publisher.</param>
    public ArticleIndex(ArticleTable table, ArticlePositions positions, ValueSets sets, TagIndex companies, TagIndex topics, TagIndex providers)
    {
        Table = table;
        _articles = table.Articles;
        Sets = sets;
        Companies = companies;
        Topics = topics;
        Providers = providers;
        _positions = positions;
        All = PositionSet.All(Count);
        Dated = FirstFrom(DateKeys.Undated);
        Months = MonthSpan.Of(_articles.AsSpan(0, Dated));
        _orders = new()
        {
            [ArticleSort.Newest] = new(() => new ArticleOrder(ArticleSort.Newest, this, ranked: null, _ => 0)),
            [ArticleSort.Oldest] = Order(ArticleSort.Oldest, position => DateKeys.Oldest(_articles[position].Newest)),
            [ArticleSort.Added] = Order(ArticleSort.Added, position => -_articles[position].Added),
            [ArticleSort.Quality] = Order(ArticleSort.Quality, position => _articles[position].Quality is var score and not IndexedArticle.None ? -score : long.MaxValue),
            [ArticleSort.Heat] = Order(ArticleSort.Heat, position => _articles[position].Heat is var heat and not IndexedArticle.None ? -heat : long.MaxValue),
        };
    }

    /// <summary>Before anything was read.</summary>
    public static ArticleIndex Empty { get; } = new(ArticleTable.Empty, new([]), ValueSets.Empty, TagIndex.Empty, TagIndex.Empty, TagIndex.Empty);

    /// <summary>What it was made of.</summary>
    public ArticleTable Table { get; }

    /// <summary>The state of the data.</summary>
    public long DataVersion => Table.State.Version;

    /// <summary>How many articles.</summary>
    public int Count => _articles.Length;

    /// <summary>How many of them have a date: they stand before those that have none.</summary>
    public int Dated { get; }

    /// <summary>Where each month starts and ends, latest first; articles known by their year alone stand in its January.</summary>
    public IReadOnlyList<MonthSpan> Months { get; }

    /// <summary>Articles by value.</summary>
    public ValueSets Sets { get; }

    /// <summary>Companies.</summary>
    public TagIndex Companies { get; }

    /// <summary>Topics.</summary>
    public TagIndex Topics { get; }

    /// <summary>Publishers.</summary>
    public TagIndex Providers { get; }

    /// <summary>Words that were looked for, while this index is in force.</summary>
    public TermSets Terms { get; } = new();

    /// <summary>Tags that were counted, while this index is in force.</summary>
    public TagCounts Counts { get; } = new();

    /// <summary>The article at a position.</summary>
    public long IdAt(int position) => _articles[position].Id;

    /// <summary>Its place in time, as <see cref="DateKeys"/> writes it.</summary>
    public long NewestAt(int position) => _articles[position].Newest;

    /// <summary>The first day of its period; null where undated.</summary>
    public DateOnly? FirstDayAt(int position) => position < Dated ? DateOnly.FromDayNumber(DateKeys.FirstDay(_articles[position].Newest)) : null;

    /// <summary>When the tracker learned of it, UTC ticks.</summary>
    public long AddedAt(int position) => _articles[position].Added;

    /// <summary>The position of an article; −1 where it is unknown.</summary>
    public int PositionOf(long id) => _positions.Of(id);

    /// <summary>The first position whose period starts on this day or earlier.</summary>
    public int FirstOn(DateOnly day) => FirstFrom(DateKeys.NewestOn(day));

    /// <summary>What the tracker learned of within these ticks, the first included, the last not.</summary>
    public PositionSet AddedWithin(long from, long to)
    {
        var words = new ulong[BitWindow.WordsOf(Count)];
        for (var position = 0; position < Count; position++)
            if (_articles[position].Added >= from && _articles[position].Added < to)
                words[position >> 6] |= 1UL << position;
        return PositionSet.OfWords(Count, words);
    }

    /// <summary>Every article.</summary>
    public PositionSet All { get; }

    /// <summary>The articles of a scope; null: all.</summary>
    public PositionSet InScope(ScopeValue? scope) => scope is { } wanted ? ValueSets.Of(Sets.Scopes, wanted, Count) : All;

    /// <summary>An order that does not depend on a search; computed when first asked for.</summary>
    public ArticleOrder InOrderOf(ArticleSort sort) => _orders[sort].Value;

    int FirstFrom(long key)
    {
        var (low, high) = (0, _articles.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_articles[middle].Newest < key) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    Lazy<ArticleOrder> Order(ArticleSort sort, Func<int, long> key) => new(() => ArticleOrder.By(sort, this, All, key));
}
