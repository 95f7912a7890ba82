using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Writes a catalogue as one YAML file, which <see cref="CatalogueLoader.LoadFile"/> reads back whole.</summary>
public static class CatalogueWriter
{
    /// <summary>The catalogue as YAML: companies, topics, providers, in their order; what an entry lacks is left out.</summary>
    /// <param name="data">The catalogue.</param>
    public static string Text(CatalogueData data) => new SerializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithQuotingNecessaryStrings()
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
        .Build()
        .Serialize(data);
}
