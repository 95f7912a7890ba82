using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Auditing;

/// <summary>The log only grows, tells every act once, and holds together with it.</summary>
public sealed class AuditLogTests : IAsyncLifetime
{
    readonly Tracker _tracker = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    AuditLog Log => new(_tracker.Database, TimeProvider.System);

    AuditQueries Queries => new(_tracker.Database);

    public ValueTask InitializeAsync() => _tracker.InitializeAsync();

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Theory]
    [InlineData("UPDATE AuditEntries SET Who = 'nobody'")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("INSERT OR REPLACE INTO AuditEntries (Id, At, Who, Kind) SELECT Id, At, 'nobody', Kind FROM AuditEntries")]
    public async Task Nothing_changes_or_deletes_an_entry(string sql)
    {
        await Log.WriteAsync(new AuditAct("a@example.org", AuditKind.SignedIn), Cancellation);

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => _tracker.ReadAsync(context => context.Database.ExecuteSqlRawAsync(sql, Cancellation)));

        Assert.Contains("The log only grows", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("a@example.org", Assert.Single(await EntriesAsync()).Who);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_and_keep_their_filter()
    {
        foreach (var number in Enumerable.Range(1, 7))
            await Log.WriteAsync(new AuditAct(number % 2 == 0 ? "even@example.org" : "odd@example.org", AuditKind.Corrected) { ArticleId = number }, Cancellation);

        List<long?> seen = [];
        AuditPage page;
        long? before = null;
        do
        {
            page = await Queries.PageAsync(new AuditFilter("odd@example.org", AuditKind.Corrected), before, 3, Cancellation);
            seen.AddRange(page.Entries.Select(entry => entry.ArticleId));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal([7, 5, 3, 1], seen);
        Assert.Empty((await Queries.PageAsync(new AuditFilter(null, AuditKind.Hidden), null, 3, Cancellation)).Entries);
        Assert.Equal(["even@example.org", "odd@example.org"], await Queries.EverybodyAsync(Cancellation));
    }

    [Fact]
    public async Task Imports_and_retags_are_told_with_their_run_and_a_dry_run_is_not()
    {
        _tracker.PutSeed("000");
        await _tracker.ImportAsync(dryRun: true);
        await _tracker.ImportAsync();
        await _tracker.RetagAsync();

        Assert.Equal([(AuditKind.RetagStarted, 2, "test", null), (AuditKind.ImportStarted, 1, "test", _tracker.Inbox)], (await EntriesAsync()).Select(entry => (entry.Kind, entry.RunId!.Value, entry.Who, entry.Subject)));
    }

    [Fact]
    public async Task A_change_of_the_catalogue_is_told_field_by_field_and_only_if_it_was_made()
    {
        var import = new CatalogueImport(_tracker.Catalogues);
        var plan = await PlanAsync(import, "providers:\n  - {name: Example Daily, domains: [daily.example]}\n");
        var late = await PlanAsync(import, "providers:\n  - {name: Example Weekly, domains: [weekly.example]}\n");
        await import.ApplyAsync(plan, "a@example.org", Cancellation);
        await Assert.ThrowsAsync<NewsTracker.Storage.StoreException>(() => import.ApplyAsync(late, "a@example.org", Cancellation));

        var entry = Assert.Single(await EntriesAsync());

        Assert.Equal((AuditKind.CatalogueImported, "Example Daily"), (entry.Kind, entry.Subject));
        Assert.Contains("providers daily.example, name: \"Example Daily\"", entry.After, StringComparison.Ordinal);
    }

    async Task<CataloguePlan> PlanAsync(CatalogueImport import, string text)
    {
        var path = Path.Combine(_tracker.Inbox, "..", "part.yaml");
        await File.WriteAllTextAsync(path, text, Cancellation);
        return await import.PlanAsync(path, Cancellation);
    }

    async Task<IReadOnlyList<AuditEntry>> EntriesAsync() => (await Queries.PageAsync(new AuditFilter(null, null), null, 100, Cancellation)).Entries;
}
