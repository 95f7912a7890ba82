using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Web;

/// <summary>Undos in processes of their own that are killed: all of it was done, or nothing.</summary>
public sealed class KilledUndoTests : IDisposable
{
    const int Files = 1200;

    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task A_killed_undo_has_done_nothing_or_all_and_the_next_one_does_it()
    {
        await ImportAsync("first");
        var before = await ExportAsync();
        await ImportAsync("second");
        var after = await ExportAsync();

        using (var undo = Executable.Start(_home, "undo", "2", "--data", "data"))
        {
            await BegunAsync(undo);
            undo.Kill(entireProcessTree: true);
            await undo.WaitForExitAsync(Cancellation);
        }

        Assert.Equal(0, (await RunAsync("check")).Code);
        var left = await ExportAsync();
        Assert.True(left == after || left == before, "The killed undo left a state in between.");
        var again = await RunAsync("undo", "2");
        Assert.True(again.Code == (left == before ? 3 : 0), again.Output + again.Error);
        Assert.Equal(before, await ExportAsync());
        Assert.Equal(0, (await RunAsync("check")).Code);
        Assert.Equal(3, (await RunAsync("undo", "2")).Code);
    }

    async Task ImportAsync(string edition)
    {
        Directory.CreateDirectory(Path.Combine(_home, "inbox"));
        for (var i = 0; i < Files; i++)
            await File.WriteAllTextAsync(Path.Combine(_home, "inbox", $"{i:D4}.md"), $"---\ntitle: \"The {edition} headline {i} on facial recognition\"\nwebUrl: \"https://example.com/{i}\"\n---\nThe {edition} text.\n", Cancellation);
        Assert.Equal(0, (await RunAsync("import", "inbox")).Code);
    }

    Task<Outcome> RunAsync(params string[] arguments) => Executable.RunAsync(_home, null, [.. arguments, "--data", "data"]);

    async Task<string> ExportAsync() => (await RunAsync("export")).Output;

    // The undo's own run stands in the database before it changes anything else.
    async Task BegunAsync(System.Diagnostics.Process process)
    {
        using var database = new NewsDatabase(Path.Combine(_home, "data", "news.db"));
        await using var context = database.Open();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        do await timer.WaitForNextTickAsync(Cancellation);
        while (!process.HasExited && !await context.Runs.AnyAsync(run => run.Kind == RunKind.Undo, Cancellation));
    }
}
