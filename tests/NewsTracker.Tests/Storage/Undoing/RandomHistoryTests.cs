using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Tests.Storage.Undoing;

/// <summary>Random sequences of edits, imports, undos and hiding, held against a model in memory: for each article a stack of what runs made of it.</summary>
public sealed class RandomHistoryTests : IAsyncLifetime
{
    const int Files = 5;
    const int Steps = 24;

    readonly UndoBench _bench = new();
    readonly string?[] _onDisk = new string?[Files];
    readonly Stack<(long Run, string Title)>[] _articles = [.. Enumerable.Range(0, Files).Select(_ => new Stack<(long, string)>())];
    readonly bool[] _hidden = new bool[Files];
    readonly HashSet<long> _standing = [];
    readonly List<long> _runs = [];
    (long Run, string Before) _latest;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _bench.InitializeAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_state_is_the_one_of_the_model(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < Steps; step++)
        {
            switch (random.Next(8))
            {
                case < 3: Edit(random.Next(Files), $"Facial recognition, seed {seed}, edition {random.Next(6)}"); break;
                case < 5: await ImportAsync(); break;
                case < 7: await UndoAsync(random); break;
                default: await ToggleAsync(random.Next(Files)); break;
            }

            await CompareAsync($"seed {seed}, step {step}");
        }

        Assert.Empty((await new IntegrityCheck(_bench.Tracker.Database, _bench.Indexes).RunAsync(Cancellation)).Problems);
    }

    void Edit(int file, string title)
    {
        _onDisk[file] = title;
        _bench.Tracker.Put($"{file}.txt", UndoBench.File($"{file}", title));
    }

    async Task ImportAsync()
    {
        var before = await _bench.ExportAsync();
        var run = await _bench.ImportAsync();
        _latest = (run, before);
        _runs.Add(run);
        _standing.Add(run);
        for (var file = 0; file < Files; file++)
            if (_onDisk[file] is { } title && (_articles[file].Count == 0 || _articles[file].Peek().Title != title)) _articles[file].Push((run, title));
    }

    async Task UndoAsync(Random random)
    {
        if (_runs.Count == 0) return;
        var run = _runs[random.Next(_runs.Count)];
        var isBuiltOn = _articles.Any(layers => layers.Any(layer => layer.Run == run) && layers.Peek().Run != run);
        if (isBuiltOn || !_standing.Contains(run))
        {
            await Assert.ThrowsAsync<StoreException>(() => _bench.UndoAsync(run));
            return;
        }

        await _bench.UndoAsync(run);
        _standing.Remove(run);
        foreach (var layers in _articles)
            if (layers.Count > 0 && layers.Peek().Run == run) layers.Pop();
        if (_latest.Run == run) Assert.Equal(_latest.Before, await _bench.ExportAsync());
        _latest = default;
    }

    async Task ToggleAsync(int file)
    {
        if (_articles[file].Count == 0) return;
        var key = $"example.com/{file}";
        var id = await _bench.Tracker.ReadAsync(context => context.Articles.Where(article => article.UrlKey == key).Select(article => article.Id).SingleAsync(Cancellation));
        var changed = _hidden[file] ? await _bench.Hider.ShowAsync([id], "test", Cancellation) : await _bench.Hider.HideAsync([id], "test", null, Cancellation);
        Assert.Equal(1, changed);
        _latest = default;
        _hidden[file] = !_hidden[file];
    }

    async Task CompareAsync(string where)
    {
        var expected = Enumerable.Range(0, Files).Where(file => _articles[file].Count > 0 && !_hidden[file])
            .Select(file => $"https://example.com/{file} {_articles[file].Peek().Title}");
        var shown = Told(await _bench.ExportAsync());
        Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(shown), $"{where}: {string.Join(" | ", shown)}");
    }

    static IEnumerable<string> Told(string export) => export.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonNode.Parse(line)!)
        .Select(article => $"{article["url"]} {article["title"]}")
        .Order(StringComparer.Ordinal);
}
