using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Retagging;

/// <summary>What reading everything again did, or would do.</summary>
/// <param name="RunId">The run; null for a dry run.</param>
/// <param name="State">Completed or cancelled.</param>
/// <param name="Articles">Articles looked at.</param>
/// <param name="Changed">Articles of which a value changes.</param>
/// <param name="TagsAdded">Companies and topics that articles gain.</param>
/// <param name="TagsRemoved">Companies and topics that articles lose.</param>
public sealed record RetagReport(long? RunId, RunState State, int Articles, int Changed, int TagsAdded, int TagsRemoved);
