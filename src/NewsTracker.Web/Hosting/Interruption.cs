using System.Runtime.InteropServices;

namespace NewsTracker.Web.Hosting;

/// <summary>Ctrl-C and a request to end, as a token: work stops between two steps instead of being torn.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _source.Dispose();
    }

    void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _source.Cancel();
    }
}
