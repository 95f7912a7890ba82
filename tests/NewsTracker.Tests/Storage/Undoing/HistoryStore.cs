using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Hiding;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Merging;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Retagging;
using NewsTracker.Storage.Undoing;

namespace NewsTracker.Tests.Storage.Undoing;

/// <summary>A real tracker for random histories, in a folder of its own.</summary>
sealed class HistoryStore : IDisposable
{
    const string By = "test";

    static readonly IngestionLimits Limits = new();

    readonly string _inbox;
    readonly NewsDatabase _database;
    readonly ArticleIndexes _indexes;
    readonly ArticleQueries _articles;
    readonly Importer _importer;
    readonly Undoer _undoer;
    readonly Retagger _retagger;
    readonly ArticleHider _hider;
    readonly CorrectionDesk _corrections;
    readonly CancellationToken _cancellation;

    public HistoryStore(string folder, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName;
        _database = new NewsDatabase(Path.Combine(folder, "news.db"));
        var (catalogues, locks) = (new CatalogueStore(_database, TimeProvider.System), new ImportLockKeeper(_database, TimeProvider.System));
        _indexes = new ArticleIndexes(_database, NullLogger<ArticleIndexes>.Instance);
        _articles = new ArticleQueries(_database, _indexes);
        _importer = new Importer(_database, catalogues, locks, Limits, TimeProvider.System, NullLogger<Importer>.Instance);
        _undoer = new Undoer(_database, catalogues, locks, Limits, TimeProvider.System);
        _retagger = new Retagger(_database, catalogues, locks, Limits, TimeProvider.System);
        _hider = new ArticleHider(_database, _indexes, TimeProvider.System);
        _corrections = new CorrectionDesk(_database, catalogues, Limits, TimeProvider.System);
        Desk = new MergeDesk(_database, catalogues, locks, _indexes, Limits, TimeProvider.System);
        Merges = new MergeQueries(_database);
    }

    public MergeDesk Desk { get; }

    public MergeQueries Merges { get; }

    public void Dispose()
    {
        _database.Dispose();
    }

    /// <summary>Makes an empty database that others are copied from.</summary>
    public static async Task MakeAsync(string path, string catalogue, CancellationToken cancellation)
    {
        using var database = new NewsDatabase(path);
        await database.MigrateAsync(cancellation);
        await new CatalogueStore(database, TimeProvider.System).EnsureLoadedAsync(catalogue, cancellation);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public void Put(int file, string title) => File.WriteAllText(Path.Combine(_inbox, $"{file}.txt"), $"""
        ---
        title: "{title}"
        excerpt: "SenseTime and facial recognition, number {file}."
        webUrl: "https://example.com/{file}"
        publishedDateTime: 2021-01-0{file + 1}T00:00:00Z
        ---
        Text of number {file}.
        """);

    public async Task<long> ImportAsync() => (await _importer.RunAsync(new ImportRequest([_inbox], false, By), null, _cancellation)).RunId!.Value;

    public async Task<long> UndoAsync(long run) => (await _undoer.ApplyAsync(await _undoer.PlanAsync(run, _cancellation), By, _cancellation)).RunId;

    public async Task<long> RetagAsync() => (await _retagger.ApplyAsync(await _retagger.PlanAsync(null, _cancellation), By, null, _cancellation)).RunId;

    public Task<int> HideAsync(long id) => _hider.HideAsync([id], By, null, _cancellation);

    public Task<int> ShowAsync(long id) => _hider.ShowAsync([id], By, _cancellation);

    public Task CorrectAsync(long id, string title) =>
        _corrections.CorrectAsync(id, CorrectableField.Find("title")!, new ArticleDraft { Title = title }, null, By, _cancellation);

    /// <summary>Takes back what is in force on an article; false where nothing is.</summary>
    public async Task<bool> RevertAsync(long id)
    {
        await using var context = _database.Open();
        var inForce = await context.Corrections.Where(correction => correction.ArticleId == id && correction.RetiredAt == null).Select(correction => correction.Id).ToListAsync(_cancellation);
        return inForce is [var only] && await _corrections.RevertAsync(only, By, _cancellation) is not null;
    }

    public async Task<long?> IdAsync(int file)
    {
        await using var context = _database.Open();
        var key = $"example.com/{file}";
        return await context.Articles.Where(article => article.UrlKey == key).Select(article => (long?)article.Id).SingleOrDefaultAsync(_cancellation);
    }

    /// <summary>Where an article that was merged leads.</summary>
    public async Task<long?> LeadsToAsync(long id) => (await _articles.MergedIntoAsync(id, _cancellation))?.Id;

    /// <summary>Every article that is shown, with its whole JSON.</summary>
    public async Task<IReadOnlyList<(StoredArticle Article, string Json)>> ShownAsync()
    {
        await _indexes.RefreshAsync(_cancellation);
        List<(StoredArticle, string)> shown = [];
        await foreach (var article in _articles.ExportAsync(new ArticleFilter(), _cancellation))
            shown.Add((article, JsonSerializer.Serialize(ArticleDocument.From(article, withBody: true))));
        return shown;
    }

    public async Task<IReadOnlyList<string>> CheckAsync() => (await new IntegrityCheck(_database, _indexes).RunAsync(_cancellation)).Problems;
}
