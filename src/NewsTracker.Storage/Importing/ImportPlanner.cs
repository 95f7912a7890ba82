using System.Collections.Frozen;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>
/// Decides what becomes of each file: which article it is, whether it says anything new, and what then changes.
/// It writes nothing; decisions build on one another within a run through <see cref="KnownArticles"/>.
/// </summary>
sealed class ImportPlanner(NewsContext context, Ingestor ingestor, RowKeys keys, long runId, TimeProvider clock)
{
    readonly KnownArticles _known = new(context);
    readonly StoredDrafts _stored = new(context);
    readonly OwnReadings _own = new(context, ingestor);
    readonly DocumentKeys _documents = new(context, keys);
    readonly RelatedPlanner _related = new(ingestor, keys);
    readonly HashSet<long> _retired = [];
    CorrectionOverlay _corrections = CorrectionOverlay.None;

    /// <summary>Checksums of bytes whose import a person undid before this run.</summary>
    public IReadOnlySet<string> Undone { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Plans a batch, in the order of its files.</summary>
    public async Task<BatchPlan> PlanAsync(IReadOnlyList<ReadFile> batch, CancellationToken cancellation)
    {
        var plan = new BatchPlan();
        var now = clock.GetUtcNow().UtcDateTime;
        await PrepareAsync(batch, cancellation);
        foreach (var file in batch) plan.Files.Add(await PlanAsync(file, plan, now, cancellation));
        // Applying the batch retires what its files agree with; a dry run, which applies nothing, goes on as if it had.
        foreach (var (id, article) in plan.Articles) _retired.UnionWith(_corrections.AgreedWith(id, article.Values));
        return plan;
    }

    /// <summary>Drops what the database now holds; not called in a dry run, where the plan is all there is.</summary>
    public void Applied()
    {
        _stored.Forget();
        _own.Forget();
    }

    async Task PrepareAsync(IReadOnlyList<ReadFile> batch, CancellationToken cancellation)
    {
        var own = batch.Select(file => file.Own).OfType<EntryReading>().ToList();
        var related = batch.SelectMany(file => file.Related).ToList();
        await _known.LoadAsync([.. own.Concat(related).Select(entry => entry.Identity)], cancellation);
        await _documents.LoadAsync(batch, cancellation);

        var earlier = batch.Where(file => file.Own is not null).Select(file => file.Tracked?.ArticleId).OfType<long>();
        var stubs = related.Select(entry => _known.Find(entry.Identity) is { Origin: ArticleOrigin.Related } stub && stub.Fingerprint != entry.Claim ? stub : null);
        var touched = own.Select(entry => _known.Find(entry.Identity)).Concat(stubs).OfType<KnownArticle>().Select(article => article.Id);
        List<long> ids = [.. earlier.Concat(touched).Distinct()];
        await _stored.LoadAsync(ids, cancellation);
        _corrections = (await CorrectionOverlay.LoadAsync(context, ingestor, ids, cancellation)).Without(_retired);
    }

    async Task<FileReport> PlanAsync(ReadFile file, BatchPlan plan, DateTime now, CancellationToken cancellation)
    {
        if (file.Rejection is { } rejection) return Report(file, FileOutcome.Rejected, null, [], rejection, []);
        if (file.Own is not { Identity: var identity } reading) return Report(file, FileOutcome.Unchanged, file.Tracked?.ArticleId, [], null, LeftOut(file)) with { IsPassedOver = true };
        var draft = FutureDates.Judge(reading.Draft, now);

        var (article, isNew) = await FindOrCreateAsync(identity, file, draft, now, cancellation);
        var isFirstOwnFile = isNew || article is { Origin: ArticleOrigin.Related, IsOfThisRun: true };
        if (isFirstOwnFile && !isNew) plan.RelatedAdded--;

        var document = _documents.Add(file, plan);
        var entry = new FileEntry(keys, runId, now, file.Tracked?.Id ?? keys.Next<TrackedFile>(), document.Id);
        var neverSeen = document.IsNew && file.Tracked is null;
        var claims = neverSeen ? SightingClaims.None : await SightingClaims.LoadAsync(context, file.Tracked, entry.DocumentId, cancellation);
        var related = _related.Plan(file.Related, article.Id, entry, claims, _known, _stored, _corrections, plan);
        var own = new OwnEntry(file, draft, identity, article, isNew, entry);
        var (changes, kept) = await PlanOwnAsync(own, related.Ids, plan, cancellation);
        plan.TrackedFiles.Add(Track(file, entry, article.Id));

        var outcome = isFirstOwnFile ? FileOutcome.Added : changes.Count + related.Changes.Count > 0 ? FileOutcome.Updated : FileOutcome.Unchanged;
        return Report(file, outcome, article.Id, isFirstOwnFile ? [] : [.. changes, .. related.Changes], null, [.. TakenAgain(file), .. draft.Warnings]) with
        {
            Kept = [.. kept, .. related.Kept],
            Brings = isFirstOwnFile ? NewArticle.Of(_stored[article.Id].Values) : null,
            Headline = !article.IsOfThisRun && (outcome == FileOutcome.Updated || kept.Count > 0) ? _stored[article.Id].Values.Title ?? _stored[article.Id].Values.Url : null,
        };
    }

    async Task<(KnownArticle Article, bool IsNew)> FindOrCreateAsync(
        ArticleIdentity identity, ReadFile file, ArticleDraft draft, DateTime now, CancellationToken cancellation)
    {
        if (_known.Find(identity) is { } known) return (known, false);
        if (identity.UrlKey is null && file.Tracked is { } tracked && ArticleIdentity.IsUpdate(await CarriedAsync(tracked, cancellation), draft))
            return (await _known.GetAsync(tracked.ArticleId, cancellation), false);

        var article = new KnownArticle
        {
            Id = keys.Next<Article>(),
            UrlKey = identity.UrlKey,
            ContentKey = identity.ContentKey,
            Origin = ArticleOrigin.File,
            Fingerprint = "",
            AddedAt = now,
            IsOfThisRun = true,
        };
        _known.Note(article);
        return (article, true);
    }

    // What the file itself said: of a merged article another file may lead.
    async Task<ArticleDraft> CarriedAsync(TrackedFile tracked, CancellationToken cancellation) =>
        await _own.GetAsync([tracked.Id], cancellation) is [var (carried, _)] ? carried : _stored[tracked.ArticleId].Values;

    async Task<(IReadOnlyList<FieldChange> Changes, IReadOnlyList<KeptCorrection> Kept)> PlanOwnAsync(
        OwnEntry own, IReadOnlyList<long> listed, BatchPlan plan, CancellationToken cancellation)
    {
        var article = own.Article;
        var sighting = own.Entry.Sight(article.Id, 0, own.File.Own!.Claim);
        plan.Sightings.Add(sighting);
        _own.Note(own.Entry.FileId, own.Draft, own.Format);
        var repeats = article.Claims.Repeats(sighting);
        _known.Carry(sighting, article, own.File.Tracked?.ArticleId);
        var values = await MergeOwnAsync(own, cancellation);

        var fingerprint = ReferenceEquals(values, own.Draft) ? sighting.Fingerprint : ComparedFields.Fingerprint(values);
        var saysNothingNew = repeats || article.Fingerprint == fingerprint;
        if (!own.IsNew && article.Origin == ArticleOrigin.File && saysNothingNew && own.File.Tracked?.ReadWith is null or Ingestor.ReaderVersion) return ([], []);

        // The list of another file of the same article: its entries are known since that file was read.
        var related = ReferenceEquals(values.Related, own.Draft.Related) ? listed : await _known.ListedAsync(values, article.Id, cancellation);
        var corrected = _corrections.Apply(article.Id, values);
        var changes = own.IsNew ? [] : Changes(article, corrected, related);
        if (own.IsNew || changes.Count > 0) article.UpdatedAt = own.Entry.Now;
        article.UrlKey ??= own.Identity.UrlKey;
        article.ContentKey = own.Identity.ContentKey ?? article.ContentKey;
        article.Origin = ArticleOrigin.File;
        article.Fingerprint = fingerprint;
        _known.Note(article);
        _stored.Note(article.Id, corrected, related);
        plan.Articles[article.Id] = new(article, values, own.IsNew || plan.Articles.GetValueOrDefault(article.Id) is { IsNew: true }, sighting.Id, related);
        return (changes, _corrections.Kept(article.Id, values));
    }

    async Task<ArticleDraft> MergeOwnAsync(OwnEntry own, CancellationToken cancellation)
    {
        var files = own.Article.Claims.NewestFirst.ToList();
        return files.Count < 2 ? own.Draft : ingestor.Tag(DraftMerge.Merge(await _own.GetAsync(files, cancellation)));
    }

    IReadOnlyList<FieldChange> Changes(KnownArticle article, ArticleDraft after, IReadOnlyList<long> related)
    {
        var before = _stored[article.Id];
        var changes = ComparedFields.Changes(before.Values, after).ToList();
        if (article.Origin == ArticleOrigin.Related) changes.Insert(0, new("origin", "related", "file"));
        if (!before.Related.SequenceEqual(related)) changes.Add(new("related", $"{before.Related.Count}", $"{related.Count}"));
        return changes;
    }

    static FileReport Report(ReadFile file, FileOutcome outcome, long? articleId, IReadOnlyList<FieldChange> changes, Rejection? rejection, IReadOnlyList<Warning> warnings) =>
        new(file.Path, outcome, articleId, changes, rejection, warnings) { FullPath = file.FullPath, Sha256 = file.Content?.Sha256 };

    IReadOnlyList<Warning> TakenAgain(ReadFile file) =>
        file.Content is { Sha256: var bytes } && file.Tracked?.Sha256 != bytes && Undone.Contains(bytes)
            ? [new(WarningCode.FileTakenAgain, "Taken again: a person undid the run that took these bytes.")]
            : [];

    static IReadOnlyList<Warning> LeftOut(ReadFile file) =>
        file.Tracked?.Sha256 == file.Content?.Sha256 ? [] : [new(WarningCode.FileLeftOut, "Left out: a person undid the run that took these bytes. Import the file by hand to have it back.")];

    static TrackedFile Track(ReadFile file, FileEntry entry, long articleId) => new()
    {
        Id = entry.FileId,
        FullPath = file.FullPath,
        Path = file.Path,
        DocumentId = entry.DocumentId,
        Sha256 = file.Content!.Sha256,
        ReadWith = Ingestor.ReaderVersion,
        ArticleId = articleId,
    };

    /// <summary>A file's own article while it is planned.</summary>
    sealed record OwnEntry(
        ReadFile File, ArticleDraft Draft, ArticleIdentity Identity, KnownArticle Article, bool IsNew, FileEntry Entry)
    {
        public SourceFormat Format => File.Content!.Format!.Value;
    }
}
