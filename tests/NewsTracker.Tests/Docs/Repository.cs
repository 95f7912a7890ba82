using System.Runtime.CompilerServices;

namespace NewsTracker.Tests.Docs;

/// <summary>The clone these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsTracker.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from a clone.");
    }
}
