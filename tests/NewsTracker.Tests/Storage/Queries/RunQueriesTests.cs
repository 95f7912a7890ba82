using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class RunQueriesTests : IAsyncLifetime
{
    readonly TestStore _store = new();

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        await using var context = _store.Database.Open();
        context.Add(new ImportRun { Id = 2, StartedBy = "command line", State = RunState.Interrupted, Found = 4 });
        context.AddRange(Enumerable.Range(1, 4).Select(id => new Receipt
        {
            Id = id,
            RunId = 2,
            Path = $"{id}.txt",
            Outcome = id == 3 ? FileOutcome.Rejected : FileOutcome.Added,
            Code = id == 3 ? RejectionCode.Yaml : null,
            Message = id == 3 ? "Line 12 is no YAML; close the quotation mark." : null,
            Line = id == 3 ? 12 : null,
        }));
        await _store.CommitAsync(context);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_latest_run_comes_first()
    {
        var runs = await _store.Runs.RecentAsync(5, TestContext.Current.CancellationToken);

        Assert.Equal([(2L, RunState.Interrupted), (1L, RunState.Completed)], runs.Select(run => (run.Id, run.State)));
        Assert.Equal(["seeds"], runs[1].Roots);
    }

    [Fact]
    public async Task Receipts_come_in_pages_and_by_outcome()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var first = await _store.Runs.FindAsync(2, outcome: null, after: 0, size: 3, cancellation);
        var second = await _store.Runs.FindAsync(2, outcome: null, first?.NextAfter ?? 0, size: 3, cancellation);
        var rejected = await _store.Runs.FindAsync(2, FileOutcome.Rejected, after: 0, size: 3, cancellation);

        Assert.Equal((3, 4, 3L), (first?.Receipts.Count, first?.Total, first?.NextAfter));
        Assert.Equal("4.txt", Assert.Single(second?.Receipts ?? []).Path);
        Assert.Null(second?.NextAfter);
        Assert.Equal(
            new Rejection(RejectionCode.Yaml, "Line 12 is no YAML; close the quotation mark.", 12),
            Assert.Single(rejected?.Receipts ?? []).Rejection);
    }

    [Fact]
    public async Task An_unknown_run_is_nothing() =>
        Assert.Null(await _store.Runs.FindAsync(99, null, 0, 10, TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_last_import_is_the_last_that_ended() =>
        Assert.Equal(new DateTime(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc), await _store.Runs.LastImportAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task What_was_added_last_is_counted_by_day()
    {
        var day = new DateTime(2026, 11, 16, 23, 0, 0, DateTimeKind.Utc);
        Assert.Null(_store.Runs.LastAdded());

        await _store.AddAsync(
            new TestArticle(1) { AddedAt = day },
            new TestArticle(2) { AddedAt = day.AddHours(-5) },
            new TestArticle(3) { AddedAt = day.AddDays(-1) },
            new TestArticle(4) { AddedAt = day.AddDays(1), Scope = ScopeValue.Other });

        Assert.Equal(new LastAdded(new DateOnly(2026, 11, 16), 2), _store.Runs.LastAdded());
        Assert.Equal(new LastAdded(new DateOnly(2026, 11, 17), 1), _store.Runs.LastAdded(scope: null));
    }
}
