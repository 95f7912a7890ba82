using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What is to be done with a batch of files: decided once, shown by a dry run, applied by a real one.</summary>
sealed class BatchPlan
{
    /// <summary>Every file of the batch, in order.</summary>
    public List<FileReport> Files { get; } = [];

    /// <summary>New bytes.</summary>
    public List<Document> Documents { get; } = [];

    /// <summary>Files new or read again.</summary>
    public List<TrackedFile> TrackedFiles { get; } = [];

    /// <summary>New sightings.</summary>
    public List<Sighting> Sightings { get; } = [];

    /// <summary>Articles to write, by key: a later decision in the batch replaces an earlier one.</summary>
    public Dictionary<long, PlannedArticle> Articles { get; } = [];

    /// <summary>Articles that become known only through others' lists.</summary>
    public int RelatedAdded { get; set; }
}

/// <summary>An article as it will be.</summary>
/// <param name="Known">Its identity.</param>
/// <param name="Values">Its values.</param>
/// <param name="IsNew">Whether the database lacks it.</param>
/// <param name="SightingId">The sighting whose values these are.</param>
/// <param name="Related">The keys of the articles its file lists; null where it has no file of its own.</param>
sealed record PlannedArticle(KnownArticle Known, ArticleDraft Values, bool IsNew, long SightingId, IReadOnlyList<long>? Related);
