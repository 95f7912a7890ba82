namespace NewsTracker.Tests;

/// <summary>The five seed files, as they ship with the build.</summary>
public static class Seeds
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal)];

    /// <summary>The seed whose name starts so.</summary>
    public static string Find(string start) => Files.Single(file => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal));
}
