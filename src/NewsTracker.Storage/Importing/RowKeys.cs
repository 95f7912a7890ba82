using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>
/// Hands out the keys of new rows, so that a plan can name what does not exist yet. Safe because one import holds the lock;
/// continues SQLite's own count, which never gives a key twice even after rows are deleted.
/// </summary>
sealed class RowKeys
{
    readonly Dictionary<Type, long> _last = [];

    RowKeys()
    {
    }

    public static async Task<RowKeys> LoadAsync(NewsContext context, CancellationToken cancellation)
    {
        var keys = new RowKeys();
        foreach (var entity in new[] { typeof(Article), typeof(Document), typeof(TrackedFile), typeof(Sighting) })
        {
            var table = context.Model.FindEntityType(entity)!.GetTableName();
            keys._last[entity] = await context.Database
                .SqlQuery<long>($"SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = {table}), 0) AS Value")
                .SingleAsync(cancellation);
        }

        return keys;
    }

    /// <summary>The next key of this table.</summary>
    public long Next<T>() => ++_last[typeof(T)];
}
