using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace NewsTracker.Benchmarks.Load;

/// <summary>The real server as a process on a free port of this machine's own loop.</summary>
sealed class ServedTracker : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process _process;
    readonly HttpClient _client;

    ServedTracker(Process process, Uri address)
    {
        _process = process;
        Address = address;
        // An article whose headline is corrected meanwhile has a new address, to which the old one leads; browsers go there.
        _client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, MaxAutomaticRedirections = 1, UseProxy = false })
        {
            BaseAddress = address,
            Timeout = Patience,
        };
        // As browsers ask; answers are not unpacked here.
        _client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br");
    }

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process to the end of the first list page.</summary>
    public TimeSpan Started { get; private init; }

    /// <summary>Starts it and reads its first page.</summary>
    /// <param name="program">NewsTracker.Web.dll of a build or of a published program.</param>
    /// <param name="data">The data directory.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public static async Task<ServedTracker> StartAsync(string program, string data, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(
            "dotnet", [program, "serve", "--urls", "http://127.0.0.1:0", "--data", data, "--Import:Folders:0", Directory.CreateDirectory(Path.Combine(data, "inbox")).FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("answered 5", StringComparison.Ordinal) == true) Console.Error.WriteLine(line.Data);
        };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (!line.StartsWith("Open ", StringComparison.Ordinal)) continue;
            var address = new Uri(line["Open ".Length..]);
            using (var first = new HttpClient { BaseAddress = address, Timeout = Patience }) await first.GetStringAsync(new Uri("/", UriKind.Relative), cancellation);
            var served = new ServedTracker(process, address) { Started = clock.Elapsed };
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return served;
        }

        throw new InvalidOperationException("the server ended before it served");
    }

    /// <summary>Reads a page to its end.</summary>
    /// <exception cref="HttpRequestException">Anything but 200, at the address or where it leads.</exception>
    public async Task<byte[]> GetAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"{address} answered {answer.StatusCode}", null, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Reads a page as plain text.</summary>
    public async Task<string> TextAsync(string address)
    {
        using var plain = new HttpClient { BaseAddress = Address };
        return await plain.GetStringAsync(new Uri(address, UriKind.Relative));
    }

    /// <summary>Processor time it has taken so far, all threads together.</summary>
    public TimeSpan Worked()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Resident memory: all of it, and what of it is mapped from files; in MB.</summary>
    public (double All, double Mapped) Resident()
    {
        var status = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/status"));
        double Of(string name) => double.Parse(status.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        return (Of("VmRSS:"), Of("RssFile:") + Of("RssShmem:"));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
