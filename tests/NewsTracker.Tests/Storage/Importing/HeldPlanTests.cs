using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Benchmarks;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Importing;

/// <summary>What a preview shows is what applying it does, or nothing is done; a seeded tenth of what <c>NewsTracker.Benchmarks -- preview</c> does.</summary>
public sealed class HeldPlanTests : IAsyncLifetime
{
    static readonly string[] Names = ["SenseTime", "Megvii", "Clearview AI", "NEC", "IDEMIA", "CloudWalk", "Oosto"];

    readonly Tracker _tracker = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _tracker.InitializeAsync();

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Preview_and_apply_agree_in_every_count_and_field(int seed)
    {
        PutMany(seed, 400);
        await _tracker.ImportAsync();
        var made = FolderChanges.Make(_tracker.Inbox, new Random(seed), (40, 10, 6, 4));

        var preview = await _tracker.ImportAsync(dryRun: true);
        var applied = await ApplyAsync(preview);

        Assert.Equal(RunState.Completed, applied.State);
        Assert.Equal(preview.Totals with { Elapsed = default }, applied.Totals with { Elapsed = default });
        Assert.Equal(6, preview.Totals.Rejected);
        Assert.InRange(preview.Totals.Updated, 40, 60);
        Assert.All(preview.Files.Zip(applied.Files), pair => Assert.True(pair.First.SaysTheSameAs(pair.Second), pair.First.Path));
        Assert.Equal(made.Renamed.Select(Path.GetFileName).Order(StringComparer.Ordinal), preview.Moves.Renamed.Select(file => file.To).Order(StringComparer.Ordinal));
        Assert.All(preview.Moves.Renamed, file => Assert.Equal($"renamed-{file.From}", file.To));
        Assert.Equal(made.Removed.Select(Path.GetFileName).Order(StringComparer.Ordinal), preview.Moves.Gone);
        await AssertReceiptsAsync(preview, applied.RunId!.Value);
        var articles = (await _tracker.ArticlesAsync()).ToDictionary(article => article.Id);
        Assert.All(
            preview.Files.SelectMany(file => file.Changes.Where(change => change.Field == "title").Select(change => (file.ArticleId, change.New))),
            change => Assert.Equal(change.New, articles[change.ArticleId!.Value].Title));
        var again = await _tracker.ImportAsync(dryRun: true);
        Assert.Equal((0, 0), (again.Totals.Added, again.Totals.Updated));
        Assert.Empty(again.Moves.Renamed);
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_is_named_and_nothing_is_imported()
    {
        PutMany(3, 20);
        var preview = await _tracker.ImportAsync(dryRun: true);
        File.AppendAllText(Path.Combine(_tracker.Inbox, "0007.md"), "\nOne more word.\n");
        File.Delete(Path.Combine(_tracker.Inbox, "0011.md"));

        var refusal = await Assert.ThrowsAsync<StoreException>(() => ApplyAsync(preview));

        Assert.Equal("“0007.md” changed, “0011.md” went since the preview was made, so nothing was imported. Make a new preview.", refusal.Message);
        Assert.Empty(await _tracker.ArticlesAsync());
        Assert.Empty(await _tracker.ReadAsync(context => context.Runs.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_file_that_came_meanwhile_waits_for_the_next_preview()
    {
        PutMany(3, 5);
        var preview = await _tracker.ImportAsync(dryRun: true);
        _tracker.Put("later.md", "---\ntitle: \"It came later\"\nwebUrl: \"https://example.com/later\"\n---\n");

        var applied = await ApplyAsync(preview);

        Assert.Equal(5, applied.Totals.Found);
        Assert.Equal(1, (await _tracker.ImportAsync(dryRun: true)).Totals.Added);
    }

    [Fact]
    public async Task A_run_between_preview_and_apply_refuses_even_where_it_changed_no_article()
    {
        PutMany(3, 5);
        await _tracker.ImportAsync();
        File.AppendAllText(Path.Combine(_tracker.Inbox, "0001.md"), "\nOne more word.\n");
        var preview = await _tracker.ImportAsync(dryRun: true);
        await _tracker.Importer.RunAsync(new ImportRequest([Path.Combine(_tracker.Inbox, "0002.md")], false, "test"), null, Cancellation);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => ApplyAsync(preview));

        Assert.StartsWith("Run 2 ended since the preview was made", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_between_preview_and_apply_refuses_and_a_new_preview_shows_that_it_stays()
    {
        PutMany(3, 5);
        await _tracker.ImportAsync();
        var article = (await _tracker.ArticlesAsync()).First(article => article.Origin == ArticleOrigin.File);
        var file = Path.Combine(_tracker.Inbox, await _tracker.ReadAsync(context => context.Files.Where(file => file.ArticleId == article.Id).Select(file => file.Path).SingleAsync(Cancellation)));
        File.WriteAllText(file, File.ReadAllText(file).Replace("title: \"", "title: \"Now the file says ", StringComparison.Ordinal));
        var stale = await _tracker.ImportAsync(dryRun: true);
        await CorrectAsync(article, "As a person said");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => ApplyAsync(stale));
        Assert.StartsWith("Articles were corrected, hidden or shown again since", refusal.Message, StringComparison.Ordinal);
        var preview = await _tracker.ImportAsync(dryRun: true);
        var report = preview.Files.Single(report => report.Path == Path.GetFileName(file));
        Assert.Equal(new KeptCorrection(article.Id, "title", "As a person said", $"Now the file says {article.Title}", "editor"), Assert.Single(report.Kept));
        Assert.DoesNotContain(report.Changes, change => change.Field == "title");

        await ApplyAsync(preview);
        Assert.Equal("As a person said", (await _tracker.ArticlesAsync()).Single(stored => stored.Id == article.Id).Title);
    }

    [Fact]
    public async Task A_correction_that_one_file_agrees_with_and_a_later_one_does_not_is_previewed_as_it_is_applied()
    {
        // Two files of one article, in two batches: the first retires the correction, so the second has its way.
        PutMany(3, 120);
        File.WriteAllText(Path.Combine(_tracker.Inbox, "0000.md"), Own("Megvii opens a lab in Paris"));
        File.WriteAllText(Path.Combine(_tracker.Inbox, "zzzz.md"), Own("Megvii opens a lab in Paris"));
        await _tracker.ImportAsync();
        var article = (await _tracker.ArticlesAsync()).Single(article => article.Title == "Megvii opens a lab in Paris");
        await CorrectAsync(article, "Megvii opens a lab in Lyon");
        File.WriteAllText(Path.Combine(_tracker.Inbox, "0000.md"), Own("Megvii opens a lab in Lyon"));
        File.WriteAllText(Path.Combine(_tracker.Inbox, "zzzz.md"), Own("Megvii opens a lab in Nice"));

        var preview = await _tracker.ImportAsync(dryRun: true);
        var applied = await ApplyAsync(preview);

        Assert.Equal(RunState.Completed, applied.State);
        Assert.Equal("Megvii opens a lab in Nice", (await _tracker.ArticlesAsync()).Single(stored => stored.Id == article.Id).Title);
    }

    [Fact]
    public async Task A_file_that_changes_while_the_plan_is_applied_stops_it_there_and_what_was_written_is_as_shown()
    {
        PutMany(5, 450);
        var preview = await _tracker.ImportAsync(dryRun: true);
        var request = ImportRequest.Applying(preview.Plan!, "test");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => _tracker.Importer.RunAsync(request, new Meddler(Path.Combine(_tracker.Inbox, "0440.md")), Cancellation));

        Assert.Contains("“0440.md”", refusal.Message, StringComparison.Ordinal);
        var run = await _tracker.ReadAsync(context => context.Runs.SingleAsync(Cancellation));
        Assert.Equal((RunState.Failed, 400), (run.State, run.Added));
    }

    Task<ImportReport> ApplyAsync(ImportReport preview) => _tracker.Importer.RunAsync(ImportRequest.Applying(preview.Plan!, "test"), null, Cancellation);

    async Task CorrectAsync(Article article, string title)
    {
        var desk = new CorrectionDesk(_tracker.Database, _tracker.Catalogues, Tracker.Limits, TimeProvider.System);
        var corrected = new ArticleDraft { Title = title, TitleSource = TitleSource.Correction };
        Assert.True(await desk.CorrectAsync(article.Id, CorrectableField.Find("title")!, corrected, null, "editor", Cancellation));
    }

    async Task AssertReceiptsAsync(ImportReport preview, long runId)
    {
        var receipts = await _tracker.ReadAsync(context => context.Receipts.Where(receipt => receipt.RunId == runId).OrderBy(receipt => receipt.Id).ToListAsync(Cancellation));
        Assert.Equal(
            preview.Files.Select(file => $"{file.Path} {file.Outcome} {file.Rejection?.Code} {file.Rejection?.Line} {string.Join(',', file.Changes.Select(change => change.Field))}"),
            receipts.Select(receipt => $"{receipt.Path} {receipt.Outcome} {receipt.Code} {receipt.Line} {string.Join(',', receipt.Fields)}"));
    }

    static string Own(string title) => $"---\ntitle: \"{title}\"\nwebUrl: \"https://example.com/own\"\n---\n";

    // Articles that list one another, and others known only through lists.
    void PutMany(int seed, int count)
    {
        var random = new Random(seed);
        for (var number = 0; number < count; number++)
        {
            var related = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Listed(random.Next(count * 2))));
            _tracker.Put(string.Create(CultureInfo.InvariantCulture, $"{number:0000}.md"), $"""
                ---
                title: "{Names[random.Next(Names.Length)]} and {Names[random.Next(Names.Length)]} sign contract {number}"
                excerpt: "The deal of {random.Next(1, 900)} million dollars with {Names[random.Next(Names.Length)]} covers face recognition."
                publishedDateTime: 20{random.Next(15, 24)}-0{random.Next(1, 10)}-1{random.Next(10)}T08:00:00Z
                webUrl: "https://example.com/{number}"
                {(related.Length == 0 ? "type: article" : $"related:\n{related.TrimEnd()}")}
                ---

                Police in city {number} will use cameras by {Names[random.Next(Names.Length)]} at airport {random.Next(50)}.

                """);
        }
    }

    static string Listed(int number) => $"  - title: \"Listed story {number}\"\n    webUrl: \"https://example.com/{number}\"\n    type: article\n";

    /// <summary>Changes a file once the first batch is written.</summary>
    sealed class Meddler(string file) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done == 100) File.AppendAllText(file, "\nMeanwhile.\n");
        }
    }
}
