using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Parsing;

/// <summary>The five files the repository ships with, found from the test's own folder.</summary>
static class SeedFolder
{
    public static async Task<SourceText> ReadAsync(string prefix, CancellationToken cancellationToken)
    {
        var path = Assert.Single(Directory.GetFiles(Locate(), $"{prefix}_*.txt"));
        return new(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellationToken), "utf-8", NewsTracker.Ingestion.SourceFormat.Text);
    }

    static string Locate()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsTracker.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("No NewsTracker.sln above the tests."), "seeds");
    }
}
