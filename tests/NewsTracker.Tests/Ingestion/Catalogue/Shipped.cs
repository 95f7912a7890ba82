using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Tagging;

namespace NewsTracker.Tests.Ingestion.Catalogue;

/// <summary>The catalogue that ships in <c>seeds/catalogue</c>, loaded once.</summary>
static class Shipped
{
    public static string Seeds { get; } = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "seeds");

    public static CatalogueLoading Loading { get; } = CatalogueLoader.Load(Path.Combine(Seeds, "catalogue"));

    public static CompiledCatalogue Compiled { get; } = CompiledCatalogue.Compile(Loading.Data ?? CatalogueData.Empty);

    public static Tagger Tagger { get; } = new(Compiled);

    static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "NewsTracker.sln"))
        ? folder.FullName
        : Root(folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds NewsTracker.sln."));
}
