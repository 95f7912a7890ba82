using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>What came of loading a catalogue: all of it, or none and every mistake.</summary>
/// <param name="Data">Null as soon as there is one mistake.</param>
/// <param name="Errors">By file, then line; empty where <paramref name="Data"/> is there.</param>
public sealed record CatalogueLoading(CatalogueData? Data, IReadOnlyList<CatalogueError> Errors);

/// <summary>Reads <c>companies.yaml</c>, <c>topics.yaml</c> and <c>providers.yaml</c> and checks them as a whole.</summary>
public static class CatalogueLoader
{
    /// <summary>The file of companies.</summary>
    public const string CompaniesFile = "companies.yaml";

    /// <summary>The file of topics.</summary>
    public const string TopicsFile = "topics.yaml";

    /// <summary>The file of providers.</summary>
    public const string ProvidersFile = "providers.yaml";

    /// <summary>Loads a catalogue. Throws nothing on what the files contain: every mistake is reported.</summary>
    /// <param name="folder">Where the three files lie.</param>
    public static CatalogueLoading Load(string folder)
    {
        var errors = new List<CatalogueError>();
        var companies = Entries(folder, CompaniesFile, "companies", errors).ConvertAll(CompanyReader.Read);
        var topics = TopicReader.ReadAll(Entries(folder, TopicsFile, "topics", errors));
        var providers = Entries(folder, ProvidersFile, "providers", errors).ConvertAll(ProviderReader.Read);
        CatalogueChecker.Check(companies, topics, providers);

        if (errors.Count == 0)
            return new CatalogueLoading(new CatalogueData(Values(companies), Values(topics), Values(providers)), []);
        // A value that several checks look at complains to each of them.
        return new CatalogueLoading(null, [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)]);
    }

    static T[] Values<T>(List<CatalogueEntry<T>> entries) => [.. entries.Select(entry => entry.Value)];

    static List<EntryReader> Entries(string folder, string file, string key, List<CatalogueError> errors)
    {
        if (Root(folder, file, errors) is not { } root) return [];
        if (root is not YamlMappingNode map || map.Children.Count != 1
            || !map.Children.TryGetValue(new YamlScalarNode(key), out var node) || node is not YamlSequenceNode list)
        {
            errors.Add(At(file, root.Start, $"The file must hold one key, “{key}:”, with a list of entries that each start with “- name:”."));
            return [];
        }

        var entries = new List<EntryReader>();
        foreach (var item in list.Children)
        {
            if (item is YamlMappingNode entry) entries.Add(new EntryReader(file, entry, errors));
            else errors.Add(At(file, item.Start, "An entry must be keys and values; start it with “- name:”."));
        }

        return entries;
    }

    static YamlNode? Root(string folder, string file, List<CatalogueError> errors)
    {
        var path = Path.Combine(folder, file);
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count == 1) return yaml.Documents[0].RootNode;
            errors.Add(new CatalogueError(file, 1, 1, "The file must hold exactly one YAML document; it is empty or has several, split by “---”."));
        }
        catch (YamlException exception)
        {
            errors.Add(At(file, exception.Start, $"This is no valid YAML: {exception.InnerException?.Message ?? exception.Message} Check indentation, quotes and brackets here and on the line before."));
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new CatalogueError(file, 1, 1, "The file is not UTF-8; save it again in that encoding."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(new CatalogueError(file, 1, 1, $"The file cannot be read: {exception.Message} Put it there or give the right to read it."));
        }

        return null;
    }

    internal static CatalogueError At(string file, Mark mark, string message) =>
        new(file, (int)mark.Line, (int)mark.Column, message);
}
