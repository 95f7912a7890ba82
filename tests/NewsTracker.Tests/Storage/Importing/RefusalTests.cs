using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Importing;

/// <summary>What was not taken is known until it is taken or gone, file by file and whatever else has its name.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    const string Broken = "---\ntitle: \"never closed\n---\n";

    readonly Tracker _tracker = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _tracker.InitializeAsync();

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task A_file_of_the_same_name_elsewhere_does_not_end_it_and_a_walk_of_another_folder_neither()
    {
        var (left, right) = (Folder("left"), Folder("right"));
        await File.WriteAllTextAsync(Path.Combine(left, "a.md"), Broken, Cancellation);
        await ImportAsync(left);
        await File.WriteAllTextAsync(Path.Combine(right, "a.md"), "---\ntitle: Megvii opens a lab\nwebUrl: https://example.com/a\n---\n", Cancellation);
        await ImportAsync(right);
        Assert.Equal([Path.Combine(left, "a.md")], await RefusedAsync());

        File.Delete(Path.Combine(left, "a.md"));
        await ImportAsync(left);

        Assert.Empty(await RefusedAsync());
    }

    [Fact]
    public async Task A_mistyped_path_is_told_by_its_run_and_leaves_nothing_to_look_at()
    {
        await ImportAsync(Path.Combine(Folder("there"), "not-there.md"));

        Assert.Empty(await RefusedAsync());
        Assert.Equal(1, await _tracker.ReadAsync(context => context.Runs.Select(run => run.Rejected).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_says_nothing_of_the_files_in_it()
    {
        var folder = Folder("disk");
        await File.WriteAllTextAsync(Path.Combine(folder, "a.md"), Broken, Cancellation);
        await ImportAsync(folder);
        Directory.Move(folder, folder + "-away");

        await ImportAsync(folder);

        Assert.Contains(Path.Combine(folder, "a.md"), await RefusedAsync());
    }

    [Fact]
    public async Task One_that_is_known_by_its_short_path_alone_is_replaced_when_its_file_is_met_again()
    {
        await using (var context = _tracker.Database.Open())
        {
            context.Add(new RefusedFile { FullPath = "a.md", Path = "a.md", Message = "as an earlier version noted it" });
            await context.SaveChangesAsync(Cancellation);
        }

        _tracker.Put("a.md", Broken);
        await _tracker.ImportAsync();

        Assert.Equal([Path.Combine(_tracker.Inbox, "a.md")], await RefusedAsync());
    }

    [Fact]
    public async Task An_import_that_lost_its_lock_after_its_last_file_ends_nothing()
    {
        _tracker.Put("a.md", Broken);
        _tracker.Put("b.md", Broken);
        await _tracker.ImportAsync();
        File.Delete(Path.Combine(_tracker.Inbox, "a.md"));

        await Assert.ThrowsAsync<StoreException>(() => _tracker.Importer.RunAsync(new ImportRequest([_tracker.Inbox], false, "test"), new LockThief(_tracker), Cancellation));

        Assert.Equal([Path.Combine(_tracker.Inbox, "a.md"), Path.Combine(_tracker.Inbox, "b.md")], await RefusedAsync());
    }

    [Theory]
    [InlineData(Broken, "editor@example.org")]
    [InlineData(Broken + "more: \"never closed\n", null)]
    public async Task One_of_before_the_upgrade_that_was_let_stand_stands_while_its_file_is_the_same(string text, string? by)
    {
        _tracker.Put("a.md", Broken);
        await _tracker.ImportAsync();
        await using (var context = _tracker.Database.Open())
        {
            await context.RefusedFiles.ExecuteUpdateAsync(
                set => set.SetProperty(file => file.FullPath, file => file.Path).SetProperty(file => file.SettledBy, "editor@example.org").SetProperty(file => file.SettledAt, DateTime.UnixEpoch),
                Cancellation);
        }

        _tracker.Put("a.md", text);
        await _tracker.ImportAsync();

        var refused = await _tracker.ReadAsync(context => context.RefusedFiles.SingleAsync(Cancellation));
        Assert.Equal((Path.Combine(_tracker.Inbox, "a.md"), by, by is null ? null : DateTime.UnixEpoch), (refused.FullPath, refused.SettledBy, refused.SettledAt));
    }

    [Fact]
    public async Task A_preview_has_work_where_the_same_bytes_are_refused_for_another_reason()
    {
        _tracker.Put("a.md", Broken);
        await _tracker.ImportAsync();
        Assert.False((await _tracker.ImportAsync(dryRun: true)).HasWork);
        await using (var context = _tracker.Database.Open())
            await context.RefusedFiles.ExecuteUpdateAsync(set => set.SetProperty(file => file.Code, RejectionCode.Unreadable), Cancellation);

        Assert.True((await _tracker.ImportAsync(dryRun: true)).HasWork);
    }

    [Fact]
    public async Task What_an_earlier_version_refused_last_is_known_after_the_upgrade_and_what_was_taken_since_is_not()
    {
        var file = Path.Combine(_tracker.Inbox, "earlier.db");
        using var database = new NewsDatabase(file);
        await using var context = database.Open();
        await context.GetService<IMigrator>().MigrateAsync("SavedCatalogues", Cancellation);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO Runs (Id, Kind, State, StartedBy, StartedAt, Roots, Found, Added, Updated, Unchanged, Rejected, RelatedAdded, Removed)
            VALUES (1, 0, 1, 'test', '2026-11-16 09:00:00', '[]', 0, 0, 0, 0, 0, 0, 0);
            INSERT INTO Receipts (RunId, Path, Outcome, Fields, Warnings, Code, Message)
            VALUES (1, 'mended.md', 3, '[]', '[]', 1, 'No.'), (1, 'broken.md', 0, '[]', '[]', NULL, NULL), (1, 'mended.md', 0, '[]', '[]', NULL, NULL), (1, 'broken.md', 3, '[]', '[]', 1, 'No.');
            """,
            Cancellation);

        await context.GetService<IMigrator>().MigrateAsync(null, Cancellation);

        Assert.Equal("broken.md", (await context.RefusedFiles.SingleAsync(Cancellation)).FullPath);
    }

    string Folder(string name) => Directory.CreateDirectory(Path.Combine(_tracker.Inbox, name)).FullName;

    Task ImportAsync(string folder) => _tracker.Importer.RunAsync(new ImportRequest([folder], false, "test"), null, Cancellation);

    Task<List<string>> RefusedAsync() => _tracker.ReadAsync(context => context.RefusedFiles.Select(file => file.FullPath).Order().ToListAsync(Cancellation));
}
