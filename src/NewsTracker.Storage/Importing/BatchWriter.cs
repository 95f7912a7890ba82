using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Undoing;

namespace NewsTracker.Storage.Importing;

/// <summary>Applies one batch in one transaction: all of it or nothing.</summary>
sealed class BatchWriter : IDisposable
{
    readonly NewsContext _context;
    readonly ReferenceKeys _references;
    readonly TimeProvider _clock;
    readonly Ingestor _ingestor;
    readonly EntityWriter<Article> _articles;
    readonly EntityWriter<ArticleImage> _images;
    readonly EntityWriter<ArticleCompany> _companies;
    readonly EntityWriter<ArticleTopic> _topics;
    readonly EntityWriter<ArticleMoney> _money;
    readonly EntityWriter<RelatedLink> _links;
    readonly EntityWriter<Document> _documents;
    readonly EntityWriter<TrackedFile> _files;
    readonly EntityWriter<Sighting> _sightings;
    readonly EntityWriter<Receipt> _receipts;
    readonly FormerRows _former;
    readonly ReturningArticles _returning;
    readonly Refusals _refusals;

    /// <summary>Prepares its statements.</summary>
    /// <param name="context">Where rows go.</param>
    /// <param name="ingestor">Tagged them.</param>
    /// <param name="clock">When things happen.</param>
    public BatchWriter(NewsContext context, Ingestor ingestor, TimeProvider clock)
    {
        _context = context;
        _references = new(context);
        _clock = clock;
        _ingestor = ingestor;
        context.Database.OpenConnection();
        _articles = new(context);
        _images = new(context);
        _companies = new(context);
        _topics = new(context);
        _money = new(context);
        _links = new(context);
        _documents = new(context);
        _files = new(context);
        _sightings = new(context);
        _receipts = new(context);
        _former = new(context);
        _returning = new(context);
        _refusals = new(context);
    }

    /// <summary>Whether rows are kept as they were, so that the run can be undone.</summary>
    public bool KeepsFormer { get; init; }

