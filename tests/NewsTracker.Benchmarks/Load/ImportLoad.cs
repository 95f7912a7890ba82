using System.Diagnostics;
using NewsTracker.Benchmarks.Synthetic;

namespace NewsTracker.Benchmarks.Load;

/// <summary>Eight clients browse a synthetic tracker, first left alone, then while a second process imports new files into it.</summary>
/// <param name="program">NewsTracker.Web.dll.</param>
/// <param name="data">The data directory; the articles stay in it.</param>
/// <param name="files">How many to import.</param>
/// <param name="report">Where the figures go.</param>
sealed class ImportLoad(string program, string data, int files, TextWriter report)
{
    const int Clients = 8;
    const int Warming = 1000;
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <summary>Runs it.</summary>
    /// <returns>1 where a request failed or the import did.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var inbox = new TemporaryFolder();
        SyntheticFiles.Write(inbox.Path, files, seed: files);
        using var server = await ServedTracker.StartAsync(program, data, cancellation);
        var addresses = new RandomAddresses(1);
        foreach (var address in addresses.Filters(Warming).Concat(addresses.Words(Warming / 2))) await server.GetAsync(address);

        using var quiet = new CancellationTokenSource(Quiet);
        var alone = await BrowseAsync(server, addresses, quiet.Token);
        alone.Tell("left alone", Quiet, report);

        using var importing = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var browsing = BrowseAsync(server, addresses, importing.Token);
        var (exit, output) = await new TrackerProcess(data, program).RunAsync(cancellation, "import", inbox.Path);
        var took = clock.Elapsed;
        await importing.CancelAsync();
        await report.WriteAsync(output);
        var during = await browsing;
        during.Tell($"while {files} files were imported", took, report);
        return exit + alone.Failures + during.Failures == 0 ? 0 : 1;
    }

    static Task<Browsing> BrowseAsync(ServedTracker server, RandomAddresses addresses, CancellationToken until) =>
        Browsing.RunAsync(server, Clients, () => addresses.Filters(1)[0], until);
}
