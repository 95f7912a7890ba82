using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Importing;

public sealed class SeedImportTests(Tracker tracker) : IClassFixture<Tracker>, IAsyncLifetime
{
    static readonly string[] Starts = ["000", "001", "002", "003", "004"];

    public ValueTask InitializeAsync()
    {
        foreach (var start in Starts) tracker.PutSeed(start);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Five_seeds_become_nineteen_articles_and_a_second_import_changes_nothing()
    {
        var plan = await tracker.ImportAsync(dryRun: true);
        Assert.Empty(await tracker.ArticlesAsync());

        var first = await tracker.ImportAsync();
        Assert.Equal(Outcomes(plan), Outcomes(first));
        Assert.Equal((5, 14), (first.Totals.Added, first.Totals.RelatedAdded));
        var articles = await tracker.ArticlesAsync();
        Assert.Equal(19, articles.Count);
        Assert.Equal(5, articles.Count(article => article.Origin == ArticleOrigin.File));

        var second = await tracker.ImportAsync();
        Assert.Equal(5, second.Totals.Unchanged);
        var again = await tracker.ArticlesAsync();
        Assert.Equal(articles.Select(article => article.UpdatedAt), again.Select(article => article.UpdatedAt));
        Assert.Equal(19, await tracker.ReadAsync(context => context.Sightings.CountAsync()));
    }

    static IEnumerable<(string, FileOutcome)> Outcomes(ImportReport report) => report.Files.Select(file => (file.Path, file.Outcome));
}
