using Microsoft.EntityFrameworkCore;

namespace NewsTracker.Storage.Index;

/// <summary>The article index in force, swapped whole when the data moved on.</summary>
/// <param name="database">What it mirrors.</param>
public sealed class ArticleIndexes(NewsDatabase database) : IDisposable
{
    readonly SemaphoreSlim _building = new(1, 1);
    volatile ArticleIndex _current = ArticleIndex.Empty;

    /// <summary>The state of the data that the index in force mirrors; −1 before the first refresh.</summary>
    public long DataVersion => _current.DataVersion;

    /// <summary>The index in force; empty before the first refresh. Take it once for one answer.</summary>
    internal ArticleIndex Current => _current;

    /// <summary>Rebuilds the index where the data moved on since the last call; otherwise one tiny query.</summary>
    /// <param name="cancellation">Stops the reading; the index in force stays.</param>
    /// <returns>Whether it was rebuilt.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        await _building.WaitAsync(cancellation);
        try
        {
            await using var context = database.Open();
            var version = await context.States.Select(state => state.DataVersion).SingleAsync(cancellation);
            if (version == _current.DataVersion) return false;
            // Read after the version: rows committed in between come with a later version, which the next call sees.
            _current = await new IndexBuilder(context).BuildAsync(version, cancellation);
            return true;
        }
        finally
        {
            _building.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _building.Dispose();
}
