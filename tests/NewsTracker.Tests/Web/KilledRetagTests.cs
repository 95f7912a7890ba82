using Microsoft.EntityFrameworkCore;
using NewsTracker.Benchmarks;
using NewsTracker.Benchmarks.Load;
using NewsTracker.Storage;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Web;

/// <summary>A retag that is killed half-way is told, and goes on by itself when a server starts.</summary>
public sealed class KilledRetagTests : IDisposable
{
    const int Files = 2000;
    const int MostTries = 10;

    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Data => Path.Combine(_home, "data");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task A_server_that_starts_goes_on_with_a_killed_retag()
    {
        await ImportAsync();
        await KillHalfDoneAsync();

        var check = await RunAsync("check");
        Assert.Equal(0, check.Code);
        Assert.Contains("Retag needed: ", check.Output, StringComparison.Ordinal);

        using (await ServedTracker.StartAsync(TrackerProcess.Executable, Data, Cancellation))
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            do await timer.WaitForNextTickAsync(Cancellation);
            while ((await RunsAsync())[^1] is not (RunKind.Retag, RunState.Completed));
        }

        Assert.Equal([(RunKind.Retag, RunState.Interrupted), (RunKind.Retag, RunState.Completed)], (await RunsAsync())[^2..]);
        Assert.Equal(Files, await TaggedAsync());
        Assert.DoesNotContain("Retag needed: ", (await RunAsync("check")).Output, StringComparison.Ordinal);
    }

    async Task ImportAsync()
    {
        Directory.CreateDirectory(Path.Combine(_home, "inbox"));
        for (var i = 0; i < Files; i++)
            await File.WriteAllTextAsync(Path.Combine(_home, "inbox", $"{i:D4}.md"), $"---\ntitle: \"Quillmark1 sells facial recognition to city {i}\"\nwebUrl: \"https://example.com/{i}\"\n---\n", Cancellation);
        Assert.Equal(0, (await RunAsync("import", "inbox")).Code);
    }

    Task<Outcome> RunAsync(params string[] arguments) => Executable.RunAsync(_home, null, [.. arguments, "--data", "data"]);

    // On a busy machine a retag can end before this process gets to kill it: then another company gives another one something to do.
    async Task KillHalfDoneAsync()
    {
        for (var tries = 1; ; tries++)
        {
            await File.WriteAllTextAsync(Path.Combine(_home, "more.yaml"), $"companies:\n  - name: Quillmark{tries}\n    slug: quillmark{tries}\n    kind: [face]\n", Cancellation);
            Assert.Equal(0, (await RunAsync("catalogue", "import", "more.yaml")).Code);
            using var retag = Executable.Start(_home, "retag", "--data", "data");
            _ = retag.StandardOutput.ReadToEndAsync(Cancellation);
            _ = retag.StandardError.ReadToEndAsync(Cancellation);
            await HalfDoneAsync(retag);
            retag.Kill(entireProcessTree: true);
            await retag.WaitForExitAsync(Cancellation);
            if (await TaggedAsync() is > 0 and < Files) return;
            Assert.True(tries < MostTries, "No retag was killed half done.");
        }
    }

    async Task HalfDoneAsync(System.Diagnostics.Process process)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        do await timer.WaitForNextTickAsync(Cancellation);
        while (!process.HasExited && await TaggedAsync() == 0);
    }

    // Articles that were tagged with the catalogue in force.
    Task<int> TaggedAsync() => ReadAsync(context => context.Articles
        .Where(article => context.States.Any(state => state.CatalogueVersion == article.TaggedWith)).CountAsync(Cancellation));

    Task<List<(RunKind Kind, RunState State)>> RunsAsync() => ReadAsync(async context =>
        (await context.Runs.OrderBy(run => run.Id).Select(run => new { run.Kind, run.State }).ToListAsync(Cancellation)).ConvertAll(run => (run.Kind, run.State)));

    async Task<T> ReadAsync<T>(Func<NewsContext, Task<T>> read)
    {
        using var database = new NewsDatabase(Path.Combine(Data, "news.db"));
        await using var context = database.Open();
        return await read(context);
    }
}
