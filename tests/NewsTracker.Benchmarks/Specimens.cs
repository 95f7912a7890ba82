using System.Security.Cryptography;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Benchmarks;

/// <summary>What measurements read: the files of some folders, and the reader with the catalogue that ships.</summary>
static class Specimens
{
    /// <summary>A reader with the shipped catalogue and the usual limits.</summary>
    public static Ingestor Ingestor() => new(Catalogue(), new IngestionLimits());

    /// <summary>The shipped catalogue.</summary>
    public static CompiledCatalogue Catalogue()
    {
        var loading = CatalogueLoader.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue"));
        return CompiledCatalogue.Compile(loading.Data ?? throw new InvalidOperationException(loading.Errors[0].Message));
    }

    /// <summary>Every file that an import would open, in its order.</summary>
    public static IReadOnlyList<SourceFile> Read(IEnumerable<DirectoryInfo> folders) =>
        [.. FileWalker.Walk(folders.Select(folder => folder.FullName)).Select(found => found.File).OfType<FoundFile>()
            .Select(file => Of(file.Path, File.ReadAllBytes(file.FullPath)))];

    /// <summary>The seeds, and files of every kind that were written for the reader.</summary>
    public static IReadOnlyList<byte[]> Own() => [.. Read([new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "seeds"))]).Select(file => file.Bytes), .. OwnPages.All];

    /// <summary>Bytes as a file.</summary>
    public static SourceFile Of(string path, byte[] bytes) => new(path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
}
