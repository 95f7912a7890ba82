using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Admin;

/// <summary>
/// Notes when sessions were last used, and writes it once a minute, beside the requests: a page must neither wait for whoever writes to the database
/// now, nor fail because nothing can be written.
/// </summary>
/// <param name="database">Where sessions are.</param>
/// <param name="clock">Beats the minute.</param>
sealed class LastSeen(NewsDatabase database, TimeProvider clock) : BackgroundService
{
    /// <summary>How often it is written.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<long, DateTime> _seen = new();

    /// <summary>A session was used now.</summary>
    /// <param name="session">Its key.</param>
    public void Note(long session) => _seen[session] = clock.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Between, clock, stoppingToken);
                await TryWriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what the last minute saw is not worth keeping it.
        }
    }

    async Task TryWriteAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(_seen.ToArray(), cancellation);
        }
        catch (Exception refused) when (StoreFailures.Sentence(refused) is not null)
        {
            // A long undo, or a full disk: the next minute tries again, and those who write something are told why it cannot be.
        }
    }

    async Task WriteAsync(KeyValuePair<long, DateTime>[] seen, CancellationToken cancellation)
    {
        if (seen.Length == 0) return;
        await using var news = database.Open();
        await using var transaction = await news.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        foreach (var (id, at) in seen)
            await news.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, at), cancellation);
        await transaction.CommitAsync(cancellation);
        // What was used again meanwhile has another time by now and stays for the next minute.
        foreach (var written in seen) _seen.TryRemove(written);
    }
}
