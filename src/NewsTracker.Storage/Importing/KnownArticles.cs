using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>What the planner must know of an article to decide about it: small enough to keep for a whole run.</summary>
sealed class KnownArticle
{
    public required long Id { get; init; }
    public string? UrlKey { get; set; }
    public string? ContentKey { get; set; }
    public required ArticleOrigin Origin { get; set; }
    public required string Fingerprint { get; set; }
    public required DateTime AddedAt { get; init; }
    public DateTime UpdatedAt { get; set; }

    /// <summary>Whether this run brought it.</summary>
    public bool IsOfThisRun { get; init; }

    /// <summary>Identities by text that it, and what was merged into it, had when they were merged.</summary>
    public HashSet<string> MergedContents { get; } = [];

    /// <summary>What its own files said of it.</summary>
    public OwnClaims Claims { get; set; } = new();
}

/// <summary>
/// The articles as they will be once what is planned so far is applied: read from the database as they are asked for,
/// changed by each plan. A dry run and a real one see the same.
/// </summary>
/// <param name="context">Read only.</param>
sealed class KnownArticles(NewsContext context)
{
    readonly Dictionary<string, KnownArticle?> _byUrl = new(StringComparer.Ordinal);
    readonly Dictionary<string, KnownArticle?> _byContent = new(StringComparer.Ordinal);
    readonly Dictionary<long, KnownArticle> _byId = [];

    /// <summary>Fetches what the database knows of these identities, in one go.</summary>
    public async Task LoadAsync(IReadOnlyCollection<ArticleIdentity> identities, CancellationToken cancellation)
    {
        var urls = identities.Select(identity => identity.UrlKey).OfType<string>().Where(key => !_byUrl.ContainsKey(key)).Distinct().ToList();
        var contents = identities.Select(identity => identity.ContentKey).OfType<string>().Where(key => !_byContent.ContainsKey(key)).Distinct().ToList();
        foreach (var key in urls) _byUrl[key] = null;
        foreach (var key in contents) _byContent[key] = null;
        await LoadAsync(context.Articles.Where(article => urls.Contains(article.UrlKey!)), cancellation);
        await LoadAsync(context.Articles.Where(article => contents.Contains(article.ContentKey!)), cancellation);
        await LoadMergedAsync(urls, contents, cancellation);
    }

    /// <summary>The articles that a file's list names, each once and not itself; those that are known.</summary>
    public async Task<IReadOnlyList<long>> ListedAsync(ArticleDraft values, long ownId, CancellationToken cancellation)
    {
        var identities = values.Related.Select(ArticleIdentity.Of).ToList();
        await LoadAsync(identities, cancellation);
        return [.. identities.Select(Find).OfType<KnownArticle>().Select(article => article.Id).Where(id => id != ownId).Distinct()];
    }

    /// <summary>Fetches an article by its key.</summary>
    public async Task<KnownArticle> GetAsync(long id, CancellationToken cancellation)
    {
        if (!_byId.ContainsKey(id)) await LoadAsync(context.Articles.Where(article => article.Id == id), cancellation);
        return _byId[id];
    }

    /// <summary>The article of this identity, or null where it is new. Fetch first.</summary>
    public KnownArticle? Find(ArticleIdentity identity)
    {
        if (identity.UrlKey is { } url && _byUrl.GetValueOrDefault(url) is { } byUrl) return byUrl;
        if (identity.ContentKey is not { } content || _byContent.GetValueOrDefault(content) is not { } byContent) return null;
        if (byContent.ContentKey != content && !byContent.MergedContents.Contains(content)) return null;

        // The same text at two addresses is a link to offer, never a merge.
        return identity.UrlKey is null || byContent.UrlKey is null ? byContent : null;
    }

    /// <summary>Takes note of a new or changed article.</summary>
    public void Note(KnownArticle article)
    {
        _byId[article.Id] = article;
        if (article.UrlKey is { } url) _byUrl[url] = article;
        if (article.ContentKey is { } content) _byContent[content] = article;
    }

    /// <summary>Takes note that a file now carries this article as its own, and no longer the one it carried before.</summary>
    public void Carry(Sighting sighting, KnownArticle article, long? before)
    {
        if (before is { } id && id != article.Id && _byId.TryGetValue(id, out var former)) former.Claims.Forget(sighting.FileId);
        article.Claims.Note(sighting);
    }

    // What belonged to an article that was merged belongs to the one that stayed.
    async Task LoadMergedAsync(List<string> urls, List<string> contents, CancellationToken cancellation)
    {
        var merges = await context.Merges.AsNoTracking()
            .Where(merge => urls.Contains(merge.UrlKey!) || contents.Contains(merge.ContentKey!) || contents.Contains(merge.KeptContentKey!))
            .Select(merge => new { merge.KeptId, merge.UrlKey, merge.ContentKey, merge.KeptContentKey })
            .ToListAsync(cancellation);
        foreach (var merge in merges)
        {
            var kept = await GetAsync(merge.KeptId, cancellation);
            if (merge.UrlKey is { } url) _byUrl[url] = kept;
            foreach (var content in new[] { merge.ContentKey, merge.KeptContentKey }.OfType<string>())
            {
                kept.MergedContents.Add(content);
                _byContent[content] = _byContent.GetValueOrDefault(content) ?? kept;
            }
        }
    }

    async Task LoadAsync(IQueryable<Article> articles, CancellationToken cancellation)
    {
        var found = await articles
            .Select(article => new KnownArticle
            {
                Id = article.Id,
                UrlKey = article.UrlKey,
                ContentKey = article.ContentKey,
                Origin = article.Origin,
                Fingerprint = article.Fingerprint,
                AddedAt = article.AddedAt,
                UpdatedAt = article.UpdatedAt,
            })
            .ToListAsync(cancellation);
        var fresh = found.Where(article => !_byId.ContainsKey(article.Id)).ToDictionary(article => article.Id);
        var claims = await OwnClaims.LoadAsync(context, fresh.Keys, cancellation);
        foreach (var article in fresh.Values) article.Claims = claims[article.Id];
        foreach (var article in fresh.Values) Note(article);
    }
}
