using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Importing;

/// <summary>The values that articles have now: as planned so far, else as stored.</summary>
/// <param name="context">Read only.</param>
sealed class StoredDrafts(NewsContext context)
{
    readonly Dictionary<long, (ArticleDraft Values, IReadOnlyList<long> Related)> _drafts = [];

    /// <summary>Fetches these articles' values in one go, unless a plan changed them already.</summary>
    public async Task LoadAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var missing = ids.Where(id => !_drafts.ContainsKey(id)).ToList();
        if (missing.Count == 0) return;
        foreach (var stored in await StoredArticles.ReadAsync(context, missing, cancellation))
            _drafts[stored.Id] = (stored.Values, stored.RelatedIds);
    }

    /// <summary>An article's values; fetch first.</summary>
    public (ArticleDraft Values, IReadOnlyList<long> Related) this[long id] => _drafts[id];

    /// <summary>Takes note of what a plan makes of an article.</summary>
    public void Note(long id, ArticleDraft values, IReadOnlyList<long> related) => _drafts[id] = (values, related);

    /// <summary>Forgets what is in the database by now.</summary>
    public void Forget() => _drafts.Clear();
}
