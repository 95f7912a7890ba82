using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsTracker.Benchmarks.Load;

/// <summary>
/// Browses a synthetic tracker over real HTTP and prints what it took, the median of some rounds with a fresh server each.
/// No address of a list or article is visited twice in a round but where a line says so; the server is warmed up with others.
/// </summary>
/// <param name="program">NewsTracker.Web.dll.</param>
/// <param name="data">The data directory.</param>
/// <param name="rounds">How often.</param>
/// <param name="report">Where the table goes.</param>
sealed partial class ServeLoad(string program, string data, int rounds, TextWriter report)
{
    const int Visits = 200;
    const int Warming = 1000;
    const int Clients = 8;
    const int ClientVisits = 1200;
    const int Deep = 4000;

    readonly List<(string What, List<double> Values, string Unit)> _lines = [];

    /// <summary>Runs it.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        for (var round = 1; round <= rounds; round++) await RoundAsync(round, cancellation);
        await report.WriteLineAsync($"| measure | median of {rounds} | each |\n|---|---|---|");
        foreach (var (what, values, unit) in _lines)
            await report.WriteLineAsync($"| {what} | {Number(values.Order().ElementAt(values.Count / 2))} {unit} | {string.Join(", ", values.Select(Number))} |");
        return 0;
    }

    async Task RoundAsync(int round, CancellationToken cancellation)
    {
        using var server = await ServedTracker.StartAsync(program, data, cancellation);
        Note("start to first answered list page", server.Started.TotalSeconds, "s");
        var addresses = new RandomAddresses(round);
        ConcurrentBag<string> warming = [];
        foreach (var address in addresses.Filters(Warming).Concat(addresses.Words(Warming / 2))) await server.GetAsync(address);
        await WalkAsync(server, "/?scope=all&sort=oldest", 20, warming);
        foreach (var article in warming.Distinct()) await server.GetAsync(article);

        ConcurrentBag<string> articles = [];
        await OneClientAsync("filters", server, addresses.Filters(Visits));
        await OneClientAsync("two or three words", server, addresses.Words(Visits));
        await OneClientAsync("the most common word", server, addresses.CommonWord(50));
        Note("filters, eight clients", await ManyClientsAsync(server, addresses.Filters(ClientVisits)), "pages/s");
        Note("words, eight clients", await ManyClientsAsync(server, addresses.Words(ClientVisits / 2)), "pages/s");
        await DeepAsync(server, articles);
        await OneClientAsync("article", server, [.. articles.Distinct().Take(Visits)]);
        await RepeatedAsync(server, addresses.Filters(1)[0]);
        var (all, mapped) = server.Resident();
        Note("resident after all this", all, "MB");
        Note("… of which mapped files", mapped, "MB");
    }

    async Task OneClientAsync(string what, ServedTracker server, IReadOnlyList<string> addresses)
    {
        var before = server.Worked();
        var taken = await Latencies.OfAsync(addresses, server.GetAsync);
        var worked = server.Worked() - before;
        Note($"{what}, p50", taken.At(.5), "ms");
        Note($"{what}, p99", taken.At(.99), "ms");
        Note($"{what}, the server's processor time a page", worked.TotalMilliseconds / addresses.Count, "ms");
    }

    static async Task<double> ManyClientsAsync(ServedTracker server, IReadOnlyList<string> addresses)
    {
        var left = new ConcurrentQueue<string>(addresses);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (left.TryDequeue(out var address)) await server.GetAsync(address);
        }));
        return addresses.Count / clock.Elapsed.TotalSeconds;
    }

    // Pages of 100 lead there in a quarter of the steps; a cursor does not care how large the pages before it were.
    async Task DeepAsync(ServedTracker server, ConcurrentBag<string> articles)
    {
        var first = await WalkAsync(server, "/?scope=all", 20, articles);
        Note("first 20 pages, p50", first.Taken.At(.5), "ms");
        var (deep, _) = await WalkAsync(server, "/?scope=all&size=100", Deep * 25 / 100, articles: null);
        Note($"20 pages from page {Deep}, p50", (await WalkAsync(server, deep.Replace("&size=100", "", StringComparison.Ordinal), 20, articles)).Taken.At(.5), "ms");
    }

    static async Task<(string Next, Latencies Taken)> WalkAsync(ServedTracker server, string address, int pages, ConcurrentBag<string>? articles)
    {
        List<double> taken = [];
        for (var page = 0; page < pages; page++)
        {
            var start = Stopwatch.GetTimestamp();
            var html = await server.TextAsync(address);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            foreach (Match match in ArticleLink().Matches(html)) articles?.Add(match.Groups[1].Value);
            if (NextLink().Match(html) is not { Success: true } next) break;
            address = next.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        }

        return (address, new Latencies(taken));
    }

    async Task RepeatedAsync(ServedTracker server, string address)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br");
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Note("a list page, compressed", answer.Content.Headers.ContentLength / 1024.0 ?? 0, "kB");
        Note("the same page again", await new RepeatedRequest(server.Address, address, etag: null).RateAsync(), "/s");
        Note("the same page, unchanged (304)", await new RepeatedRequest(server.Address, address, answer.Headers.ETag?.ToString() ?? "\"none\"").RateAsync(), "/s");
    }

    void Note(string what, double value, string unit)
    {
        report.WriteLine($"{what}: {Number(value)} {unit}");
        if (_lines.FirstOrDefault(line => line.What == what).Values is { } values) values.Add(value);
        else _lines.Add((what, [value], unit));
    }

    static string Number(double value) => value.ToString(value < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);

    [GeneratedRegex("<h3><a href=\"(/articles/[0-9]+/[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ArticleLink();

    [GeneratedRegex("rel=\"next\"[^>]*href=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex NextLink();
}
