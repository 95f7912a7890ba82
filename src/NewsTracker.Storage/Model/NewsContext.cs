using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace NewsTracker.Storage.Model;

/// <summary>The tracker's data. One derived context per database provider keeps that provider's quirks and migrations.</summary>
/// <param name="options">From the derived context.</param>
public abstract class NewsContext(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    /// <summary>Articles.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>Their pictures.</summary>
    public DbSet<ArticleImage> Images => Set<ArticleImage>();

    /// <summary>Their companies.</summary>
    public DbSet<ArticleCompany> ArticleCompanies => Set<ArticleCompany>();

    /// <summary>Their topics.</summary>
    public DbSet<ArticleTopic> ArticleTopics => Set<ArticleTopic>();

    /// <summary>The sums of money that they state.</summary>
    public DbSet<ArticleMoney> ArticleMoney => Set<ArticleMoney>();

    /// <summary>Who is listed beside whom.</summary>
    public DbSet<RelatedLink> RelatedLinks => Set<RelatedLink>();

    /// <summary>What people corrected.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>Companies.</summary>
    public DbSet<Company> Companies => Set<Company>();

    /// <summary>Topics.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <summary>Publishers.</summary>
    public DbSet<Provider> Providers => Set<Provider>();

    /// <summary>Original bytes.</summary>
    public DbSet<Document> Documents => Set<Document>();

    /// <summary>Files taken.</summary>
    public DbSet<TrackedFile> Files => Set<TrackedFile>();

    /// <summary>Where articles were seen.</summary>
    public DbSet<Sighting> Sightings => Set<Sighting>();

    /// <summary>Runs.</summary>
    public DbSet<ImportRun> Runs => Set<ImportRun>();

    /// <summary>What each run did with each file.</summary>
    public DbSet<Receipt> Receipts => Set<Receipt>();

    /// <summary>Who imports now.</summary>
    public DbSet<ImportLock> ImportLocks => Set<ImportLock>();

    /// <summary>Which state the data is in.</summary>
    public DbSet<TrackerState> States => Set<TrackerState>();

    /// <summary>What people hid.</summary>
    public DbSet<HiddenArticle> HiddenArticles => Set<HiddenArticle>();

    /// <summary>Doubts that people let stand.</summary>
    public DbSet<SettledDoubt> SettledDoubts => Set<SettledDoubt>();

    /// <summary>Names that people do not want to follow.</summary>
    public DbSet<DismissedName> DismissedNames => Set<DismissedName>();

    /// <summary>Files that the last import which came upon them did not take.</summary>
    public DbSet<RefusedFile> RefusedFiles => Set<RefusedFile>();

    /// <summary>What undos removed.</summary>
    public DbSet<RemovedArticle> RemovedArticles => Set<RemovedArticle>();

    /// <summary>Articles that people merged.</summary>
    public DbSet<ArticleMerge> Merges => Set<ArticleMerge>();

    /// <summary>Rows as they were before runs changed them.</summary>
    public DbSet<FormerRow> FormerRows => Set<FormerRow>();

    /// <summary>Bytes that automatic imports leave alone.</summary>
    public DbSet<UndoneFile> UndoneFiles => Set<UndoneFile>();

    /// <summary>What people did; <see cref="Auditing.AuditLog"/> alone writes it.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>One-time links that can still be used.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Every catalogue that was ever in force.</summary>
    public DbSet<SavedCatalogue> SavedCatalogues => Set<SavedCatalogue>();

    /// <summary>Where people are signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>The articles that may be shown: those that nobody hid. Whatever people see is read from here, or by way of the article index.</summary>
    public IQueryable<Article> ShownArticles => Articles.Where(article => !HiddenArticles.Any(hidden => hidden.ArticleId == article.Id));

    /// <summary>The keys of the articles that a run brought: no earlier run saw them.</summary>
    /// <param name="runId">The run.</param>
    public IQueryable<long> BroughtBy(long runId) => Sightings
        .Where(sighting => sighting.RunId == runId && !Sightings.Any(other => other.ArticleId == sighting.ArticleId && other.RunId < runId))
        .Select(sighting => sighting.ArticleId)
        .Distinct();

    /// <summary>Notes within a transaction that articles went, or came back, without being written: every process then reads the article index anew.</summary>
    /// <param name="cancellation">Stops before anything is noted.</param>
    public async Task TakeAwayAsync(CancellationToken cancellation)
    {
        var version = await MoveOnAsync(cancellation);
        // An index of an earlier state is only extended by what was written since, which tells nothing of what went: no earlier state is known any more.
        await DataChanges.Where(change => change.Version < version).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The states that it went through.</summary>
    public DbSet<DataChange> DataChanges => Set<DataChange>();

    /// <summary>Notes within a transaction that it changes what people see; call it before rows are written that say in which state they changed.</summary>
    /// <param name="cancellation">Stops before anything is noted.</param>
    /// <returns>The state that the transaction leads to.</returns>
    public async Task<long> MoveOnAsync(CancellationToken cancellation)
    {
        await States.ExecuteUpdateAsync(set => set.SetProperty(state => state.DataVersion, state => state.DataVersion + 1), cancellation);
        var version = await States.Select(state => state.DataVersion).SingleAsync(cancellation);
        await Database.ExecuteSqlAsync($"INSERT INTO \"DataChanges\" (\"Version\", \"Stamp\") VALUES ({version}, {Random.Shared.NextInt64()})", cancellation);
        return version;
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NewsContext).Assembly);
    }
}
