using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Benchmarks.Synthetic;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Benchmarks.Load;

/// <summary>
/// Writes all-new articles as an import does: batches of 100 files with ten articles each, read and understood beforehand, are planned and applied. Right after each
/// batch the same rows go into a second database by SQLite's own means, in one transaction too, so that whatever slows the machine slows both.
/// </summary>
/// <param name="articles">How many.</param>
/// <param name="seed">Of the articles.</param>
/// <param name="report">Where the figures go.</param>
sealed class WriteLoad(int articles, int seed, TextWriter report)
{
    const int BatchFiles = 100;
    const int Related = 9;
    const double Goal = .5;

    static readonly string[] Phrases = ["closes a funding round", "facial recognition is banned", "a data breach", "is sued over privacy"];

    readonly SyntheticArticles _made = new(seed);
    (TimeSpan Planning, TimeSpan Applying) _took;

    /// <summary>Runs it.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        using var tracker = new NewsDatabase(Path.Combine(place.Path, "tracker.db"));
        using var other = new NewsDatabase(Path.Combine(place.Path, "raw.db"));
        await tracker.MigrateAsync(cancellation);
        await other.MigrateAsync(cancellation);
        await using var reading = tracker.Open();
        await using var writing = other.Open();
        using var copy = new RawCopy(await ConnectionAsync(reading, cancellation), await ConnectionAsync(writing, cancellation));
        await WriteAsync(tracker, copy, cancellation);
        var (stored, copied) = (await reading.Articles.CountAsync(cancellation), await writing.Articles.CountAsync(cancellation));
        await TellAsync(stored, copy);
        SqliteConnection.ClearAllPools();
        return stored == articles && copied == articles ? 0 : 1;
    }

    async Task WriteAsync(NewsDatabase database, RawCopy copy, CancellationToken cancellation)
    {
        var catalogues = new CatalogueStore(database, TimeProvider.System);
        await catalogues.EnsureLoadedAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue"), cancellation);
        var catalogue = await catalogues.LoadAsync(cancellation);
        var ingestor = new Ingestor(CompiledCatalogue.Compile(catalogue), new IngestionLimits());
        var run = new ImportRun { Kind = RunKind.Import, StartedBy = "write-load", StartedAt = TimeProvider.System.GetUtcNow().UtcDateTime, Roots = [] };
        var runId = await new ImportLockKeeper(database, TimeProvider.System).AcquireAsync(run, cancellation);
        copy.Copy(timed: false);

        await using var readContext = database.Open();
        await using var writeContext = database.Open();
        var planner = new ImportPlanner(readContext, ingestor, await RowKeys.LoadAsync(readContext, cancellation), runId, TimeProvider.System);
        using var writer = new BatchWriter(writeContext, ingestor, TimeProvider.System) { KeepsFormer = true };
        var tally = new RunTally(articles, TimeProvider.System);
        foreach (var files in SyntheticFiles.Make(() => Naming(catalogue.Companies), articles / (Related + 1), seed, Related).Chunk(BatchFiles))
        {
            List<ReadFile> batch = [.. files.AsParallel().AsOrdered().Select(file => Read(ingestor, file.Name, file.Text))];
            var start = Stopwatch.GetTimestamp();
            var plan = await planner.PlanAsync(batch, cancellation);
            var planned = Stopwatch.GetTimestamp();
            tally.Add(plan);
            await writer.ApplyAsync(plan, runId, tally.Progress, cancellation);
            planner.Applied();
            _took = (_took.Planning + Stopwatch.GetElapsedTime(start, planned), _took.Applying + Stopwatch.GetElapsedTime(planned));
            copy.Copy();
        }
    }

    /// <summary>An article that names the companies which it is about, so that it is tagged as real ones are.</summary>
    SyntheticArticle Naming(IReadOnlyList<CatalogueCompany> companies)
    {
        var article = _made.Next();
        var names = article.Companies.Select(rank => companies[rank % companies.Count].Name).Where(name => name.All(letter => letter is ' ' || char.IsAsciiLetterOrDigit(letter)));
        return article with { Excerpt = $"{article.Excerpt}. {string.Join(" and ", names)} {Phrases[article.Topics[0] % Phrases.Length]}." };
    }

    static ReadFile Read(Ingestor ingestor, string name, string text)
    {
        var file = Specimens.Of($"{name}.txt", Encoding.UTF8.GetBytes(text));
        var reading = ingestor.IngestOwn(file);
        var draft = reading.Draft ?? throw new InvalidOperationException(reading.Rejection!.Message);
        var content = new ReadContent(file.Sha256, file.Bytes.Length, OriginalBytes.Pack(file.Bytes), reading.Encoding, reading.Format);
        return new($"/write-load/{file.Path}", file.Path, null, content, EntryReading.Of(draft), [.. draft.Related.Select(EntryReading.Of)], null);
    }

    static async Task<SqliteConnection> ConnectionAsync(NewsContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        return (SqliteConnection)context.Database.GetDbConnection();
    }

    async Task TellAsync(int stored, RawCopy copy)
    {
        var (tracker, raw) = (stored / _took.Applying.TotalSeconds, stored / copy.Took.TotalSeconds);
        var both = stored / (_took.Planning + _took.Applying).TotalSeconds;
        await report.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {stored} articles of {articles}, {copy.Rows / (double)stored:F1} rows each
            written by the tracker: {tracker:N0} articles/s ({_took.Applying.TotalSeconds:F1} s)
            the same rows by prepared inserts: {raw:N0} articles/s ({copy.Took.TotalSeconds:F1} s)
            ratio {tracker / raw:F2} (goal {Goal:F1})
            planned before (known articles looked up, listed ones tagged): {stored / _took.Planning.TotalSeconds:N0} articles/s ({_took.Planning.TotalSeconds:F1} s); planned and written {both:N0} articles/s, ratio {both / raw:F2}
            """));
    }
}
