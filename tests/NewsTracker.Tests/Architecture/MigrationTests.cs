using Microsoft.EntityFrameworkCore;
using NewsTracker.Tests.Storage;

namespace NewsTracker.Tests.Architecture;

public sealed class MigrationTests(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task The_model_has_no_change_without_a_migration() =>
        Assert.False(await tracker.ReadAsync(context => Task.FromResult(context.Database.HasPendingModelChanges())));

    [Fact]
    public async Task Every_migration_can_be_applied_to_an_empty_file() =>
        Assert.Empty(await tracker.ReadAsync(context => context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)));
}