    /// <summary>Renews the lock, writes the batch and counts the run forward.</summary>
    /// <exception cref="StoreException">Another import took over meanwhile.</exception>
    public async Task ApplyAsync(BatchPlan plan, long runId, ImportProgress totals, CancellationToken cancellation)
    {
        await using var transaction = await _context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        await RenewLockAsync(runId, cancellation);
        if (KeepsFormer) _former.Keep(plan, runId);
        foreach (var document in plan.Documents) _documents.Write(document);
        await WriteArticlesAsync(plan, cancellation);
        foreach (var file in plan.TrackedFiles) _files.Write(file);
        await TakeAgainAsync(plan, cancellation);
        foreach (var sighting in plan.Sightings) _sightings.Write(sighting);
        foreach (var file in plan.Files) _receipts.Write(Receipt(file, runId));
        await _refusals.NoteAsync(plan.Files, runId, cancellation);
        await CountAsync(runId, totals, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Renews the lock and ends what stood for files that are gone, once every batch is written.</summary>
    /// <exception cref="StoreException">Another import took over meanwhile.</exception>
    public async Task EndRefusalsAsync(long runId, IReadOnlyList<string> roots, IReadOnlyList<Found> found, CancellationToken cancellation)
    {
        await using var transaction = await _context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        await RenewLockAsync(runId, cancellation);
        await _refusals.EndAsync(roots, found, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public void Dispose()
    {
        foreach (IDisposable writer in (IDisposable[])[_articles, _images, _companies, _topics, _money, _links, _documents, _files, _sightings, _receipts, _former]) writer.Dispose();
    }

    /// <summary>Writes a plan's articles alone, with what people corrected laid over them. Call within a transaction.</summary>
    public async Task WriteArticlesAsync(BatchPlan plan, CancellationToken cancellation)
    {
        if (plan.Articles.Count == 0) return;
        await _references.LoadAsync(cancellation);
        await _returning.WelcomeAsync(plan, cancellation);
        await ForgetPartsAsync([.. plan.Articles.Values.Where(article => !article.IsNew).Select(article => article.Known.Id)], cancellation);
        var overlay = await CorrectionOverlay.LoadAsync(_context, _ingestor, plan.Articles.Keys, cancellation);
        var version = await _context.MoveOnAsync(cancellation);
        foreach (var planned in plan.Articles.Values) WriteArticle(planned, overlay, version);
        foreach (var planned in plan.Articles.Values) WriteLinks(planned);
        await _context.SaveChangesAsync(cancellation);
        _context.ChangeTracker.Clear();
    }

    // Whoever imports bytes by hand wants them again.
    Task<int> TakeAgainAsync(BatchPlan plan, CancellationToken cancellation)
    {
        var taken = plan.TrackedFiles.Select(file => file.Sha256).ToList();
        return taken.Count == 0 ? Task.FromResult(0) : _context.UndoneFiles.Where(undone => taken.Contains(undone.Sha256)).ExecuteDeleteAsync(cancellation);
    }

    void WriteArticle(PlannedArticle planned, CorrectionOverlay overlay, long version)
    {
        var id = planned.Known.Id;
        var values = overlay.Apply(id, planned.Values);
        overlay.Observe(id, planned.Values, _clock.GetUtcNow().UtcDateTime);
        _articles.Write(ArticleMapping.From(planned, values, _references.Provider(values.Provider), _ingestor.CatalogueVersion, version));
        foreach (var (position, image) in values.Images.Index())
            _images.Write(new ArticleImage { ArticleId = id, Position = position, Url = image.Url, Width = image.Width, Height = image.Height });
        foreach (var tag in values.Companies)
        {
            _companies.Write(new ArticleCompany
            {
                ArticleId = id,
                CompanyId = _references.Company(tag),
                Role = tag.Role,
                Mentions = tag.Mentions,
                Source = tag.Source,
                Evidence = tag.Evidence,
                Forms = tag.Forms,
            });
        }

        foreach (var (position, tag) in values.Topics.Index())
            _topics.Write(new ArticleTopic { ArticleId = id, TopicId = _references.Topic(tag), Position = position, Source = tag.Source, Evidence = tag.Evidence });
        foreach (var (position, fact) in values.Money.Index()) WriteMoney(id, position, fact, values.Companies);
    }

    void WriteMoney(long id, int position, MoneyFact fact, IReadOnlyList<CompanyTag> companies) => _money.Write(new ArticleMoney
    {
        ArticleId = id,
        Position = position,
        Kind = fact.Kind,
        Status = fact.Status,
        Amount = fact.Amount,
        Currency = fact.Currency,
        CompanyId = companies.FirstOrDefault(tag => tag.Slug == fact.CompanySlug) is { } owner ? _references.Company(owner) : null,
        ConvertedAmount = fact.Converted?.Amount,
        ConvertedCurrency = fact.Converted?.Currency,
        Source = fact.Source,
        Evidence = fact.Evidence,
        Forms = fact.Forms,
    });

    void WriteLinks(PlannedArticle planned)
    {
        foreach (var (position, related) in (planned.Related ?? []).Index())
            _links.Write(new RelatedLink { ArticleId = planned.Known.Id, Position = position, RelatedId = related });
    }

    async Task ForgetPartsAsync(List<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return;
        await _context.Images.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellation);
        await _context.ArticleCompanies.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellation);
        await _context.ArticleTopics.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellation);
        await _context.ArticleMoney.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellation);
        await _context.RelatedLinks.Where(row => ids.Contains(row.ArticleId)).ExecuteDeleteAsync(cancellation);
    }

    static Receipt Receipt(FileReport file, long runId) => new()
    {
        RunId = runId,
        Path = file.Path,
        Sha256 = file.Sha256,
        Outcome = file.Outcome,
        ArticleId = file.ArticleId,
        Fields = [.. file.Changes.Select(change => change.Field)],
        Code = file.Rejection?.Code,
        Message = file.Rejection?.Message,
        Line = file.Rejection?.Line,
        Column = file.Rejection?.Column,
        Warnings = [.. file.Warnings.Select(warning => warning.Message)],
    };

    // A process that slept past its lease may have been taken over: then it must not write another row.
    async Task RenewLockAsync(long runId, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var held = await _context.ImportLocks
            .Where(held => held.RunId == runId)
            .ExecuteUpdateAsync(set => set.SetProperty(held => held.Heartbeat, now), cancellation);
        if (held == 0) throw new StoreException($"Run {runId} was silent for so long that another import took over. Import again; what it had committed stays.");
    }

    async Task CountAsync(long runId, ImportProgress totals, CancellationToken cancellation)
    {
        await _context.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(
            set => set
                .SetProperty(run => run.Found, totals.Found)
                .SetProperty(run => run.Added, totals.Added)
                .SetProperty(run => run.Updated, totals.Updated)
                .SetProperty(run => run.Unchanged, totals.Unchanged)
                .SetProperty(run => run.Rejected, totals.Rejected)
                .SetProperty(run => run.RelatedAdded, totals.RelatedAdded),
            cancellation);
    }
}
