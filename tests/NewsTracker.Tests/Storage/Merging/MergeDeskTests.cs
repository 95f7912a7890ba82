using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Merging;
using NewsTracker.Storage.Model;
using NewsTracker.Tests.Storage.Undoing;

namespace NewsTracker.Tests.Storage.Merging;

/// <summary>Two articles become one with everything that is known of them, and are two again as if nothing had been.</summary>
public sealed class MergeDeskTests : IAsyncLifetime
{
    const string Editor = "editor@example.org";

    readonly UndoBench _bench = new();
    readonly MergeDesk _desk;
    readonly MergeQueries _merges;
    readonly CorrectionDesk _corrections;

    public MergeDeskTests()
    {
        _desk = new MergeDesk(Tracker.Database, Tracker.Catalogues, Tracker.Locks, _bench.Indexes, Tracker.Limits, TimeProvider.System);
        _merges = new MergeQueries(Tracker.Database);
        _corrections = new CorrectionDesk(Tracker.Database, Tracker.Catalogues, Tracker.Limits, TimeProvider.System);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Tracker Tracker => _bench.Tracker;

    public ValueTask InitializeAsync() => _bench.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.Empty((await new IntegrityCheck(Tracker.Database, _bench.Indexes).RunAsync(Cancellation)).Problems);
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task The_older_id_stays_the_other_leads_to_it_and_the_preview_told_the_values()
    {
        await ImportTwoAsync();

        var plan = await PlanAsync();
        Assert.Equal((1, 2), (plan.Kept.Article.Id, plan.Gone.Article.Id));
        await _desk.MergeAsync(plan, "One story", Editor, Cancellation);

        var merged = Assert.Single(await Tracker.ArticlesAsync());
        Assert.Equal((1, plan.Merged!.Title, plan.Merged.Url), (merged.Id, merged.Title, merged.Url));
        Assert.Equal((1, merged.Slug), await _bench.Articles.MergedIntoAsync(2, Cancellation) is { } into ? (into.Id, into.Slug) : default);
        Assert.Equal(["b.txt", "a.txt"], _bench.Articles.Find(1)!.Sightings.Select(sighting => sighting.Path));
        Assert.Equal((2, 1, "One story", Editor), Assert.Single(await _merges.ListAsync(10, Cancellation)) is var row ? (row.GoneId, row.KeptId, row.Reason, row.MergedBy) : default);
        var entry = await Tracker.ReadAsync(context => context.AuditEntries.SingleAsync(entry => entry.Kind == AuditKind.Merged, Cancellation));
        Assert.Equal((Editor, 1, "article 2 into article 1", "One story"), (entry.Who, entry.ArticleId, entry.Subject, entry.Reason));
        Assert.Equal($"{merged.Title}, {merged.Url}", entry.After);
        Assert.Equal(
            $"article 1: {plan.Kept.Article.Values.Title}, {plan.Kept.Article.Values.Url}; article 2: {plan.Gone.Article.Values.Title}, {plan.Gone.Article.Values.Url}", entry.Before);
    }

    [Fact]
    public async Task Taken_apart_both_are_as_they_were_to_the_byte()
    {
        await ImportTwoAsync();
        Tracker.Put("c.txt", UndoBench.File("c", "Lists both", null, "b", "x", "a"));
        Tracker.Put("d.txt", UndoBench.File("d", "Lists one", null, "x", "b"));
        await _bench.ImportAsync();
        await CorrectAsync(1, "title", draft => draft with { Title = "The kept one's headline" });
        await CorrectAsync(2, "title", draft => draft with { Title = "The other's headline" });
        await CorrectAsync(2, "excerpt", draft => draft with { Excerpt = "The other's excerpt" });
        var (before, rows) = (await _bench.ExportAsync(), await CorrectionRowsAsync());

        await MergeAsync();
        Assert.NotEqual(before, await _bench.ExportAsync());
        await TakeApartAsync();

        Assert.Equal(before, await _bench.ExportAsync());
        Assert.Equal(rows, await CorrectionRowsAsync());
        Assert.Null(await _bench.Articles.MergedIntoAsync(2, Cancellation));
        Assert.All((await Tracker.ImportAsync()).Files, file => Assert.Equal(FileOutcome.Unchanged, file.Outcome));
        Assert.Equal(before, await _bench.ExportAsync());
    }

    [Fact]
    public async Task Corrections_of_both_move_the_kept_ones_wins_and_the_others_is_history()
    {
        await ImportTwoAsync();
        await CorrectAsync(1, "title", draft => draft with { Title = "The kept one's headline" });
        await CorrectAsync(2, "title", draft => draft with { Title = "The other's headline" });
        await CorrectAsync(2, "excerpt", draft => draft with { Excerpt = "The other's excerpt" });

        var plan = await PlanAsync();
        await _desk.MergeAsync(plan, null, Editor, Cancellation);

        Assert.Equal(["title"], plan.Outvoted);
        var values = _bench.Articles.Find(1)!.Values;
        Assert.Equal(("The kept one's headline", "The other's excerpt"), (values.Title, values.Excerpt));
        var history = await new CorrectionQueries(Tracker.Database).OfArticleAsync(1, Cancellation);
        Assert.Equal(["The other's excerpt", "The other's headline", "The kept one's headline"], history.Select(correction => correction.Value));
        Assert.Equal("the merge of article 2 into this one, whose own correction stays", history[1].RetiredBy);
    }

    [Fact]
    public async Task Files_of_either_land_on_the_kept_one_unchanged_changed_renamed_and_listed()
    {
        await ImportTwoAsync();
        await MergeAsync();

        Assert.All((await Tracker.ImportAsync()).Files, file => Assert.Equal((FileOutcome.Unchanged, 1), (file.Outcome, file.ArticleId)));
        File.Move(Path.Combine(Tracker.Inbox, "b.txt"), Path.Combine(Tracker.Inbox, "moved.txt"));
        Tracker.Put("moved.txt", UndoBench.File("b", "The other's file now says this"));
        Tracker.Put("lists.txt", UndoBench.File("lists", "Lists both", null, "b", "a"));
        await _bench.ImportAsync();
        Assert.Equal("The other's file now says this", _bench.Articles.Find(1)!.Values.Title);
        Tracker.Put("a.txt", UndoBench.File("a", "The kept one's file now says this"));
        await _bench.ImportAsync();
        Assert.Equal("The kept one's file now says this", _bench.Articles.Find(1)!.Values.Title);
        await Tracker.RetagAsync();

        Assert.Equal("The kept one's file now says this", _bench.Articles.Find(1)!.Values.Title);
        Assert.Equal([1, 3], (await Tracker.ArticlesAsync()).Select(article => article.Id));
        Assert.Equal([1], _bench.Articles.Find(3)!.RelatedIds);
    }

    [Fact]
    public async Task A_copy_without_an_address_lands_on_the_kept_one_by_either_text()
    {
        Tracker.Put("a.txt", Unaddressed("The first text that tells of facial recognition in Paris and of nothing else."));
        Tracker.Put("b.txt", Unaddressed("Quite another wording about the cameras that SenseTime sold to a town in the north."));
        await _bench.ImportAsync();
        await MergeAsync();

        Tracker.Put("copy-of-a.txt", Unaddressed("The first text that tells of facial recognition in Paris, and of nothing else!"));
        Tracker.Put("copy-of-b.txt", Unaddressed("Quite another wording about the cameras that SenseTime sold to a town in the north!"));
        Tracker.Put("b.txt", Unaddressed("Quite another wording about the many cameras that SenseTime sold to a town in the north."));
        await _bench.ImportAsync();

        Assert.Equal(1, Assert.Single(await Tracker.ArticlesAsync()).Id);
    }

    [Fact]
    public async Task A_file_of_its_own_makes_an_article_of_one_that_was_only_listed()
    {
        Tracker.Put("c.txt", UndoBench.File("c", "Lists", null, "old"));
        await _bench.ImportAsync();
        Tracker.Put("new.txt", UndoBench.File("new", "The whole story of facial recognition", "With text.", "c"));
        await _bench.ImportAsync();
        var before = await _bench.ExportAsync();
        var old = (await Tracker.ArticlesAsync()).Single(article => article.UrlKey == "example.com/old");
        var (kept, gone) = (old.Id, (await Tracker.ArticlesAsync()).Single(article => article.UrlKey == "example.com/new").Id);

        await MergeAsync(kept, gone);

        var merged = _bench.Articles.Find(kept)!;
        Assert.Equal((ArticleOrigin.File, "The whole story of facial recognition", 1), (merged.Origin, merged.Values.Title, merged.RelatedIds.Count));
        await Tracker.RetagAsync();
        Assert.Equal("The whole story of facial recognition", _bench.Articles.Find(kept)!.Values.Title);
        await TakeApartAsync();
        Assert.Equal(before, await _bench.ExportAsync());
    }

    [Fact]
    public async Task A_run_that_brought_one_of_them_names_the_merge_to_take_apart_first()
    {
        var first = await ImportTwoAsync();
        await MergeAsync();

        var refusal = await Assert.ThrowsAsync<StoreException>(() => _bench.UndoAsync(first));
        Assert.Contains("article 1 or article 2, which a person merged since", refusal.Message, StringComparison.Ordinal);
        await TakeApartAsync();
        await _bench.UndoAsync(first);

        Assert.Empty(await Tracker.ArticlesAsync());
        Assert.True(await _bench.Articles.IsGoneAsync(2, Cancellation));
    }

    [Fact]
    public async Task A_later_run_is_undone_before_the_merge_is_taken_apart()
    {
        await ImportTwoAsync();
        var before = await _bench.ExportAsync();
        await MergeAsync();
        var merged = await _bench.ExportAsync();
        Tracker.Put("b.txt", UndoBench.File("b", "Says something new"));
        var run = await _bench.ImportAsync();

        var refusal = await Assert.ThrowsAsync<StoreException>(TakeApartAsync);
        Assert.Contains($"so nothing was taken apart: run {run} read the same articles or files. Undo it first", refusal.Message, StringComparison.Ordinal);
        await _bench.UndoAsync(run);
        Assert.Equal(merged, await _bench.ExportAsync());
        await TakeApartAsync();

        Assert.Equal(before, await _bench.ExportAsync());
    }

    [Fact]
    public async Task Undoing_an_older_run_of_an_article_that_lists_the_merged_one_lists_the_kept_one()
    {
        Tracker.Put("l.txt", UndoBench.File("l", "Lists", null, "b"));
        await _bench.ImportAsync();
        await ImportTwoAsync();
        Tracker.Put("l.txt", UndoBench.File("l", "Lists nothing any more"));
        var run = await _bench.ImportAsync();
        var ids = (await Tracker.ArticlesAsync()).ToDictionary(article => article.UrlKey!, article => article.Id);
        await MergeAsync(ids["example.com/a"], ids["example.com/b"]);

        await _bench.UndoAsync(run);

        Assert.Equal([Math.Min(ids["example.com/a"], ids["example.com/b"])], _bench.Articles.Find(ids["example.com/l"])!.RelatedIds);
    }

    [Fact]
    public async Task What_was_corrected_since_is_reverted_first_and_what_was_taken_back_stays_so()
    {
        await ImportTwoAsync();
        await CorrectAsync(2, "excerpt", draft => draft with { Excerpt = "The other's excerpt" });
        await MergeAsync();
        await CorrectAsync(1, "title", draft => draft with { Title = "Corrected since" });
        var history = await new CorrectionQueries(Tracker.Database).OfArticleAsync(1, Cancellation);
        await _corrections.RevertAsync(history.Single(correction => correction.Field == "excerpt").Id, Editor, Cancellation);

        Assert.Contains("Corrected since the merge: title.", (await Assert.ThrowsAsync<StoreException>(TakeApartAsync)).Message, StringComparison.Ordinal);
        await _corrections.RevertAsync(history.Single(correction => correction.Field == "title").Id, Editor, Cancellation);
        await TakeApartAsync();

        Assert.Equal("SenseTime and facial recognition.", _bench.Articles.Find(2)!.Values.Excerpt);
    }

    [Fact]
    public async Task Merges_on_merges_come_apart_the_latest_first()
    {
        await ImportTwoAsync();
        Tracker.Put("0.txt", UndoBench.File("0", "A third"));
        await _bench.ImportAsync();
        var before = await _bench.ExportAsync();
        await MergeAsync(2, 3);
        await MergeAsync(1, 2);
        Assert.Equal(1, (await _bench.Articles.MergedIntoAsync(3, Cancellation))!.Id);
        var (latest, first) = (await _merges.ListAsync(10, Cancellation)) is [var one, var two] ? (one.Id, two.Id) : default;

        Assert.Contains("Take that merge apart first", (await Assert.ThrowsAsync<StoreException>(() => _desk.TakeApartAsync(first, Editor, Cancellation))).Message, StringComparison.Ordinal);
        await _desk.TakeApartAsync(latest, Editor, Cancellation);
        Assert.Equal(2, (await _bench.Articles.MergedIntoAsync(3, Cancellation))!.Id);
        await _desk.TakeApartAsync(first, Editor, Cancellation);

        Assert.Equal(before, await _bench.ExportAsync());
    }

    [Fact]
    public async Task Hiding_the_kept_one_hides_all_and_nothing_is_shown_again_by_itself()
    {
        await ImportTwoAsync();
        await _bench.Hider.HideAsync([2], Editor, null, Cancellation);
        Assert.Contains("Article 2 is hidden and article 1 is not", (await PlanAsync()).Problem, StringComparison.Ordinal);
        await _bench.Hider.ShowAsync([2], Editor, Cancellation);
        await MergeAsync();

        await _bench.Hider.HideAsync([1], Editor, null, Cancellation);

        Assert.Null(await _bench.Articles.MergedIntoAsync(2, Cancellation));
        Assert.True(await _bench.Articles.IsGoneAsync(2, Cancellation));
        await TakeApartAsync();
        Assert.Empty(await _bench.ExportAsync());
    }

    [Fact]
    public async Task A_corrected_address_that_a_file_later_comes_with_is_offered()
    {
        await ImportTwoAsync();
        await CorrectAsync(1, "url", draft => draft with { Url = "https://www.example.com/later/" });
        Assert.Empty(await _merges.OffersAsync(Cancellation));
        Tracker.Put("later.txt", UndoBench.File("later", "It came later"));
        await _bench.ImportAsync();

        Assert.Equal(new MergeOffer("https://www.example.com/later/", 1, 3), Assert.Single(await _merges.OffersAsync(Cancellation)));
        await MergeAsync(1, 3);
        Assert.Empty(await _merges.OffersAsync(Cancellation));
        Assert.Equal(1, await _merges.OwnerAsync("https://example.com/later", Cancellation));
    }

    [Fact]
    public async Task No_merge_beside_a_run_nor_on_data_that_moved_on()
    {
        await ImportTwoAsync();
        var plan = await PlanAsync();
        var run = await Tracker.Locks.AcquireAsync(new ImportRun { StartedBy = "test" }, Cancellation);
        Assert.Contains("holds the database", (await Assert.ThrowsAsync<StoreException>(() => _desk.MergeAsync(plan, null, Editor, Cancellation))).Message, StringComparison.Ordinal);
        await Tracker.Locks.ReleaseAsync(run, RunState.Completed);
        await CorrectAsync(1, "title", draft => draft with { Title = "Moved on" });

        Assert.Contains("nothing was merged", (await Assert.ThrowsAsync<StoreException>(() => _desk.MergeAsync(plan, null, Editor, Cancellation))).Message, StringComparison.Ordinal);
        Assert.Null(await _desk.PlanAsync(1, 1, Cancellation));
        Assert.Null(await _desk.PlanAsync(1, 99, Cancellation));
    }

    async Task<long> ImportTwoAsync()
    {
        Tracker.Put("a.txt", UndoBench.File("a", "Megvii opens a lab in Paris"));
        Tracker.Put("b.txt", UndoBench.File("b", "Clearview AI opens a lab in Paris", "With a text of its own."));
        return await _bench.ImportAsync();
    }

    async Task<MergePlan> PlanAsync(long first = 1, long second = 2) => Assert.IsType<MergePlan>(await _desk.PlanAsync(first, second, Cancellation));

    async Task MergeAsync(long first = 1, long second = 2) => await _desk.MergeAsync(await PlanAsync(second, first), null, Editor, Cancellation);

    async Task TakeApartAsync() => Assert.True(await _desk.TakeApartAsync((await _merges.ListAsync(1, Cancellation))[0].Id, Editor, Cancellation));

    Task CorrectAsync(long id, string field, Func<ArticleDraft, ArticleDraft> correct) =>
        _corrections.CorrectAsync(id, CorrectableField.Find(field)!, correct(new ArticleDraft()), null, Editor, Cancellation);

    async Task<IReadOnlyList<string>> CorrectionRowsAsync() => await Tracker.ReadAsync(async context =>
        (await context.Corrections.AsNoTracking().OrderBy(correction => correction.Id).ToListAsync(Cancellation))
        .ConvertAll(correction => $"{correction.Id} {correction.ArticleId} {correction.Field} {correction.DeclaredThen} {correction.DeclaredNow} {correction.RetiredAt} {correction.RetiredBy}"));

    static string Unaddressed(string text) => $"""
        ---
        title: "Cameras"
        publishedDateTime: 2021-01-01T00:00:00Z
        ---
        {text}
        """;
}
