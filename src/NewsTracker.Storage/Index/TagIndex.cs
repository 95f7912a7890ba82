using System.Collections.Frozen;

namespace NewsTracker.Storage.Index;

/// <summary>A company, topic or provider and the places of its articles.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Own">Of a topic: one of the tracker's own; of a company: one of the catalogue.</param>
/// <param name="Positions">Ascending.</param>
/// <param name="Subjects">Of a company: those mainly about it, ascending.</param>
sealed record IndexedTag(string Slug, string Name, bool Own, int[] Positions, int[] Subjects);

/// <summary>All tags of one kind.</summary>
/// <param name="tags">In any order.</param>
sealed class TagIndex(IReadOnlyList<IndexedTag> tags)
{
    readonly FrozenDictionary<string, IndexedTag> _bySlug = tags.ToFrozenDictionary(tag => tag.Slug, StringComparer.Ordinal);

    /// <summary>In any order.</summary>
    public IReadOnlyList<IndexedTag> All => tags;

    /// <summary>One tag; null where the tracker does not know it.</summary>
    public IndexedTag? Find(string slug) => _bySlug.GetValueOrDefault(slug);
}
