using System.Runtime.InteropServices;

namespace NewsTracker.Storage.Index;

/// <summary>
/// Everything that an <see cref="ArticleIndex"/> is made of, in newest-first order, the later learned of first where dates are equal.
/// It comes from the database, from the file beside it, or from an earlier one and what changed since.
/// </summary>
/// <param name="State">The state of the data that it was read in.</param>
/// <param name="Articles">By position.</param>
/// <param name="Companies">Of each article.</param>
/// <param name="Topics">Of each article.</param>
/// <param name="Words">What types and languages stand for.</param>
sealed record ArticleTable(DataState State, IndexedArticle[] Articles, TagLinks Companies, TagLinks Topics, string[] Words)
{
    /// <summary>Before anything was read.</summary>
    public static ArticleTable Empty { get; } = new(DataState.None, [], TagLinks.None(0), TagLinks.None(0), []);
}

/// <summary>One state that the data was in.</summary>
/// <param name="Version">Counts commits; −1 before the first look.</param>
/// <param name="Stamp">Drawn at random for each: a restored backup may have come to the same count another way.</param>
public readonly record struct DataState(long Version, long Stamp)
{
    /// <summary>Before the first look.</summary>
    public static DataState None { get; } = new(-1, 0);
}

/// <summary>What the index holds of an article beside its tags. Written to the file as it lies in memory.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
readonly record struct IndexedArticle
{
    /// <summary>Where there is no number.</summary>
    public const int None = int.MinValue;

    /// <summary>Place in time, as <see cref="DateKeys"/> writes it.</summary>
    public required long Newest { get; init; }

    /// <summary>When the tracker learned of it, UTC ticks.</summary>
    public required long Added { get; init; }

    /// <summary>Key.</summary>
    public required int Id { get; init; }

    /// <summary>The publisher's key; 0 where unknown.</summary>
    public required int Provider { get; init; }

    /// <summary>Score at the origin, or <see cref="None"/>.</summary>
    public required int Quality { get; init; }

    /// <summary>Heat at the origin, or <see cref="None"/>.</summary>
    public required int Heat { get; init; }

    /// <summary><c>article</c>, <c>video</c>: a place among <see cref="ArticleTable.Words"/>.</summary>
    public required int Type { get; init; }

    /// <summary>The same; −1 where unknown.</summary>
    public required int Language { get; init; }

    /// <summary>As <see cref="Ingestion.ScopeValue"/>.</summary>
    public required byte Scope { get; init; }

    /// <summary>As <see cref="Model.ArticleOrigin"/>.</summary>
    public required byte Origin { get; init; }

    /// <summary>0 or 1; −1 where the origin says nothing.</summary>
    public required sbyte Promoted { get; init; }

    /// <summary>As <see cref="Ingestion.SourceFormat"/>.</summary>
    public byte Format { get; init; }
}

/// <summary>Newest first, the later learned of first where dates are equal.</summary>
readonly struct NewestFirst : IComparer<IndexedArticle>
{
    /// <inheritdoc />
    public int Compare(IndexedArticle x, IndexedArticle y) => x.Newest != y.Newest ? x.Newest.CompareTo(y.Newest) : y.Id.CompareTo(x.Id);
}

/// <summary>The tags of each article, one article after the other.</summary>
/// <param name="Starts">Where an article's tags start; one more entry at the end.</param>
/// <param name="Tags">Twice the tag's key, and one more where the article is mainly about it.</param>
sealed record TagLinks(int[] Starts, int[] Tags)
{
    /// <summary>Of articles without any.</summary>
    public static TagLinks None(int articles) => new(new int[articles + 1], []);

    /// <summary>The tags of one article.</summary>
    public ReadOnlySpan<int> Of(int position) => Tags.AsSpan(Starts[position]..Starts[position + 1]);
}

/// <summary>Where articles stand, by key.</summary>
sealed class ArticlePositions
{
    readonly int[] _positions;

    /// <summary>Turns the keys around.</summary>
    /// <param name="articles">By position.</param>
    public ArticlePositions(IndexedArticle[] articles)
    {
        // Keys are handed out one after the other and never again, so the array has few holes.
        var last = -1;
        foreach (ref readonly var article in articles.AsSpan()) last = Math.Max(last, article.Id);
        _positions = new int[last + 1];
        Array.Fill(_positions, -1);
        for (var position = 0; position < articles.Length; position++) _positions[articles[position].Id] = position;
    }

    /// <summary>The position of an article; −1 where it is unknown.</summary>
    public int Of(long id) => id >= 0 && id < _positions.Length ? _positions[id] : -1;
}
