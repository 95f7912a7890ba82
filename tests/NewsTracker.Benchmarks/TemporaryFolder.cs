namespace NewsTracker.Benchmarks;

/// <summary>A folder that is gone when the measurement is done.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
