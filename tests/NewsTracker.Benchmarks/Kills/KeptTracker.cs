namespace NewsTracker.Benchmarks.Kills;

/// <summary>A tracker whose verbs must succeed.</summary>
/// <param name="data">The data directory.</param>
sealed class KeptTracker(string data)
{
    readonly TrackerProcess _process = new(data);

    public string Data => data;

    /// <summary>Runs a verb that must succeed.</summary>
    /// <exception cref="InvalidDataException">It did not.</exception>
    public async Task<string> DoAsync(CancellationToken cancellation, params string[] arguments)
    {
        var (code, output) = await _process.RunAsync(cancellation, arguments);
        return code == 0 ? output : throw new InvalidDataException($"{arguments[0]} says {code}: {output}");
    }

    /// <summary>Starts a verb and kills it.</summary>
    public async Task KillAsync(TimeSpan after, CancellationToken cancellation, params string[] arguments)
    {
        using var process = _process.Start(arguments);
        // What it prints is taken: a process that waits for its reader does nothing that could be broken off.
        var printed = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await Task.Delay(after, cancellation);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellation);
        await printed;
    }

    /// <summary>Every article as a line of JSON.</summary>
    public async Task<IReadOnlyList<string>> ExportAsync(CancellationToken cancellation) =>
        [.. (await DoAsync(cancellation, "export", "--format", "jsonl")).Split('\n').Where(line => line.StartsWith('{'))];

    /// <summary>The same tracker again in another directory; nothing may have it open.</summary>
    public KeptTracker CopyTo(string directory)
    {
        foreach (var folder in Directory.GetDirectories(data, "*", SearchOption.AllDirectories).Prepend(data))
            Directory.CreateDirectory(Path.Combine(directory, Path.GetRelativePath(data, folder)));
        foreach (var file in Directory.GetFiles(data, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(directory, Path.GetRelativePath(data, file)));
        return new(directory);
    }
}
