namespace NewsTracker.Web.Admin;

/// <summary>Work behind the pages: leaving a page does not stop it, stopping the server does, between two batches. Whoever starts it sees to it that one ends before the next.</summary>
sealed class BackgroundWork : IDisposable
{
    readonly Lock _lock = new();
    CancellationTokenSource? _cancellation;
    Task _work = Task.CompletedTask;

    /// <summary>Starts it.</summary>
    /// <param name="work">Throws nothing: nobody awaits it.</param>
    public void Start(Func<CancellationToken, Task> work)
    {
        lock (_lock)
        {
            _cancellation?.Dispose();
            _cancellation = new();
            var token = _cancellation.Token;
            _work = Task.Run(() => work(token), CancellationToken.None);
        }
    }

    /// <summary>Asks it to stop.</summary>
    public void Cancel()
    {
        lock (_lock) _cancellation?.Cancel();
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task StopAsync(CancellationToken cancellation)
    {
        Cancel();
        return _work.WaitAsync(cancellation);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _cancellation?.Dispose();
            _cancellation = null;
        }
    }
}
