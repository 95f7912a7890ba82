using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage;

/// <summary>A migrated database in a file of its own, and the queries on it.</summary>
public sealed class TestStore : IAsyncLifetime
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newstracker-");
    readonly Dictionary<string, long> _companies = [];
    readonly Dictionary<string, long> _topics = [];
    readonly Dictionary<string, long> _providers = [];

    public TestStore()
    {
        Database = new NewsDatabase(Path.Combine(_folder.FullName, "news.db"));
        Indexes = new ArticleIndexes(Database, NullLogger<ArticleIndexes>.Instance);
        Articles = new ArticleQueries(Database, Indexes);
        Tags = new TagQueries(Database, Indexes);
        Runs = new RunQueries(Database, Indexes);
        Check = new IntegrityCheck(Database, Indexes);
    }

    public NewsDatabase Database { get; }
    public ArticleIndexes Indexes { get; }
    public ArticleQueries Articles { get; }
    public TagQueries Tags { get; }
    public RunQueries Runs { get; }
    public IntegrityCheck Check { get; }

    public static string[] OwnTopics { get; } = ["funding", "lawsuits", "privacy"];

    public async ValueTask InitializeAsync()
    {
        await Database.MigrateAsync(TestContext.Current.CancellationToken);
        await using var context = Database.Open();
        context.Add(new ImportRun
        {
            Id = 1,
            StartedBy = "test",
            State = RunState.Completed,
            FinishedAt = new DateTime(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc),
            Roots = ["seeds"],
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal async Task AddAsync(params IEnumerable<TestArticle> articles)
    {
        await using var context = Database.Open();
        foreach (var article in articles) AddTo(context, article);
        await CommitAsync(context);
    }

    /// <summary>Saves as a commit that people see, and refreshes the index.</summary>
    internal async Task CommitAsync(NewsContext context)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var version = await context.MoveOnAsync(cancellation);
        foreach (var row in context.ChangeTracker.Entries<Article>()) row.Entity.ChangedIn = version;
        await context.SaveChangesAsync(cancellation);
        await Indexes.RefreshAsync(cancellation);
    }

    void AddTo(NewsContext context, TestArticle article)
    {
        var bytes = Encoding.UTF8.GetBytes($"{article.Id} {article.Title}");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        context.Add(Row(article, article.Provider is { } domain ? ProviderId(context, domain) : null));
        context.Add(new Document
        {
            Id = article.Id,
            Sha256 = sha256,
            Length = bytes.Length,
            Encoding = "utf-8",
            Format = article.Format,
            Content = OriginalBytes.Pack(bytes),
        });
        context.Add(new TrackedFile
        {
            Id = article.Id,
            FullPath = $"/{article.Id}.txt",
            Path = $"{article.Id}.txt",
            DocumentId = article.Id,
            Sha256 = sha256,
            ArticleId = article.Id,
        });
        context.Add(new Sighting
        {
            Id = article.Id,
            ArticleId = article.Id,
            Fingerprint = "",
            FileId = article.Id,
            DocumentId = article.Id,
            RunId = 1,
            SeenAt = article.AddedAt,
        });
        AddLinks(context, article);
    }

    static Article Row(TestArticle article, long? provider) => new()
    {
        Id = article.Id,
        Fingerprint = "f",
        TaggedWith = "c",
        Origin = article.Origin,
        Slug = Slugs.From(article.Title),
        Title = article.Title,
        Excerpt = article.Excerpt,
        Body = article.Body,
        ProviderId = provider,
        ProviderName = article.Provider is null ? null : $"The {article.Provider}",
        ProviderSource = article.Provider is null ? null : ValueSource.Declared,
        PublishedAt = article.Published.At,
        PublishedDay = article.Published.Day,
        PublishedPrecision = article.Published.Precision,
        PublishedSource = article.Published.Source,
        PublishedEvidence = article.Published.Evidence,
        DateCandidates = article.DateCandidates,
        Scope = article.Scope,
        ScopeSource = ValueSource.Inferred,
        Type = article.Type,
        Category = "news",
        Language = article.Language,
        Quality = article.Quality,
        Heat = article.Heat,
        Promoted = article.Promoted,
        Secured = "never shown",
        SightingId = article.Id,
        AddedAt = article.AddedAt,
        UpdatedAt = article.AddedAt,
    };

    void AddLinks(NewsContext context, TestArticle article)
    {
        foreach (var slug in article.Subjects) context.Add(Tag(context, article.Id, slug, CompanyRole.Subject));
        foreach (var slug in article.Mentions.Except(article.Subjects)) context.Add(Tag(context, article.Id, slug, CompanyRole.Mention));
        foreach (var (position, slug) in article.Topics.Index())
            context.Add(new ArticleTopic { ArticleId = article.Id, TopicId = TopicId(context, slug), Position = position, Source = ValueSource.Inferred });
        foreach (var (position, related) in article.Related.Index())
            context.Add(new RelatedLink { ArticleId = article.Id, Position = position, RelatedId = related });
    }

    ArticleCompany Tag(NewsContext context, long article, string slug, CompanyRole role) => new()
    {
        ArticleId = article,
        CompanyId = Id(_companies, slug, id => context.Add(new Company { Id = id, Slug = slug, Name = slug.ToUpperInvariant(), InCatalogue = true })),
        Role = role,
        Mentions = role == CompanyRole.Subject ? 3 : 1,
        Source = ValueSource.Inferred,
        Forms = [slug],
    };

    long TopicId(NewsContext context, string slug) => Id(_topics, slug, id =>
        context.Add(new Topic { Id = id, Slug = slug, Name = slug, Position = OwnTopics.Contains(slug) ? Array.IndexOf(OwnTopics, slug) : null }));

    long ProviderId(NewsContext context, string domain) => Id(_providers, domain, id =>
        context.Add(new Provider { Id = id, Domain = domain, Name = domain }));

    static long Id(Dictionary<string, long> known, string slug, Action<long> add)
    {
        if (known.TryGetValue(slug, out var id)) return id;
        id = known.Count + 1;
        known.Add(slug, id);
        add(id);
        return id;
    }
}
