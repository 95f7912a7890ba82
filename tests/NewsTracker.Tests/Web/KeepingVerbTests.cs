using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;

namespace NewsTracker.Tests.Web;

/// <summary>Backup, restore and check as people run them, and what the machine can refuse.</summary>
public sealed class KeepingVerbTests : IDisposable
{
    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    string Data => Path.Combine(_home, "data");

    string Backup => Path.Combine(_home, "kept", "backup.zip");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task What_was_backed_up_is_restored_in_another_place()
    {
        await ImportAsync();
        var backup = await RunAsync("backup", Backup);
        var again = await RunAsync("backup", Backup);
        var forced = await RunAsync("backup", Backup, "--force");
        var elsewhere = Path.Combine(_home, "elsewhere");
        var restore = await Executable.RunAsync(_home, null, "restore", Backup, "--data", elsewhere);
        var refused = await Executable.RunAsync(_home, null, "restore", Backup, "--data", elsewhere);
        var check = await Executable.RunAsync(_home, null, "check", "--data", elsewhere);

        Assert.True(backup.Code == 0, backup.Error);
        Assert.Contains("19 articles", backup.Output, StringComparison.Ordinal);
        Assert.Equal([3, 0, 0, 3, 0], [again.Code, forced.Code, restore.Code, refused.Code, check.Code]);
        Assert.Contains("--force", again.Error, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Contains("all agree", check.Output, StringComparison.Ordinal);
        Assert.Equal([Backup], Directory.GetFileSystemEntries(Path.GetDirectoryName(Backup)!));
    }

    [Fact]
    public async Task A_restore_is_refused_while_a_server_runs_and_a_backup_is_not()
    {
        await ImportAsync();
        using var server = Executable.Start(_home, "serve", "--data", Data, "--urls", "http://127.0.0.1:0", "--Import:Folders:0", _home);
        try
        {
            string? line;
            do line = await server.StandardOutput.ReadLineAsync(Cancellation);
            while (line is not null && !line.StartsWith("Open", StringComparison.Ordinal));

            var backup = await RunAsync("backup", Backup);
            var restore = await RunAsync("restore", Backup, "--force");

            Assert.True(backup.Code == 0, backup.Error);
            Assert.Equal(3, restore.Code);
            Assert.Contains("Stop it first", restore.Error, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(Cancellation);
        }

        var afterwards = await RunAsync("restore", Backup, "--force");
        Assert.True(afterwards.Code == 0, afterwards.Error);
        Assert.Contains("is kept in", afterwards.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_page_is_found_and_refused_with_the_way_to_restore()
    {
        await ImportAsync();
        Assert.Equal(0, (await RunAsync("backup", Backup)).Code);
        await using (var file = File.OpenWrite(Path.Combine(Data, "news.db")))
        {
            // All but the first page, so that whatever is read comes upon it.
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray());
        }

        var check = await RunAsync("check");
        var import = await RunAsync("import", Seeds.Folder);
        var serve = await RunAsync("serve", "--urls", "http://127.0.0.1:0");
        var backup = await RunAsync("backup", Backup, "--force");
        var restore = await RunAsync("restore", Backup, "--force");

        Assert.Equal([1, 3, 3, 3], [check.Code, import.Code, serve.Code, backup.Code]);
        Assert.All([check, import, serve, backup], outcome => Assert.Contains("restore FILE --force", outcome.Error, StringComparison.Ordinal));
        Assert.True(restore.Code == 0, restore.Error);
        Assert.Equal(0, (await RunAsync("check")).Code);
    }

    [Fact]
    public async Task A_full_disk_leaves_nothing_behind_and_the_next_backup_works()
    {
        if (OperatingSystem.IsWindows()) return;
        await ImportAsync();

        // No file may grow beyond 64 kB; the database is larger. The signal that would kill the process is what a full disk does not send.
        var refused = await ShellAsync($"trap '' XFSZ; ulimit -f 64; exec dotnet '{Program}' backup '{Backup}' --data '{Data}'", ("DOTNET_EnableWriteXorExecute", "0"));

        Assert.True(refused.Code == 3, refused.Output + refused.Error);
        Assert.Contains("No backup was written", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Backup)!));
        Assert.Equal(0, (await RunAsync("backup", Backup)).Code);
        var restore = await ShellAsync($"trap '' XFSZ; ulimit -f 64; exec dotnet '{Program}' restore '{Backup}' --force --data '{Data}'", ("DOTNET_EnableWriteXorExecute", "0"));
        Assert.True(restore.Code == 3, restore.Output + restore.Error);
        Assert.Contains("The data is as it was", restore.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Data, "re*"));
        Assert.Equal(0, (await RunAsync("check")).Code);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_told()
    {
        if (OperatingSystem.IsWindows()) return;
        await ImportAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(Backup)!);
        File.SetUnixFileMode(Path.GetDirectoryName(Backup)!, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        // Root may write everywhere, so root's test runs as nobody, to whom the data is given.
        var asNobody = Environment.IsPrivilegedProcess ? $"chmod 755 '{_home}' && chown -R 65534 '{Data}' && exec setpriv --reuid 65534 --clear-groups " : "exec ";

        var refused = await ShellAsync($"{asNobody} dotnet '{Program}' backup '{Backup}' --data '{Data}'", ("HOME", _home));

        Assert.True(refused.Code == 3, refused.Output + refused.Error);
        Assert.Contains("denied", refused.Error, StringComparison.Ordinal);
        File.SetUnixFileMode(Path.GetDirectoryName(Backup)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Backup)!));
    }

    [Fact]
    public async Task A_database_that_another_program_writes_can_be_backed_up()
    {
        await ImportAsync();
        using var database = new NewsDatabase(Path.Combine(Data, "news.db"));
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync("BEGIN EXCLUSIVE; UPDATE Articles SET Title = 'not committed'", Cancellation);

        var backup = await RunAsync("backup", Backup);
        await context.Database.ExecuteSqlRawAsync("ROLLBACK", Cancellation);

        Assert.True(backup.Code == 0, backup.Error);
    }

    [Fact]
    public async Task An_upgrade_keeps_the_data_as_it_was_before()
    {
        await ImportAsync();
        // As far as anybody can tell, this was written before the first migration; what is then done to it fails, as an upgrade may.
        using (var database = new NewsDatabase(Path.Combine(Data, "news.db")))
        await using (var context = database.Open())
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory", Cancellation);
        SqliteConnection.ClearAllPools();

        var upgrade = await RunAsync("check");

        Assert.Equal(3, upgrade.Code);
        Assert.Contains("As it was before, it is kept in", upgrade.Error, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(Data, "backups"), "newstracker-before-upgrade-*.zip"));
        Assert.Contains(kept, upgrade.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Backups:Every", "sometimes")]
    [InlineData("Backups:Every", "4m")]
    [InlineData("Backups:Every", "h")]
    [InlineData("Backups:Keep", "0")]
    [InlineData("Backups:Folder", "a file")]
    [InlineData("Backups:Evry", "24h")]
    public async Task A_setting_that_is_not_allowed_is_told_at_the_start(string key, string value)
    {
        await File.WriteAllTextAsync(Path.Combine(_home, "a file"), "", Cancellation);

        var outcome = await Executable.RunAsync(_home, null, "serve", "--data", Data, $"--{key}", value);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(key, outcome.Error, StringComparison.Ordinal);
    }

    static string Program => typeof(NewsTracker.Web.Hosting.DataPlaces).Assembly.Location;

    Task<Outcome> RunAsync(params string[] arguments) => Executable.RunAsync(_home, null, [.. arguments, "--data", Data]);

    async Task ImportAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Backup)!);
        var import = await RunAsync("import", Seeds.Folder);
        Assert.True(import.Code == 0, import.Error);
    }

    async Task<Outcome> ShellAsync(string line, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = _home, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return new Outcome(process.ExitCode, await output, await error);
    }
}
