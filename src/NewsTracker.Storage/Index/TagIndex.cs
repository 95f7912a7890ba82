using System.Collections.Frozen;

namespace NewsTracker.Storage.Index;

/// <summary>A company, topic or provider and the places of its articles.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Own">Of a topic: one of the tracker's own; of a company: one of the catalogue.</param>
/// <param name="Articles">All that carry it.</param>
/// <param name="Subjects">Of a company: those mainly about it.</param>
sealed record IndexedTag(string Slug, string Name, bool Own, PositionSet Articles, PositionSet Subjects);

/// <summary>All tags of one kind, by name, and the same again by article.</summary>
sealed class TagIndex
{
    // Walking an article's tags costs about as much as four articles cost in counting sets.
    const int WalkShare = 4;

    readonly FrozenDictionary<string, IndexedTag> _bySlug;
    readonly TagLinks _links;

    /// <summary>Puts them together.</summary>
    /// <param name="tags">By name; the place in this list is what links call a tag.</param>
    /// <param name="links">By article.</param>
    public TagIndex(IReadOnlyList<IndexedTag> tags, TagLinks links)
    {
        All = tags;
        _links = links;
        _bySlug = tags.ToFrozenDictionary(tag => tag.Slug, StringComparer.Ordinal);
    }

    /// <summary>None.</summary>
    public static TagIndex Empty { get; } = new([], new([0], []));

    /// <summary>By name, regardless of case.</summary>
    public IReadOnlyList<IndexedTag> All { get; }

    /// <summary>One tag; null where the tracker does not know it.</summary>
    public IndexedTag? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>How many of some articles carry each tag, in the order of <see cref="All"/>.</summary>
    /// <param name="among">The articles.</param>
    /// <param name="asSubject">Only where the article is mainly about it.</param>
    public int[] Counts(PositionSet among, bool asSubject = false)
    {
        var counts = new int[All.Count];
        if ((long)among.Count * WalkShare < among.Length) _links.Walk(among, asSubject, counts);
        else
            for (var tag = 0; tag < counts.Length; tag++)
                counts[tag] = among.CountOf(asSubject ? All[tag].Subjects : All[tag].Articles);
        return counts;
    }
}

/// <summary>The tags of each article, one article after the other.</summary>
/// <param name="starts">Where an article's tags start; one more entry at the end.</param>
/// <param name="tags">Twice the tag's place in its list, and one more where the article is mainly about it.</param>
sealed class TagLinks(int[] starts, int[] tags)
{
    /// <summary>Counts the tags of some articles.</summary>
    public void Walk(PositionSet among, bool asSubject, int[] counts)
    {
        foreach (var position in among)
        {
            foreach (var tag in tags.AsSpan(starts[position]..starts[position + 1]))
                if (!asSubject || (tag & 1) != 0)
                    counts[tag >> 1]++;
        }
    }
}
