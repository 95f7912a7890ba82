using System.Data.Common;
using NewsTracker.Storage.Index;

namespace NewsTracker.Web.Hosting;

/// <summary>
/// Looks each second whether this or another process changed the data, and brings the article index up to it. The file that the next start takes it
/// from is written now and then, and at the end.
/// </summary>
/// <param name="indexes">What is kept current.</param>
/// <param name="clock">Beats the second.</param>
/// <param name="log">What went wrong.</param>
sealed partial class IndexRefresher(ArticleIndexes indexes, TimeProvider clock, ILogger<IndexRefresher> log) : BackgroundService
{
    static readonly TimeSpan BetweenSaves = TimeSpan.FromMinutes(1);

    long? _saved;

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (indexes.IsUnsaved) await indexes.SaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RefreshAsync(stoppingToken);
                if (indexes.IsUnsaved && (_saved is not { } saved || clock.GetElapsedTime(saved) >= BetweenSaves)) await SaveAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    async Task RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            var start = clock.GetTimestamp();
            // While an import changes the data each moment, two thirds of the time are left to pages.
            if (await indexes.RefreshAsync(cancellation)) await Task.Delay(clock.GetElapsedTime(start) * 2, clock, cancellation);
        }
        catch (DbException problem)
        {
            // The index in force stays, and the next second tries again.
            LogFailure(problem);
        }
    }

    async Task SaveAsync(CancellationToken cancellation)
    {
        _saved = clock.GetTimestamp();
        await indexes.SaveAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The article index could not be refreshed; the next second tries again")]
    partial void LogFailure(Exception problem);
}
