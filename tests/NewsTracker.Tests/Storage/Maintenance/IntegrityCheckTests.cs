using Microsoft.EntityFrameworkCore;

namespace NewsTracker.Tests.Storage.Maintenance;

public sealed class IntegrityCheckTests : IAsyncLifetime
{
    readonly TestStore _store = new();

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        await _store.AddAsync(new RandomArticles(seed: 5).Take(50));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_whole_database_has_no_problem()
    {
        var report = await _store.Check.RunAsync(TestContext.Current.CancellationToken);

        Assert.Empty(report.Problems);
        Assert.Equal((50, 50, 50), (report.Articles, report.Sightings, report.Documents));
    }

    [Theory]
    [InlineData("INSERT INTO ArticleText(ArticleText, rowid, Title, Excerpt, Body) SELECT 'delete', Id, Title, Excerpt, Body FROM Articles WHERE Id = 7", "text index")]
    [InlineData("UPDATE Documents SET Content = x'00' WHERE Id = 7", "damaged")]
    [InlineData("UPDATE Documents SET Sha256 = 'no' WHERE Id = 7", "The original no is damaged")]
    [InlineData("DELETE FROM Sightings WHERE Id = 7", "Article 7 was never seen")]
    [InlineData("UPDATE Articles SET SightingId = 8 WHERE Id = 7", "Article 7 takes its values")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM Documents WHERE Id = 7", "points to a row of Documents")]
    [InlineData("DELETE FROM ArticleTopics", "The article index counts")]
    public async Task Damage_is_told(string damage, string told)
    {
        await using var context = _store.Database.Open();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync(damage, TestContext.Current.CancellationToken);

        var report = await _store.Check.RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains(report.Problems, problem => problem.Contains(told, StringComparison.Ordinal));
    }
}
