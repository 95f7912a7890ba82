namespace NewsTracker.Storage.Maintenance;

/// <summary>
/// Who uses the data directory: servers and verbs share it, a restore has it alone. The lock is the operating system's and ends with its process,
/// however that ends; the file stays and means nothing by itself.
/// </summary>
/// <param name="folder">The data directory; it must exist.</param>
public sealed class DataHold(DataFolder folder) : IDisposable
{
    const int Tries = 50;

    static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    FileStream? _lock;

    string LockFile => Path.Combine(folder.Root, "news.lock");

    /// <summary>Holds the directory beside others until this is disposed; finishes or discards first what a killed restore left.</summary>
    /// <param name="tell">Takes a sentence where something was finished or discarded.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="StoreException">A restore is under way.</exception>
    public async Task ShareAsync(Action<string> tell, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (TryLock(FileAccess.Read, FileShare.Read) && !RestoreSwap.IsUnfinished(folder)) return;
            Dispose();
            // Alone for a moment, to finish it. Another process that starts now may do so instead; then this one waits for it.
            if (TryLock(FileAccess.ReadWrite, FileShare.None)) RestoreSwap.Recover(folder, tell);
            Dispose();
            if (RestoreSwap.IsUnfinished(folder) || tries > 0) await Task.Delay(BetweenTries, cancellation);
        }

        throw new StoreException($"A restore is under way in {folder.Root}. Wait for it to end.");
    }

    /// <summary>Holds the directory alone until this is disposed; finishes or discards first what a killed restore left.</summary>
    /// <param name="tell">Takes a sentence where something was finished or discarded.</param>
    /// <exception cref="StoreException">A server or a verb uses the directory.</exception>
    public void TakeAlone(Action<string> tell)
    {
        if (!TryLock(FileAccess.ReadWrite, FileShare.None))
            throw new StoreException($"A server, an import or another verb of NewsTracker uses {folder.Root}. Stop it first; nothing was changed.");
        RestoreSwap.Recover(folder, tell);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    bool TryLock(FileAccess access, FileShare share)
    {
        try
        {
            _lock = new FileStream(LockFile, FileMode.OpenOrCreate, access, share, 1);
            return true;
        }
        catch (IOException) when (File.Exists(LockFile))
        {
            return false;
        }
    }
}
