using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Retagging;

public sealed class RetaggerTests(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_retag_restores_from_the_originals_what_an_older_catalogue_lacked_and_a_dry_run_tells_so()
    {
        var cancellation = TestContext.Current.CancellationToken;
        tracker.PutSeed("000");
        await tracker.ImportAsync();
        var before = await tracker.ReadAsync(context => context.ArticleTopics.CountAsync(cancellation));
        await tracker.ReadAsync(context => context.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.TaggedWith, "older"), cancellation));
        var lost = await tracker.ReadAsync(context => context.ArticleTopics.Where(topic => topic.ArticleId == 1).ExecuteDeleteAsync(cancellation));

        var plan = await tracker.Retagger.RunAsync(dryRun: true, "test", cancellation);
        Assert.Equal((14, 1, lost, 0), (plan.Articles, plan.Changed, plan.TagsAdded, plan.TagsRemoved));
        Assert.Equal(14, await tracker.Retagger.NeededAsync(cancellation));

        var done = await tracker.Retagger.RunAsync(dryRun: false, "test", cancellation);
        Assert.Equal(plan with { RunId = done.RunId }, done);
        Assert.Equal(RunState.Completed, done.State);
        Assert.Equal(0, await tracker.Retagger.NeededAsync(cancellation));
        Assert.Equal(before, await tracker.ReadAsync(context => context.ArticleTopics.CountAsync(cancellation)));
    }
}
