using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Web;

/// <summary>Imports in processes of their own, one of which is killed.</summary>
public sealed class KilledImportTests : IDisposable
{
    const int Files = 1500;
    const int MostTries = 10;
    const string Inbox = "inbox";

    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public KilledImportTests()
    {
        Directory.CreateDirectory(Path.Combine(_home, Inbox));
        for (var i = 0; i < Files; i++) File.WriteAllText(Path.Combine(_home, Inbox, $"{i:D4}.md"), Article(i));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task A_killed_import_leaves_the_database_whole_and_the_next_one_completes_it_at_once()
    {
        var killed = await HalfImportedAsync();

        Assert.Equal(0, (await RunAsync("check", "--data", killed)).Code);
        Assert.Equal(0, (await RunAsync("import", Inbox, "--data", killed)).Code);
        Assert.Equal([RunState.Interrupted, RunState.Completed], await RunStatesAsync(killed));

        Assert.Equal(0, (await RunAsync("import", Inbox, "--data", "undisturbed")).Code);
        Assert.Equal(await ExportAsync("undisturbed"), await ExportAsync(killed));
    }

    [Fact]
    public async Task A_second_import_is_refused_while_another_process_holds_the_lock()
    {
        Assert.Equal(0, (await RunAsync("import", Inbox, "--data", "held")).Code);
        var locks = new ImportLockKeeper(Database("held"), TimeProvider.System);
        var run = new ImportRun { Kind = RunKind.Import, StartedBy = "test", StartedAt = DateTime.UnixEpoch, Roots = [] };
        var runId = await locks.AcquireAsync(run, TestContext.Current.CancellationToken);

        var refused = await RunAsync("import", Inbox, "--data", "held");
        Assert.Equal(3, refused.Code);
        Assert.Contains("One import runs at a time", refused.Error, StringComparison.Ordinal);

        await locks.ReleaseAsync(runId, RunState.Completed);
        Assert.Equal(0, (await RunAsync("import", Inbox, "--data", "held")).Code);
    }

    static string Article(int i) => $"""
        ---
        title: "Headline number {i} on facial recognition"
        excerpt: "SenseTime and others are named in number {i}."
        publishedDateTime: 2021-01-01T00:{i % 60:D2}:00Z
        webUrl: "https://example.com/{i}"
        related:
          - title: "Listed beside {i}"
            webUrl: "https://example.com/{(i * 7) % Files}"
        ---
        """;

    Task<Outcome> RunAsync(params string[] arguments) => Executable.RunAsync(_home, null, arguments);

    NewsDatabase Database(string data) => new(Path.Combine(_home, data, "news.db"));

    // On a busy machine an import can end before this process gets to kill it: then another one is begun elsewhere.
    async Task<string> HalfImportedAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var data = $"killed{tries}";
            using var import = Executable.Start(_home, "import", Inbox, "--data", data);
            await FirstBatchAsync(data);
            import.Kill(entireProcessTree: true);
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (await ArticlesAsync(data) < Files) return data;
            Assert.True(tries < MostTries, "No import was killed half done.");
        }
    }

    async Task FirstBatchAsync(string data)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        do await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(Database(data).Path) || await ArticlesAsync(data) == 0);
    }

    async Task<int> ArticlesAsync(string data)
    {
        await using var context = Database(data).Open();
        try
        {
            return await context.Articles.CountAsync(TestContext.Current.CancellationToken);
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // The other process has not made its tables yet.
            return 0;
        }
    }

    async Task<List<RunState>> RunStatesAsync(string data)
    {
        await using var context = Database(data).Open();
        return await context.Runs.OrderBy(run => run.Id).Select(run => run.State).ToListAsync(TestContext.Current.CancellationToken);
    }

    async Task<List<string>> ExportAsync(string data)
    {
        var export = await RunAsync("export", "--data", data);
        return [.. export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Timeless)];
    }

    // When it was imported differs between runs; everything else must not.
    static string Timeless(string line)
    {
        var article = JsonNode.Parse(line)!;
        article["source"]!["importedAt"] = null;
        return article.ToJsonString();
    }
}
