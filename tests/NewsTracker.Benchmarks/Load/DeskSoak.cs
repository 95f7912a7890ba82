using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsTracker.Benchmarks.Load;

/// <summary>Ten people who sign in and correct a title each, one after the other over some time: old articles and the ones that came last, in turn.</summary>
/// <param name="server">Where.</param>
/// <param name="email">Their account.</param>
/// <param name="password">Its password.</param>
sealed class DeskSoak(ServedTracker server, string email, string password)
{
    /// <summary>How many; no more may sign in from one address in a minute.</summary>
    public const int People = 10;

    readonly Dictionary<long, string> _corrected = [];
    readonly List<string> _problems = [];

    /// <summary>The longest that any answer took, and what it answered.</summary>
    public (TimeSpan Took, string To) Longest { get; private set; }

    /// <summary>Corrections that were taken.</summary>
    public int Corrected { get; private set; }

    /// <summary>Has them come, evenly over some time.</summary>
    public async Task RunAsync(TimeSpan over, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        for (var person = 0; person < People; person++)
        {
            if (over * person / People - clock.Elapsed is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, cancellation);
            try
            {
                await CorrectAsync(person, cancellation);
            }
            catch (HttpRequestException problem)
            {
                _problems.Add($"person {person}: {problem.Message}");
            }
        }
    }

    async Task CorrectAsync(int person, CancellationToken cancellation)
    {
        var items = (await JsonAsync($"/api/v1/articles?sort={(person % 2 == 0 ? "oldest" : "added")}&size={People}")).GetProperty("items");
        var article = items[person].GetProperty("id").GetInt64();
        var title = string.Create(CultureInfo.InvariantCulture, $"Corrected under load {person}");
        using var editor = new DeskEditor(server.Address);
        await editor.SignInAsync(email, password, cancellation);
        await editor.CorrectTitleAsync(article, title, cancellation);
        if (editor.Longest.Took > Longest.Took) Longest = editor.Longest;
        _corrected[article] = title;
        Corrected++;
    }

    /// <summary>What went wrong: answers that were refused, and corrections that do not stand.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync()
    {
        List<string> problems = [.. _problems];
        foreach (var (article, title) in _corrected)
        {
            var now = await JsonAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/articles/{article}"));
            if (now.GetProperty("title").GetString() != title || now.GetProperty("titleSource").GetString() != "correction") problems.Add($"the correction of article {article} does not stand");
        }

        return problems;
    }

    async Task<JsonElement> JsonAsync(string address) => JsonElement.Parse(await server.TextAsync(address));
}
