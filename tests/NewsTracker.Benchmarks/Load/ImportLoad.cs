using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
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
        Tell("left alone", alone, Quiet);

        using var importing = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var browsing = BrowseAsync(server, addresses, importing.Token);
        var exit = await ImportAsync(inbox.Path, cancellation);
        var took = clock.Elapsed;
        await importing.CancelAsync();
        var during = await browsing;
        Tell($"while {files} files were imported", during, took);
        return exit == 0 && alone.Failed.IsEmpty && during.Failed.IsEmpty ? 0 : 1;
    }

    async Task<int> ImportAsync(string inbox, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [program, "import", inbox, "--data", data]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var told = process.StandardError.ReadToEndAsync(cancellation);
        await report.WriteAsync(await process.StandardOutput.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) await report.WriteLineAsync(await told);
        return process.ExitCode;
    }

    static async Task<Browsing> BrowseAsync(ServedTracker server, RandomAddresses addresses, CancellationToken until)
    {
        var browsing = new Browsing();
        var drawing = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(
            async () =>
            {
                while (!until.IsCancellationRequested)
                {
                    string address;
                    lock (drawing) address = addresses.Filters(1)[0];
                    var start = Stopwatch.GetTimestamp();
                    try
                    {
                        await server.GetAsync(address);
                        browsing.Taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    }
                    catch (HttpRequestException problem)
                    {
                        browsing.Failed.Add(problem.Message);
                    }
                }
            },
            CancellationToken.None)));
        return browsing;
    }

    void Tell(string when, Browsing browsing, TimeSpan took)
    {
        report.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{when}: {browsing.Taken.Count} pages in {took.TotalSeconds:F1} s, {new Latencies(browsing.Taken).Shown}, {browsing.Failed.Count} failed"));
        foreach (var problem in browsing.Failed.Take(5)) report.WriteLine($"  {problem}");
    }

    sealed class Browsing
    {
        public ConcurrentBag<double> Taken { get; } = [];

        public ConcurrentBag<string> Failed { get; } = [];
    }
}
