using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Undoing;

public sealed class UndoerTests : IAsyncLifetime
{
    readonly UndoBench _bench = new();

    Tracker Tracker => _bench.Tracker;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _bench.InitializeAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    /// <summary>Two articles, one of which lists a third.</summary>
    async Task<long> ImportFirstAsync()
    {
        Tracker.Put("a.txt", UndoBench.File("a", "Megvii raises $40 million for facial recognition", "Megvii raised it from a bank.", "c"));
        Tracker.Put("b.txt", UndoBench.File("b", "An airport tries facial recognition"));
        return await _bench.ImportAsync();
    }

    [Fact]
    public async Task A_run_that_added_and_changed_is_undone_to_the_same_export_and_the_older_files_are_unchanged_to_the_next_import()
    {
        await ImportFirstAsync();
        var before = await _bench.ExportAsync();
        var (a, b) = (await System.IO.File.ReadAllTextAsync(Path.Combine(Tracker.Inbox, "a.txt"), Cancellation), await System.IO.File.ReadAllTextAsync(Path.Combine(Tracker.Inbox, "b.txt"), Cancellation));
        Tracker.Put("a.txt", UndoBench.File("a", "Megvii raises $50 million", "Another text of Clearview AI.", "d", "b"));
        Tracker.Put("c.txt", UndoBench.File("c", "The third has a file now", "Its text."));
        Tracker.Put("e.txt", UndoBench.File("e", "All new", null, "a", "f"));
        var run = await _bench.ImportAsync();
        Assert.NotEqual(before, await _bench.ExportAsync());

        var plan = await _bench.Undoer.PlanAsync(run, Cancellation);
        var report = await _bench.Undoer.ApplyAsync(plan, "test", Cancellation);

        Assert.Equal((3, 2, 3), (plan.Removed, plan.Returned, plan.Files));
        Assert.Equal((3, 2, RunState.Completed), (report.Removed, report.Returned, report.State));
        Assert.Equal(before, await _bench.ExportAsync());
        Assert.Empty((await new IntegrityCheck(Tracker.Database, _bench.Indexes).RunAsync(Cancellation)).Problems);
        Tracker.Put("a.txt", a);
        Tracker.Put("b.txt", b);
        System.IO.File.Delete(Path.Combine(Tracker.Inbox, "c.txt"));
        System.IO.File.Delete(Path.Combine(Tracker.Inbox, "e.txt"));
        Assert.All((await Tracker.ImportAsync()).Files, file => Assert.Equal(FileOutcome.Unchanged, file.Outcome));
        Assert.Equal(before, await _bench.ExportAsync());
    }

    [Fact]
    public async Task Second_files_of_an_article_copies_and_new_words_about_a_listed_one_are_undone_to_the_same_export()
    {
        await ImportFirstAsync();
        Tracker.Put("copy.txt", await System.IO.File.ReadAllTextAsync(Path.Combine(Tracker.Inbox, "b.txt"), Cancellation));
        await _bench.ImportAsync();
        var before = await _bench.ExportAsync();
        Tracker.Put("a-again.txt", UndoBench.File("a", "Megvii raises $40 million for facial recognition", "Megvii raised it from a bank, and SenseTime from another one."));
        Tracker.Put("copied.txt", await System.IO.File.ReadAllTextAsync(Path.Combine(Tracker.Inbox, "a.txt"), Cancellation));
        Tracker.Put("h.txt", UndoBench.File("h", "Lists", null, "c").Replace("Listed c", "Clearview AI is listed otherwise", StringComparison.Ordinal));
        var run = await _bench.ImportAsync();
        Assert.Contains("Clearview AI is listed otherwise", await _bench.ExportAsync(), StringComparison.Ordinal);

        var report = await _bench.UndoAsync(run);

        Assert.Equal((1, 2), (report.Removed, report.Returned));
        Assert.Equal(before, await _bench.ExportAsync());
        foreach (var added in (string[])["a-again.txt", "copied.txt", "h.txt"]) System.IO.File.Delete(Path.Combine(Tracker.Inbox, added));
        Assert.All((await Tracker.ImportAsync()).Files, file => Assert.Equal(FileOutcome.Unchanged, file.Outcome));
        Assert.Equal(before, await _bench.ExportAsync());
    }

