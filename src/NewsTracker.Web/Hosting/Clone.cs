namespace NewsTracker.Web.Hosting;

/// <summary>The working copy that this build was made in, where there is one.</summary>
/// <param name="Root">The folder of <c>NewsTracker.sln</c>.</param>
public sealed record Clone(string Root)
{
    /// <summary>Looks upward from where the program lies.</summary>
    /// <returns>Null for a published program.</returns>
    public static Clone? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsTracker.sln"))) return new(folder.FullName);
        return null;
    }

    /// <summary>The web project's folder, with the pages' static files.</summary>
    public string WebProject => Path.Combine(Root, "src", "NewsTracker.Web");

    /// <summary>The folder of seeds, beside the solution or, for a published program, beside the program.</summary>
    /// <param name="clone">Null for a published program.</param>
    public static string SeedFolder(Clone? clone) => Path.Combine(clone?.Root ?? AppContext.BaseDirectory, "seeds");

    /// <summary>Where pages' static files and <c>appsettings.json</c> are found: publishing puts them beside the program.</summary>
    /// <param name="clone">Null for a published program.</param>
    public static string ContentRoot(Clone? clone) =>
        clone is null || Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : clone.WebProject;
}
