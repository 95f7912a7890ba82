using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>What came of loading a catalogue: all of it, or none and every mistake.</summary>
/// <param name="Data">Null as soon as there is one mistake.</param>
/// <param name="Errors">By file, then line; empty where <paramref name="Data"/> is there.</param>
public sealed record CatalogueLoading(CatalogueData? Data, IReadOnlyList<CatalogueError> Errors);

/// <summary>A mistake in one entry, for the form that it is edited in.</summary>
/// <param name="Key">The entry's key that it stands at; null where another entry is at fault.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record EntryMistake(string? Key, string Message);

/// <summary>An entry as a form has it, read like one of a file.</summary>
/// <typeparam name="T">Of which list.</typeparam>
/// <param name="Entry">As a catalogue holds it, without what cannot be seen; a value in error is left out.</param>
/// <param name="Mistakes">Every mistake with the key of the entry that it stands at.</param>
public sealed record EntryReading<T>(T Entry, IReadOnlyList<EntryMistake> Mistakes);

/// <summary>
/// Reads a catalogue: the folder of <c>companies.yaml</c>, <c>topics.yaml</c> and <c>providers.yaml</c>, checked as a whole, or one file with
/// some of the three lists.
/// </summary>
public static partial class CatalogueLoader
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
        return Loaded(companies, topics, providers, errors);
    }

    /// <summary>Loads one file with some of the lists, as <see cref="CatalogueWriter"/> writes it. Entries are not checked against one another: a part of a catalogue may lean on the rest.</summary>
    /// <param name="path">The file.</param>
    public static CatalogueLoading LoadFile(string path)
    {
        var errors = new List<CatalogueError>();
        var file = Path.GetFileName(path);
        var root = Root(Path.GetDirectoryName(Path.GetFullPath(path))!, file, errors);
        return Parts(file, root, errors) is not { } parts ? new CatalogueLoading(null, errors)
            : Loaded(parts("companies").ConvertAll(CompanyReader.Read), TopicReader.ReadAll(parts("topics")), parts("providers").ConvertAll(ProviderReader.Read), errors);
    }

    /// <summary>Checks a catalogue as a whole, as if it were loaded from files.</summary>
    /// <param name="data">The catalogue.</param>
    public static IReadOnlyList<CatalogueError> Check(CatalogueData data)
    {
        var errors = new List<CatalogueError>();
        Check(data, errors);
        return errors;
    }

    /// <summary>Reads one company among the others, and checks it as <see cref="Check(CatalogueData)"/> would.</summary>
    /// <param name="data">The catalogue with it.</param>
    /// <param name="slug">The company's.</param>
    public static EntryReading<CatalogueCompany> ReadCompany(CatalogueData data, string slug)
    {
        var errors = new List<CatalogueError>();
        var whole = Check(data with { Companies = [.. data.Companies.OrderBy(company => company.Slug == slug)] }, errors);
        return new(whole.Companies[^1].Value, EntryMistakes(whole.Root, "companies", errors));
    }

    /// <summary>The same for a topic.</summary>
    /// <param name="data">The catalogue with it.</param>
    /// <param name="slug">The topic's.</param>
    public static EntryReading<CatalogueTopic> ReadTopic(CatalogueData data, string slug)
    {
        var errors = new List<CatalogueError>();
        var whole = Check(data with { Topics = [.. data.Topics.OrderBy(topic => topic.Slug == slug)] }, errors);
        return new(whole.Topics[^1].Value, EntryMistakes(whole.Root, "topics", errors));
    }

    // Of two entries that share what they may not, the later one is told: the one in question stands last.
    static IReadOnlyList<EntryMistake> EntryMistakes(YamlMappingNode root, string list, List<CatalogueError> errors)
    {
        var keys = root.Children.Keys.OfType<YamlScalarNode>().ToList();
        var next = keys.ElementAtOrDefault(keys.FindIndex(key => key.Value == list) + 1);
        var entry = (YamlMappingNode)((YamlSequenceNode)root.Children[new YamlScalarNode(list)]).Children[^1];
        return [.. errors.Distinct().Select(error => new EntryMistake(
            next is not null && IsBefore(next.Start, error) ? null : KeyAt(entry, error), OwnLine().Replace(error.Message, "")))];
    }

    static string? KeyAt(YamlMappingNode entry, CatalogueError error) =>
        entry.Children.Keys.OfType<YamlScalarNode>().LastOrDefault(key => IsBefore(key.Start, error))?.Value;

    static bool IsBefore(Mark mark, CatalogueError error) => ((int)mark.Line, (int)mark.Column).CompareTo((error.Line, error.Column)) <= 0;

    static (YamlMappingNode Root, List<CatalogueEntry<CatalogueCompany>> Companies, List<CatalogueEntry<CatalogueTopic>> Topics) Check(CatalogueData data, List<CatalogueError> errors)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(CatalogueWriter.Text(data)));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var parts = Parts("catalogue", root, errors)!;
        var companies = parts("companies").ConvertAll(CompanyReader.Read);
        var topics = TopicReader.ReadAll(parts("topics"));
        CatalogueChecker.Check(companies, topics, parts("providers").ConvertAll(ProviderReader.Read));
        return (root, companies, topics);
    }

    // Lines of a text that nobody wrote.
    [GeneratedRegex(@" \(the entry at line \d+\)")]
    private static partial Regex OwnLine();

    static CatalogueLoading Loaded(
        List<CatalogueEntry<CatalogueCompany>> companies, List<CatalogueEntry<CatalogueTopic>> topics, List<CatalogueEntry<CatalogueProvider>> providers, List<CatalogueError> errors) =>
        errors.Count == 0
            ? new CatalogueLoading(new CatalogueData(Values(companies), Values(topics), Values(providers)), [])
            // A value that several checks look at complains to each of them.
            : new CatalogueLoading(null, [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)]);

    static Func<string, List<EntryReader>>? Parts(string file, YamlNode? root, List<CatalogueError> errors)
    {
        if (root is YamlMappingNode { Children.Count: > 0 } map && map.Children.All(part => part is { Key: YamlScalarNode { Value: "companies" or "topics" or "providers" }, Value: YamlSequenceNode }))
            return key => map.Children.TryGetValue(new YamlScalarNode(key), out var list) ? Readers(file, (YamlSequenceNode)list, errors) : [];
        if (root is not null) errors.Add(At(file, root.Start, "The file must hold “companies:”, “topics:” or “providers:”, or several of them, each with a list of entries that start with “- name:”."));
        return null;
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

        return Readers(file, list, errors);
    }

    static List<EntryReader> Readers(string file, YamlSequenceNode list, List<CatalogueError> errors)
    {
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
