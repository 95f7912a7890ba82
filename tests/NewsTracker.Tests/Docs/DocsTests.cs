using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsTracker.Ingestion;

namespace NewsTracker.Tests.Docs;

/// <summary>What the docs promise is what the program has.</summary>
public sealed partial class DocsTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}"), "README.md"];

    [Fact]
    public void The_readme_gives_the_two_commands()
    {
        var readme = Repository.Read("README.md");
        Assert.Contains("dotnet run --project src/NewsTracker.Web", readme, StringComparison.Ordinal);
        Assert.Contains("dotnet test", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_of_a_rejected_file_is_explained()
    {
        var formats = Repository.Read("docs/formats.md");
        Assert.All(Enum.GetNames<RejectionCode>(), code => Assert.Contains($"`{JsonNamingPolicy.CamelCase.ConvertName(code)}`", formats, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_package_is_justified()
    {
        var dependencies = Repository.Read("docs/dependencies.md");
        var packages = XDocument.Load(Path.Combine(Repository.Root, "src/Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        Assert.All(packages, package => Assert.Contains($"| {package} |", dependencies, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_between_pages_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var targets = Links().Matches(Repository.Read(page)).Select(link => link.Groups[1].Value).Where(target => !target.StartsWith("http", StringComparison.Ordinal));
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{page} links to {target}"));
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Links();
}
