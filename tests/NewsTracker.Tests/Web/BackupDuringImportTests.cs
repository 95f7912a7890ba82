using NewsTracker.Benchmarks.Kills;

namespace NewsTracker.Tests.Web;

/// <summary>A backup while an import runs.</summary>
public sealed class BackupDuringImportTests : IDisposable
{
    const int Files = 800;

    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task A_backup_taken_during_an_import_holds_every_article_that_was_committed_before()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var inbox = Inbox(Files);
        var running = new KeptTracker(Path.Combine(_home, "running"));
        var restored = new KeptTracker(Path.Combine(_home, "restored"));
        await running.DoAsync(cancellation, "import", Seeds.Folder);
        using var import = Executable.Start(_home, "import", inbox, "--data", running.Data);
        var output = import.StandardOutput.ReadToEndAsync(cancellation);
        var error = import.StandardError.ReadToEndAsync(cancellation);
        IReadOnlyList<string> committed;
        do committed = await running.ExportAsync(cancellation);
        while (committed.Count < 100 && !import.HasExited);

        await running.DoAsync(cancellation, "backup", Path.Combine(_home, "backup.zip"));
        await import.WaitForExitAsync(cancellation);
        Assert.True(import.ExitCode == 0, await output + await error);
        await restored.DoAsync(cancellation, "restore", Path.Combine(_home, "backup.zip"));
        Assert.Contains("all agree", await restored.DoAsync(cancellation, "check"), StringComparison.Ordinal);
        var found = (await restored.ExportAsync(cancellation)).Select(Id).ToHashSet();
        Assert.Superset(committed.Select(Id).ToHashSet(), found);
        await restored.DoAsync(cancellation, "import", inbox);
        Assert.Equal(19 + Files, (await restored.ExportAsync(cancellation)).Count);
    }

    static string Id(string line) => line[..line.IndexOf(',', StringComparison.Ordinal)];

    string Inbox(int files)
    {
        var inbox = Directory.CreateDirectory(Path.Combine(_home, "inbox")).FullName;
        for (var i = 0; i < files; i++)
            File.WriteAllText(Path.Combine(inbox, $"{i:D4}.md"), $"---\ntitle: Headline number {i} on facial recognition\nwebUrl: https://example.com/{i}\n---\nSenseTime is named in number {i}.\n");
        return inbox;
    }
}
