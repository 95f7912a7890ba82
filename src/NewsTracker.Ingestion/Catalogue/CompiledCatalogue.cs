using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>A checked catalogue made ready for tagging. Immutable and thread-safe: compile once, share.</summary>
public sealed class CompiledCatalogue
{
    readonly FrozenDictionary<string, CatalogueProvider> _providersByDomain;
    readonly FrozenDictionary<string, CatalogueProvider> _providersByMark;
    readonly FrozenDictionary<string, CatalogueCompany> _companiesByFormerSlug;

    CompiledCatalogue(CatalogueData data)
    {
        Data = data;
        Version = VersionOf(data);
        Names = new CompanyNames(data.Companies);
        Topics = new TopicRules(data.Topics);
        TopicsByName = data.Topics.ToFrozenDictionary(topic => topic.Name, StringComparer.OrdinalIgnoreCase);
        _providersByDomain = data.Providers.SelectMany(provider => provider.Domains, (provider, domain) => (provider, domain))
            .ToFrozenDictionary(pair => pair.domain, pair => pair.provider, StringComparer.OrdinalIgnoreCase);
        _providersByMark = data.Providers.SelectMany(provider => provider.Marks, (provider, mark) => (provider, mark))
            .ToFrozenDictionary(pair => pair.mark, pair => pair.provider, StringComparer.Ordinal);
        _companiesByFormerSlug = data.Companies.SelectMany(company => company.Former ?? [], (company, slug) => (company, slug))
            .ToFrozenDictionary(pair => pair.slug, pair => pair.company, StringComparer.Ordinal);
        PublisherNames = data.Providers.Select(provider => Folding.Fold(provider.Name)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What was compiled.</summary>
    public CatalogueData Data { get; }

    /// <summary>Twelve hex digits that change when anything in the catalogue does; articles remember it to know when tagging is out of date.</summary>
    public string Version { get; }

    internal CompanyNames Names { get; }

    internal TopicRules Topics { get; }

    internal FrozenDictionary<string, CatalogueTopic> TopicsByName { get; }

    /// <summary>Names of publishers, folded.</summary>
    internal FrozenSet<string> PublisherNames { get; }

    /// <summary>Makes a catalogue ready.</summary>
    /// <param name="data">As <see cref="CatalogueLoader"/> gives it: names, slugs and phrases unique and not empty.</param>
    public static CompiledCatalogue Compile(CatalogueData data) => new(data);

    /// <summary>The publisher at a domain or any domain above it (<c>uk.reuters.com</c> → Reuters); null where unknown.</summary>
    /// <param name="domain">A host name in any case.</param>
    public CatalogueProvider? ProviderAt(string domain)
    {
        for (var rest = domain; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_providersByDomain.TryGetValue(rest, out var provider)) return provider;
            if (!rest.Contains('.', StringComparison.Ordinal)) return null;
        }
    }

    /// <summary>The publisher whose site prints this line; null where none is known to.</summary>
    /// <param name="line">A whole line, trimmed.</param>
    public CatalogueProvider? ProviderByMark(string line) => _providersByMark.GetValueOrDefault(line);

    /// <summary>The company that another one was merged into; null where none was merged under this slug.</summary>
    /// <param name="slug">The merged one's.</param>
    public CatalogueCompany? SuccessorOf(string slug) => _companiesByFormerSlug.GetValueOrDefault(slug);

    /// <summary>What <see cref="Version"/> would be, without compiling.</summary>
    /// <param name="data">Any catalogue; the order of its entries counts.</param>
    public static string VersionOf(CatalogueData data)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var company in data.Companies) sha.AppendData(JsonSerializer.SerializeToUtf8Bytes(company, CatalogueJson.Default.CatalogueCompany));
        foreach (var topic in data.Topics) sha.AppendData(JsonSerializer.SerializeToUtf8Bytes(topic, CatalogueJson.Default.CatalogueTopic));
        foreach (var provider in data.Providers) sha.AppendData(JsonSerializer.SerializeToUtf8Bytes(provider, CatalogueJson.Default.CatalogueProvider));
        return Convert.ToHexStringLower(sha.GetHashAndReset())[..VersionLength];
    }

    const int VersionLength = 12;
}