    [Fact]
    public async Task Ids_are_never_given_again_and_old_addresses_are_known_as_gone()
    {
        var run = await ImportFirstAsync();
        await _bench.UndoAsync(run);
        Assert.Empty(await Tracker.ArticlesAsync());

        await _bench.ImportAsync();

        Assert.Equal([4, 5, 6], (await Tracker.ArticlesAsync()).Select(article => article.Id));
        Assert.True(await _bench.Articles.IsGoneAsync(1, Cancellation));
        Assert.False(await _bench.Articles.IsGoneAsync(4, Cancellation));
        Assert.False(await _bench.Articles.IsGoneAsync(7, Cancellation));
    }

    [Fact]
    public async Task A_run_that_a_later_one_builds_on_says_which_and_stays_until_that_one_is_undone()
    {
        var first = await ImportFirstAsync();
        var empty = await _bench.ExportAsync();
        Tracker.Put("e.txt", UndoBench.File("e", "All new", null, "b"));
        var second = await _bench.ImportAsync();
        var after = await _bench.ExportAsync();

        var refusal = await Assert.ThrowsAsync<StoreException>(() => _bench.UndoAsync(first));

        Assert.Contains($"Later runs build on run {first}, so nothing was undone: run {second} (an import by test", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(after, await _bench.ExportAsync());
        await _bench.UndoAsync(second);
        Assert.Equal(empty, await _bench.ExportAsync());
        await _bench.UndoAsync(first);
        Assert.Empty(await Tracker.ArticlesAsync());
    }

    [Fact]
    public async Task What_cannot_be_undone_is_refused_with_a_reason()
    {
        var first = await ImportFirstAsync();
        var undo = (await _bench.UndoAsync(first)).RunId;
        Assert.Contains($"was undone already, by run {undo}", (await Assert.ThrowsAsync<StoreException>(() => _bench.UndoAsync(first))).Message, StringComparison.Ordinal);
        Assert.Contains("is itself the undo", (await Assert.ThrowsAsync<StoreException>(() => _bench.UndoAsync(undo))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no run 99", (await Assert.ThrowsAsync<StoreException>(() => _bench.UndoAsync(99))).Message, StringComparison.Ordinal);

        var again = await _bench.ImportAsync();
        var plan = await _bench.Undoer.PlanAsync(again, Cancellation);
        await Tracker.RetagAsync();
        Assert.Contains("Articles or the catalogue changed", (await Assert.ThrowsAsync<StoreException>(() => _bench.Undoer.ApplyAsync(plan, "test", Cancellation))).Message, StringComparison.Ordinal);
        Assert.Contains("(a retag by test", (await Assert.ThrowsAsync<StoreException>(() => _bench.UndoAsync(again))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_on_an_article_that_goes_waits_and_applies_when_it_returns()
    {
        var run = await ImportFirstAsync();
        await CorrectTitleAsync(1, "As a person wrote it");

        var plan = await _bench.Undoer.PlanAsync(run, Cancellation);
        await _bench.Undoer.ApplyAsync(plan, "test", Cancellation);
        await _bench.ImportAsync();

        Assert.Equal((1, "title", "test"), Assert.Single(plan.Corrections) is var parked ? (parked.ArticleId, parked.Field, parked.MadeBy) : default);
        var returned = Assert.Single(await Tracker.ArticlesAsync(), article => article.Title == "As a person wrote it");
        Assert.Equal("example.com/a", returned.UrlKey);
        Assert.Equal(returned.Id, (await Tracker.ReadAsync(context => context.Corrections.SingleAsync(Cancellation))).ArticleId);
    }

    [Fact]
    public async Task A_correction_made_after_the_run_stands_on_the_article_whose_values_return()
    {
        await ImportFirstAsync();
        Tracker.Put("a.txt", UndoBench.File("a", "Another title", "Another text."));
        var run = await _bench.ImportAsync();
        await CorrectTitleAsync(1, "As a person wrote it");

        await _bench.UndoAsync(run);

        var article = (await Tracker.ArticlesAsync())[0];
        Assert.Equal(("As a person wrote it", "Megvii raised it from a bank."), (article.Title, article.Body));
    }

    [Fact]
    public async Task A_correction_that_the_runs_file_agreed_with_is_in_force_again()
    {
        await ImportFirstAsync();
        await CorrectTitleAsync(1, "As a person wrote it");
        var before = (await _bench.ExportAsync(), await CorrectionAsync());
        Tracker.Put("a.txt", UndoBench.File("a", "As a person wrote it", "Megvii raised it from a bank.", "c"));
        var run = await _bench.ImportAsync();
        Assert.NotNull((await CorrectionAsync()).RetiredAt);

        await _bench.UndoAsync(run);

        Assert.Equal(before, (await _bench.ExportAsync(), await CorrectionAsync()));
    }

    [Fact]
    public async Task What_was_undone_stays_out_of_automatic_imports_until_a_person_imports_it()
    {
        await ImportFirstAsync();
        var before = await _bench.ExportAsync();
        Tracker.Put("a.txt", UndoBench.File("a", "Another title"));
        Tracker.Put("e.txt", UndoBench.File("e", "All new"));
        await _bench.UndoAsync(await _bench.ImportAsync());
        var changes = new ChangedFiles(Tracker.Database, Tracker.Limits);

        var automatic = await Tracker.Importer.RunAsync(new ImportRequest([Tracker.Inbox], false, "start", WithoutUndone: true), null, Cancellation);

        Assert.Equal(0, await changes.CountAsync([Tracker.Inbox], Cancellation));
        Assert.Equal((2, 3), (automatic.Files.Count(file => file.Warnings.Count == 1), automatic.Totals.Unchanged));
        Assert.Equal(before, await _bench.ExportAsync());
        Tracker.Put("g.txt", UndoBench.File("g", "Never undone"));
        Assert.Equal(1, await changes.CountAsync([Tracker.Inbox], Cancellation));
        System.IO.File.Delete(Path.Combine(Tracker.Inbox, "g.txt"));
        var byHand = await Tracker.ImportAsync();
        Assert.Equal((1, 1), (byHand.Totals.Added, byHand.Totals.Updated));
        Assert.Equal(["a.txt", "e.txt"], byHand.Files.Where(file => file.Warnings.Any(warning => warning.Code == WarningCode.FileTakenAgain)).Select(file => Path.GetFileName(file.Path)));
        Assert.Empty(await Tracker.ReadAsync(context => context.UndoneFiles.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task The_history_tells_it()
    {
        var run = await ImportFirstAsync();
        var undo = (await _bench.UndoAsync(run)).RunId;

        var runs = await Tracker.ReadAsync(context => context.Runs.AsNoTracking().OrderBy(found => found.Id).ToListAsync(Cancellation));
        Assert.Equal([(RunKind.Import, null, undo), (RunKind.Undo, (long?)run, (long?)null)], runs.Select(found => (found.Kind, found.Undoes, found.UndoneBy)));
        Assert.Equal((3, RunState.Completed), (runs[1].Removed, runs[1].State));
        var receipts = await Tracker.ReadAsync(context => context.Receipts.AsNoTracking().Where(receipt => receipt.RunId == undo).OrderBy(receipt => receipt.Path).ToListAsync(Cancellation));
        Assert.Equal([("a.txt", FileOutcome.Removed), ("b.txt", FileOutcome.Removed)], receipts.Select(receipt => (receipt.Path, receipt.Outcome)));
        Assert.Empty(await Tracker.ReadAsync(context => context.Documents.ToListAsync(Cancellation)));
    }

    Task<(string? Then, string? Now, DateTime? RetiredAt)> CorrectionAsync() => Tracker.ReadAsync(async context =>
    {
        var correction = await context.Corrections.AsNoTracking().SingleAsync(Cancellation);
        return (correction.DeclaredThen, correction.DeclaredNow, correction.RetiredAt);
    });

    async Task CorrectTitleAsync(long id, string title)
    {
        var desk = new CorrectionDesk(Tracker.Database, Tracker.Catalogues, Tracker.Limits, TimeProvider.System);
        Assert.True(await desk.CorrectAsync(id, CorrectableField.Find("title")!, new ArticleDraft { Title = title }, null, "test", Cancellation));
    }
}
