using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;

namespace NewsTracker.Tests.Storage.Retagging;

public sealed class RetaggerTests : IAsyncLifetime
{
    readonly Tracker _tracker = new();

    public ValueTask InitializeAsync() => _tracker.InitializeAsync();

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Task<RetagPlan> PlanAsync() => _tracker.Retagger.PlanAsync(null, Cancellation);

    Task<RetagReport> ApplyAsync(RetagPlan plan) => _tracker.Retagger.ApplyAsync(plan, "test", null, Cancellation);

    /// <summary>An article as an older catalogue left it: one topic too few, one company too many, another in a lesser role.</summary>
    async Task<(string LostTopic, string Stray)> ImportWithOlderTagsAsync()
    {
        _tracker.PutSeed("000");
        await _tracker.ImportAsync();
        return await _tracker.ReadAsync(async context =>
        {
            await context.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.TaggedWith, "older"), Cancellation);
            var lost = await context.ArticleTopics.Where(topic => topic.ArticleId == 1 && topic.Source == ValueSource.Inferred).OrderBy(topic => topic.Position).FirstAsync(Cancellation);
            context.Remove(lost);
            var present = context.ArticleCompanies.Where(company => company.ArticleId == 1).Select(company => company.CompanyId);
            var stray = await context.Companies.FirstAsync(company => !present.Contains(company.Id), Cancellation);
            context.Add(new ArticleCompany { ArticleId = 1, CompanyId = stray.Id, Role = CompanyRole.Mention, Mentions = 1, Source = ValueSource.Inferred, Forms = [] });
            await context.ArticleCompanies.Where(company => company.ArticleId == 1 && company.Role == CompanyRole.Subject)
                .ExecuteUpdateAsync(set => set.SetProperty(company => company.Role, CompanyRole.Mention), Cancellation);
            await context.SaveChangesAsync(Cancellation);
            return ((await context.Topics.SingleAsync(topic => topic.Id == lost.TopicId, Cancellation)).Name, stray.Name);
        });
    }

    [Fact]
    public async Task A_plan_counts_what_each_tag_and_field_gains_and_loses_and_shows_samples()
    {
        var (lostTopic, stray) = await ImportWithOlderTagsAsync();

        var plan = await PlanAsync();

        Assert.Equal((14, 1), (plan.Articles, plan.Changed));
        Assert.Equal(["companies", "topics"], plan.Fields.Select(field => field.Field).Order());
        var topic = Assert.Single(plan.Topics);
        Assert.Equal((lostTopic, 1, 0, 0), (topic.Name, topic.Add, topic.Remove, topic.Change));
        var sample = Assert.Single(topic.Samples);
        Assert.Equal(new RetagSample(1, "Chinese facial recognition developer closes $1.5 billion funding round", null, lostTopic), sample with { Sentence = null });
        Assert.NotEmpty(sample.Sentence!);
        Assert.Equal((0, 1, 0), Assert.Single(plan.Companies, company => company.Name == stray) is var gone ? (gone.Add, gone.Remove, gone.Change) : default);
        var promoted = Assert.Single(plan.Companies, company => company.Name != stray);
        Assert.Equal((0, 0, 1, "mention", "subject"), (promoted.Add, promoted.Remove, promoted.Change, promoted.Samples[0].Old, promoted.Samples[0].New));
    }

    [Fact]
    public async Task A_plan_counts_what_is_read_beside_the_text()
    {
        _tracker.PutSeed("001");
        await _tracker.ImportAsync();
        await _tracker.ReadAsync(context => context.Articles.Where(article => article.Id == 1).ExecuteUpdateAsync(
            set => set.SetProperty(article => article.Cuts, [new(1, 0, "prompt", "Read more here.")])
                .SetProperty(article => article.Warnings, [new(WarningCode.LimitReached, "Too long.")])
                .SetProperty(article => article.DateCandidates, [PublishedDate.OnDay(new(2001, 2, 3), DateSource.Text, null)])
                .SetProperty(article => article.Repairs, ["spacing:body"]),
            Cancellation));

        var plan = await PlanAsync();

        Assert.Equal(1, plan.Changed);
        Assert.Equal(["cuts", "datesTold", "repairs", "warnings"], plan.Fields.Select(field => field.Field).Order());
        Assert.Equal("prompt: Read more here.", Assert.Single(plan.Fields, field => field.Field == "cuts").Samples[0].Old);
    }

    [Fact]
    public async Task A_plan_writes_nothing_and_applying_it_does_what_it_says()
    {
        await ImportWithOlderTagsAsync();
        var plan = await PlanAsync();
        Assert.Equal(14, await _tracker.Retagger.NeededAsync(Cancellation));

        var report = await ApplyAsync(plan);

        Assert.Equal((RunState.Completed, 14, plan.Changed), (report.State, report.Articles, report.Changed));
        Assert.Equal(0, await _tracker.Retagger.NeededAsync(Cancellation));
        var again = await PlanAsync();
        Assert.Equal((14, 0), (again.Articles, again.Changed));
        Assert.Empty(again.Companies);
    }

    [Fact]
    public async Task A_correction_stands()
    {
        var (_, stray) = await ImportWithOlderTagsAsync();
        await _tracker.ReadAsync(async context =>
        {
            context.Add(new Correction { ArticleId = 1, Field = "topics", Value = "[]", MadeBy = "test", MadeAt = DateTime.UnixEpoch });
            await context.ArticleTopics.Where(topic => topic.ArticleId == 1).ExecuteDeleteAsync(Cancellation);
            return await context.SaveChangesAsync(Cancellation);
        });

        var plan = await PlanAsync();
        await ApplyAsync(plan);

        Assert.Empty(plan.Topics);
        Assert.Contains(plan.Companies, company => company.Name == stray);
        Assert.Empty(await _tracker.ReadAsync(context => context.ArticleTopics.Where(topic => topic.ArticleId == 1).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_sum_whose_company_was_corrected_away_changes_once_and_not_with_every_retag()
    {
        _tracker.PutSeed("000");
        await _tracker.ImportAsync();
        var owned = await _tracker.ReadAsync(context => context.ArticleMoney.Where(fact => fact.CompanyId != null).Select(fact => fact.ArticleId).FirstAsync(Cancellation));
        await _tracker.ReadAsync(async context =>
        {
            context.Add(new Correction { ArticleId = owned, Field = "companies", Value = "[]", MadeBy = "test", MadeAt = DateTime.UnixEpoch });
            return await context.SaveChangesAsync(Cancellation);
        });

        await ApplyAsync(await PlanAsync());

        Assert.All(await _tracker.ReadAsync(context => context.ArticleMoney.Where(fact => fact.ArticleId == owned).ToListAsync(Cancellation)), fact => Assert.Null(fact.CompanyId));
        Assert.Empty((await PlanAsync()).Fields);
    }

    [Fact]
    public async Task A_plan_is_refused_once_something_was_imported_after_it()
    {
        await ImportWithOlderTagsAsync();
        var plan = await PlanAsync();
        _tracker.PutSeed("004");
        await _tracker.ImportAsync();

        await Assert.ThrowsAsync<StoreException>(() => ApplyAsync(plan));

        Assert.Equal(14, await _tracker.Retagger.NeededAsync(Cancellation));
    }

    [Fact]
    public async Task Cancelled_it_finishes_the_batch_in_hand_and_the_next_one_the_rest()
    {
        await ImportTwoBatchesAsync();
        using var stop = new CancellationTokenSource();
        var afterOneBatch = new Stop(stop);
        var plan = await PlanAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => _tracker.Retagger.PlanAsync(afterOneBatch, stop.Token));
        using var stopWriting = new CancellationTokenSource();
        var report = await _tracker.Retagger.ApplyAsync(plan, "test", new Stop(stopWriting), stopWriting.Token);

        Assert.Equal(251, plan.Articles);
        Assert.Equal((RunState.Cancelled, 200), (report.State, report.Articles));
        Assert.Null(await _tracker.Retagger.InterruptedByAsync(Cancellation));
        Assert.Equal(RunState.Completed, (await ApplyAsync(await PlanAsync())).State);
    }

    [Fact]
    public async Task Broken_off_by_a_stop_of_its_process_it_counts_as_interrupted_until_another_one_is_through()
    {
        await ImportTwoBatchesAsync();
        using var stop = new CancellationTokenSource();

        var report = await _tracker.Retagger.ApplyAsync(null, "test", new Stop(stop), stop.Token, stopping: stop.Token);

        Assert.Equal((RunState.Interrupted, 200), (report.State, report.Articles));
        Assert.Equal("test", await _tracker.Retagger.InterruptedByAsync(Cancellation));
        await ApplyAsync(await PlanAsync());
        Assert.Null(await _tracker.Retagger.InterruptedByAsync(Cancellation));
    }

    [Fact]
    public async Task Interrupted_it_waits_for_a_person_where_a_catalogue_or_a_reader_came_since()
    {
        await ImportTwoBatchesAsync();
        using var stop = new CancellationTokenSource();
        await _tracker.Retagger.ApplyAsync(null, "test", new Stop(stop), stop.Token, stopping: stop.Token);
        await using var context = _tracker.Database.Open();

        await context.Articles.ExecuteUpdateAsync(article => article.SetProperty(row => row.ReadWith, Ingestor.ReaderVersion - 1), Cancellation);
        Assert.Null(await _tracker.Retagger.InterruptedByAsync(Cancellation));
        await context.Articles.ExecuteUpdateAsync(article => article.SetProperty(row => row.ReadWith, Ingestor.ReaderVersion), Cancellation);
        Assert.Equal("test", await _tracker.Retagger.InterruptedByAsync(Cancellation));

        context.SavedCatalogues.Add(new SavedCatalogue { Version = "later", SavedAt = DateTime.MaxValue, SavedBy = "test", Summary = "Another", Content = [] });
        await context.SaveChangesAsync(Cancellation);
        Assert.Null(await _tracker.Retagger.InterruptedByAsync(Cancellation));
    }

    async Task ImportTwoBatchesAsync()
    {
        var entries = Enumerable.Range(0, 250).Select(i => $"- title: Entry {i}\n  webUrl: https://a.example/{i}\n");
        _tracker.Put("list.txt", $"---\ntitle: A list\nwebUrl: https://a.example/list\nrelated:\n{string.Concat(entries)}---\n");
        await _tracker.ImportAsync();
    }

    sealed class Stop(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => source.Cancel();
    }
}
