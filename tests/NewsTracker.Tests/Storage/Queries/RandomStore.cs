namespace NewsTracker.Tests.Storage.Queries;

/// <summary>Five thousand random articles, stored once for a class of tests that only reads them.</summary>
public sealed class RandomStore : IAsyncLifetime
{
    internal IReadOnlyList<TestArticle> Known { get; } = [.. new RandomArticles(seed: 7).Take(5000)];

    public TestStore Store { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Store.InitializeAsync();
        await Store.AddAsync(Known);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
