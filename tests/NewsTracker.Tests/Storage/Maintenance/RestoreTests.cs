using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Maintenance;

public sealed class RestoreTests : IAsyncLifetime
{
    readonly KeptFolder _kept = new();

    public async ValueTask InitializeAsync()
    {
        await _kept.ImportAsync([1, 2, 3]);
        await _kept.BackUpAsync();
    }

    public ValueTask DisposeAsync() => _kept.DisposeAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_backed_up_comes_back_and_what_was_there_is_kept_aside()
    {
        var before = await _kept.ArticlesAsync();
        await _kept.ImportAsync([4]);
        await File.WriteAllTextAsync(Path.Combine(_kept.Folder.Keys, "key-2.xml"), "<key>second</key>", Cancellation);

        var report = await _kept.RestoreAsync(overwrite: true);

        Assert.Equal(before, await _kept.ArticlesAsync());
        Assert.Equal(["key-1.xml"], _kept.Folder.KeyFiles().Select(Path.GetFileName));
        Assert.Empty(await _kept.ProblemsAsync());
        Assert.Equal("wal", await _kept.ReadAsync(context => context.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Cancellation)));
        var aside = Assert.Single(Directory.GetDirectories(_kept.Folder.Root, "replaced-*"));
        Assert.Contains(aside, report.Aside, StringComparison.Ordinal);
        Assert.Equal(2, new DataFolder(aside).KeyFiles().Count());
        using var old = new NewsDatabase(new DataFolder(aside).Database);
        await using var context = old.Open();
        Assert.Equal(4, await context.Articles.CountAsync(Cancellation));
        Assert.False(RestoreSwap.IsUnfinished(_kept.Folder));
    }

    [Fact]
    public async Task Data_that_is_there_stays_unless_asked()
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => _kept.RestoreAsync(overwrite: false));

        Assert.Contains("--force", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await _kept.ArticlesAsync()).Count);
        Assert.Empty(Directory.GetDirectories(_kept.Folder.Root, "re*"));
    }

    [Fact]
    public async Task Nothing_is_restored_while_anybody_holds_the_data()
    {
        using (var server = new DataHold(_kept.Folder))
        using (var verb = new DataHold(_kept.Folder))
        {
            await server.ShareAsync(Assert.Fail, Cancellation);
            await verb.ShareAsync(Assert.Fail, Cancellation);
            Assert.Contains("Stop it first", (await Assert.ThrowsAsync<StoreException>(() => _kept.RestoreAsync(overwrite: true))).Message, StringComparison.Ordinal);
        }

        await _kept.RestoreAsync(overwrite: true);
        using var restore = new DataHold(_kept.Folder);
        restore.TakeAlone(Assert.Fail);
        using var late = new DataHold(_kept.Folder);
        Assert.Contains("restore is under way", (await Assert.ThrowsAsync<StoreException>(() => late.ShareAsync(Assert.Fail, Cancellation))).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "not a zip", "is no backup" },
        { "cut off", "is no backup" },
        { "another zip", "it has no manifest.json" },
        { "another database", "checksum" },
        { "no keys", "it has no keys/key-1.xml" },
        { "a path", "which no backup has" },
        { "newer schema", "newer NewsTracker" },
        { "newer layout", "newer NewsTracker" },
        { "no manifest", "cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_file_that_is_no_whole_backup_changes_nothing(string damage, string told)
    {
        await DamageAsync(damage);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => _kept.RestoreAsync(overwrite: true));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("othing was changed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await _kept.ArticlesAsync()).Count);
        Assert.Empty(Directory.GetDirectories(_kept.Folder.Root, "re*"));
    }

    [Fact]
    public async Task Ids_and_versions_given_after_the_backup_are_not_given_again()
    {
        await _kept.ImportAsync([4, 5]);
        var given = (await _kept.ArticlesAsync())[^1].Id;
        var version = await VersionAsync();

        var report = await _kept.RestoreAsync(overwrite: true);
        await _kept.ImportAsync([6]);

        Assert.Equal(given + 1, report.NextArticleId);
        Assert.True((await _kept.ArticlesAsync()).Skip(3).All(article => article.Id > given));
        Assert.True(await VersionAsync() > version);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("damaged")]
    [InlineData("another")]
    public async Task Where_nobody_knows_which_ids_were_given_they_leap_ahead(string lost)
    {
        var last = (await _kept.ArticlesAsync())[^1].Id;
        SqliteConnection.ClearAllPools();
        if (lost == "damaged") await File.WriteAllTextAsync(_kept.Folder.Database, new string('x', 5000), Cancellation);
        else File.Delete(_kept.Folder.Database);
        _kept.Clock.Move(TimeSpan.FromDays(1));
        if (lost == "another") await _kept.ImportAsync([7]);

        var report = await _kept.RestoreAsync(overwrite: true);

        Assert.Equal(last + 1_000_001, report.NextArticleId);
        await _kept.ImportAsync([8]);
        Assert.Equal(last + 1_000_001, (await _kept.ArticlesAsync())[3].Id);
        Assert.Empty(await _kept.ProblemsAsync());
    }

    [Fact]
    public async Task An_import_that_ran_during_the_backup_is_interrupted_in_what_is_restored()
    {
        using (var database = new NewsDatabase(_kept.Folder.Database))
        {
            var run = new ImportRun { Kind = RunKind.Import, StartedBy = "test", StartedAt = DateTime.UnixEpoch, Roots = [] };
            await new ImportLockKeeper(database, _kept.Clock).AcquireAsync(run, Cancellation);
        }

        File.Delete(_kept.Backup);
        await _kept.BackUpAsync();
        SqliteConnection.ClearAllPools();
        await _kept.RestoreAsync(overwrite: true);

        Assert.Equal(RunState.Interrupted, await _kept.ReadAsync(context => context.Runs.OrderByDescending(run => run.Id).Select(run => run.State).FirstAsync(Cancellation)));
        Assert.False(await _kept.ReadAsync(context => context.ImportLocks.AnyAsync(Cancellation)));
    }

    // Old database and keys aside, each with the folder to move them to; both new ones in; the folder they were in, and the journal, gone.
    const int AllSteps = 8;

    public static TheoryData<int> Steps => [.. Enumerable.Range(-1, AllSteps + 2)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_between_any_two_steps_the_next_start_finds_old_or_new_data_whole(int done)
    {
        await _kept.ImportAsync([4]);
        SqliteConnection.ClearAllPools();
        using var hold = new DataHold(_kept.Folder);
        hold.TakeAlone(Assert.Fail);
        var swap = RestoreSwap.Begin(_kept.Folder, _kept.Clock.GetUtcNow().UtcDateTime);
        await using (var stream = File.OpenRead(_kept.Backup))
        {
            using var archive = BackupArchive.Open(stream);
            await archive.ExtractAsync(swap.Staged, Cancellation);
        }

        if (done >= 0)
        {
            swap.Commit();
            foreach (var step in swap.Steps().Take(done)) step();
        }

        hold.Dispose();
        // What a start makes before it takes hold.
        Directory.CreateDirectory(_kept.Folder.Keys);
        var told = new List<string>();
        using var next = new DataHold(_kept.Folder);
        await next.ShareAsync(told.Add, Cancellation);

        Assert.Equal(done < 0 ? 4 : 3, (await _kept.ArticlesAsync()).Count);
        Assert.Equal(["key-1.xml"], _kept.Folder.KeyFiles().Select(Path.GetFileName));
        Assert.False(RestoreSwap.IsUnfinished(_kept.Folder));
        Assert.Equal(done < 0 ? 0 : 1, Directory.GetDirectories(_kept.Folder.Root, "replaced-*").Length);
        if (done < AllSteps) Assert.Contains("interrupted", Assert.Single(told), StringComparison.Ordinal);
        else Assert.Empty(told);
        Assert.Empty(await _kept.ProblemsAsync());
    }

    async Task<long> VersionAsync() => await _kept.ReadAsync(context => context.States.Select(state => state.DataVersion).SingleAsync(Cancellation));

    async Task DamageAsync(string damage)
    {
        if (damage == "not a zip")
        {
            await File.WriteAllTextAsync(_kept.Backup, "not a zip", Cancellation);
            return;
        }

        if (damage == "cut off")
        {
            await using var file = File.OpenWrite(_kept.Backup);
            file.SetLength(file.Length - 100);
            return;
        }

        await using var zip = await ZipFile.OpenAsync(_kept.Backup, ZipArchiveMode.Update, Cancellation);
        switch (damage)
        {
            case "another zip":
                zip.GetEntry("manifest.json")!.Delete();
                break;
            case "another database":
                await ReplaceAsync(zip, "news.db", _ => "another");
                break;
            case "no keys":
                zip.GetEntry("keys/key-1.xml")!.Delete();
                break;
            case "a path":
                await ReplaceAsync(zip, "manifest.json", text => text.Replace("keys/key-1.xml", "keys/../../key-1.xml", StringComparison.Ordinal));
                break;
            case "newer schema":
                await ReplaceAsync(zip, "manifest.json", text => text.Replace("_Initial\"", "_Initial\", \"29990101000000_Later\"", StringComparison.Ordinal));
                break;
            case "newer layout":
                await ReplaceAsync(zip, "manifest.json", text => text.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));
                break;
            default:
                await ReplaceAsync(zip, "manifest.json", _ => "{");
                break;
        }
    }

    static async Task ReplaceAsync(ZipArchive zip, string name, Func<string, string> change)
    {
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync(Cancellation))) text = await reader.ReadToEndAsync(Cancellation);
        entry.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Cancellation));
        await writer.WriteAsync(change(text));
    }
}
