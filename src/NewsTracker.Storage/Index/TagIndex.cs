using System.Collections.Frozen;

namespace NewsTracker.Storage.Index;

/// <summary>A company, topic or provider and the places of its articles.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Own">Of a topic: one of the tracker's own; of a company: one of the catalogue.</param>
/// <param name="Articles">All that carry it.</param>
/// <param name="Subjects">Of a company: those mainly about it.</param>
sealed record IndexedTag(int Id, string Slug, string Name, bool Own, PositionSet Articles, PositionSet Subjects);

/// <summary>Counts the tags of some articles by walking them.</summary>
/// <param name="among">The articles.</param>
/// <param name="asSubject">Only where the article is mainly about it.</param>
/// <param name="counts">Counted up, by the tags' keys.</param>
delegate void TagWalk(PositionSet among, bool asSubject, int[] counts);

/// <summary>All tags of one kind, by name, and the same again by article.</summary>
sealed class TagIndex
{
    // What walking costs, where holding one word of 64 bits against another costs 1: reckoned from cache lines and steps, and borne out by profiles.
    const int ArticleCost = 8;

    readonly FrozenDictionary<string, IndexedTag> _bySlug;
    readonly int _groups;
    readonly TagWalk _walk;
    readonly long _setsCost;
    readonly long _linksCost;

    /// <summary>Puts them together.</summary>
    /// <param name="tags">By name.</param>
    /// <param name="groups">More than the highest key.</param>
    /// <param name="walk">Counts by article.</param>
    /// <param name="leading">Slugs that lead to another tag; of other names that are the same the first counts. Null: none.</param>
    public TagIndex(IReadOnlyList<IndexedTag> tags, int groups, TagWalk walk, IReadOnlyList<LeadingSlug>? leading = null)
    {
        All = tags;
        _groups = groups;
        _walk = walk;
        _setsCost = tags.Sum(tag => (long)tag.Articles.Cost);
        _linksCost = tags.Sum(tag => (long)tag.Articles.Count) * PositionSet.PlaceCost;
        var bySlug = tags.ToDictionary(tag => tag.Slug, StringComparer.Ordinal);
        foreach (var (slug, company, givesWay) in leading ?? [])
            if (!givesWay || bySlug.GetValueOrDefault(slug) is null or { Own: false, Articles.Count: 0 })
                bySlug[slug] = bySlug[company];
        _bySlug = bySlug.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>None.</summary>
    public static TagIndex Empty { get; } = new([], 0, (_, _, _) => { });

    /// <summary>By name, regardless of case.</summary>
    public IReadOnlyList<IndexedTag> All { get; }

    /// <summary>One tag, or the one that it was merged into or is another name of; null where the tracker does not know it.</summary>
    public IndexedTag? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>How many of some articles carry each tag, in the order of <see cref="All"/>.</summary>
    /// <param name="among">The articles.</param>
    /// <param name="asSubject">Only where the article is mainly about it.</param>
    public int[] Counts(PositionSet among, bool asSubject = false)
    {
        var counts = new int[All.Count];
        if (IsWide(among))
        {
            for (var tag = 0; tag < counts.Length; tag++) counts[tag] = among.CountOf(asSubject ? All[tag].Subjects : All[tag].Articles);
            return counts;
        }

        var byKey = new int[_groups];
        _walk(among, asSubject, byKey);
        for (var tag = 0; tag < counts.Length; tag++) counts[tag] = byKey[All[tag].Id];
        return counts;
    }

    // Whether holding every set against the articles costs less than walking the articles with their share of all links.
    bool IsWide(PositionSet among) =>
        !PositionSet.IsSparse(among.Length, among.Count) && (among.Count * ArticleCost) + ((double)among.Count / among.Length * _linksCost) > _setsCost * among.Reach;
}
