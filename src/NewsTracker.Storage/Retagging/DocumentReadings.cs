using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Retagging;

/// <summary>Finds an article in its kept bytes again. Articles come in the order of their documents, so one reading serves all of a file's entries.</summary>
/// <param name="context">Read only.</param>
/// <param name="ingestor">Today's.</param>
sealed class DocumentReadings(NewsContext context, Ingestor ingestor)
{
    readonly OwnReadings _own = new(context, ingestor);
    (long DocumentId, ArticleDraft? Draft) _latest;
    ILookup<long, ArticleIdentity>? _merged;

    /// <summary>What the article's file says of it; null where today's reader no longer finds it there.</summary>
    public async Task<ArticleDraft?> OfAsync(Article article, Sighting sighting, CancellationToken cancellation)
    {
        if (await ReadAsync(sighting.DocumentId, cancellation) is not { } file) return null;
        if (article.Origin == ArticleOrigin.File) return await MergedAsync(article.Id, file, cancellation);
        var identities = (await MergedAsync(cancellation))[article.Id].Prepend(new ArticleIdentity(article.UrlKey, article.ContentKey)).ToList();
        var entry = file.Related.FirstOrDefault(related => ArticleIdentity.Of(related) is var listed
            && identities.Exists(own => own.UrlKey is null ? listed.ContentKey == own.ContentKey : listed.UrlKey == own.UrlKey));
        return entry is null ? null : ingestor.Tag(entry);
    }

    // A list may name it by the address of an article that was merged into it.
    async Task<ILookup<long, ArticleIdentity>> MergedAsync(CancellationToken cancellation) => _merged ??=
        (await context.Merges.AsNoTracking().Select(merge => new { merge.KeptId, merge.UrlKey, merge.ContentKey }).ToListAsync(cancellation))
        .ToLookup(merge => merge.KeptId, merge => new ArticleIdentity(merge.UrlKey, merge.ContentKey));

    async Task<ArticleDraft> MergedAsync(long articleId, ArticleDraft file, CancellationToken cancellation)
    {
        var claims = await OwnClaims.LoadAsync(context, [articleId], cancellation);
        var files = claims[articleId].NewestFirst.ToList();
        return files.Count < 2 ? file : ingestor.Tag(DraftMerge.Merge(await _own.GetAsync(files, cancellation)));
    }

    async Task<ArticleDraft?> ReadAsync(long documentId, CancellationToken cancellation)
    {
        if (_latest.DocumentId == documentId) return _latest.Draft;
        var document = await context.Documents.AsNoTracking().SingleAsync(document => document.Id == documentId, cancellation);
        var path = await context.Files.Where(file => file.DocumentId == documentId).Select(file => file.Path).FirstOrDefaultAsync(cancellation);
        var reading = ingestor.IngestOwn(new SourceFile(path ?? "", OriginalBytes.Unpack(document.Content), document.Sha256));
        _latest = (documentId, reading.Draft);
        return reading.Draft;
    }
}
