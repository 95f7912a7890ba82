using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Tests.Storage.Maintenance;

public sealed class BackupTests : IAsyncLifetime
{
    readonly KeptFolder _kept = new();

    public async ValueTask InitializeAsync() => await _kept.ImportAsync([1, 2, 3]);

    public ValueTask DisposeAsync() => _kept.DisposeAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_says_what_it_holds_and_leaves_nothing_beside_it()
    {
        var report = await _kept.BackUpAsync();

        Assert.Equal((3, 0), (report.Manifest.Counts.Articles, report.Manifest.Counts.Accounts));
        Assert.Equal(["news.db", "keys/key-1.xml"], report.Manifest.Parts.Select(part => part.Name));
        Assert.All(report.Manifest.Parts, part => Assert.Equal(64, part.Sha256.Length));
        Assert.Equal(new FileInfo(_kept.Backup).Length, report.Bytes);
        Assert.Empty(_kept.Leftovers);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_kept.Backup));
    }

    [Fact]
    public async Task What_is_committed_but_not_yet_in_the_main_file_is_in_the_backup()
    {
        using var database = new NewsDatabase(_kept.Folder.Database);
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_autocheckpoint = 0; UPDATE Articles SET Title = 'in the journal' WHERE Id = 1", Cancellation);

        await _kept.BackUpAsync();
        await context.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
        await _kept.RestoreAsync(overwrite: true);

        Assert.Equal("in the journal", (await _kept.ArticlesAsync())[0].Title);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_asked()
    {
        await File.WriteAllTextAsync(_kept.Backup, "something else", Cancellation);

        var refusal = await Assert.ThrowsAsync<StoreException>(_kept.BackUpAsync);
        Assert.Contains("--force", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("something else", await File.ReadAllTextAsync(_kept.Backup, Cancellation));

        await _kept.Writer.WriteAsync(_kept.Backup, overwrite: true, Cancellation);
        await using var zip = await ZipFile.OpenReadAsync(_kept.Backup, Cancellation);
        Assert.NotNull(zip.GetEntry("manifest.json"));
    }

    [Fact]
    public async Task A_damaged_database_is_not_taken_for_a_backup()
    {
        await _kept.ImportAsync(Enumerable.Range(10, 60));
        _kept.DamagePage();

        var refusal = await Assert.ThrowsAsync<StoreException>(_kept.BackUpAsync);

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("restore the last backup", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_kept.Backup));
        Assert.Empty(_kept.Leftovers);
        var problem = (await _kept.ProblemsAsync())[0];
        Assert.Contains("restore FILE --force", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_from_one()
    {
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(_kept.Folder.Database, new string('x', 5000), Cancellation);

        Assert.Contains("damaged", (await Assert.ThrowsAsync<StoreException>(_kept.BackUpAsync)).Message, StringComparison.Ordinal);
        Assert.Contains("restore FILE --force", Assert.Single(await _kept.ProblemsAsync()), StringComparison.Ordinal);
        using var database = new NewsDatabase(_kept.Folder.Database);
        Assert.Contains("restore FILE --force", (await Assert.ThrowsAsync<StoreException>(() => database.MigrateAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backups_are_kept_up_to_a_number_and_those_before_upgrades_beyond_it()
    {
        var folder = new BackupFolder(_kept.Backups, _kept.Writer, _kept.Clock);
        await folder.AddBeforeUpgradeAsync(Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_kept.Backups, "newstracker-20200101-000000.zip"), "half a file", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_kept.Backups, "newstracker-20200101-000000.zip.part"), "what a killed one left", Cancellation);
        for (var day = 0; day < 4; day++)
        {
            _kept.Clock.Move(TimeSpan.FromDays(1));
            await folder.AddAsync(keep: 2, Cancellation);
        }

        Assert.Equal(
            ["newstracker-20261128-120000.zip", "newstracker-20261127-120000.zip", "newstracker-before-upgrade-20261124-120000.zip", "newstracker-20200101-000000.zip"],
            folder.List().Select(backup => backup.Name));
        Assert.Equal("newstracker-20261128-120000.zip", folder.Last()!.Name);
        Assert.Null(folder.List()[^1].Manifest);
        Assert.Empty(Directory.GetFiles(_kept.Backups, "*.part*"));
    }

    [Fact]
    public async Task A_backup_that_fails_deletes_no_older_one()
    {
        var folder = new BackupFolder(_kept.Backups, _kept.Writer, _kept.Clock);
        await folder.AddAsync(keep: 1, Cancellation);
        await _kept.ImportAsync(Enumerable.Range(10, 60));
        _kept.DamagePage();
        _kept.Clock.Move(TimeSpan.FromDays(1));

        await Assert.ThrowsAsync<StoreException>(() => folder.AddAsync(keep: 1, Cancellation));

        Assert.Equal("newstracker-20261124-120000.zip", Assert.Single(folder.List()).Name);
    }

    [Theory]
    [InlineData("../data/news.db")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("newstracker-20261124-120000.zip/../../data/news.db")]
    [InlineData("newstracker-20261124-120000.zip\n")]
    [InlineData("newstracker-20261124-120000.zip.part")]
    [InlineData("newstracker-20261124-120001.zip")]
    public async Task No_other_name_leads_to_a_file(string name)
    {
        var folder = new BackupFolder(_kept.Backups, _kept.Writer, _kept.Clock);
        await folder.AddAsync(keep: 1, Cancellation);

        Assert.Null(folder.Find(name));
        Assert.NotNull(folder.Find("newstracker-20261124-120000.zip"));
    }
}
