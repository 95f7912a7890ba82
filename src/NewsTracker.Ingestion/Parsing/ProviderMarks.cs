using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>Tells the publisher of a scrape by lines that only its site prints, or by its name on a line of its own or beside a ©.</summary>
/// <param name="providers">The catalogue's publishers.</param>
public sealed class ProviderMarks(IReadOnlyList<CatalogueProvider> providers)
{
    readonly Dictionary<string, CatalogueProvider> _byMark = Keyed(providers.SelectMany(provider => provider.Marks.Select(mark => (mark, provider))));

    readonly Dictionary<string, CatalogueProvider> _byName = Keyed(providers.Select(provider => (provider.Name, provider)));

    /// <summary>Finds the publisher.</summary>
    /// <param name="lines">All lines of the scrape.</param>
    /// <returns>The publisher that the most lines speak for; null where none does, or two speak equally.</returns>
    public ProviderClaim? Find(IReadOnlyList<ScrapeLine> lines)
    {
        var votes = lines.Select(line => Spoken(line.Text)).OfType<CatalogueProvider>().CountBy(provider => provider).OrderByDescending(vote => vote.Value).ToList();
        if (votes.Count == 0 || (votes.Count > 1 && votes[0].Value == votes[1].Value)) return null;
        var provider = votes[0].Key;
        return new(provider.Name, provider.Domains is [var domain, ..] ? domain : null, ValueSource.Inferred);
    }

    CatalogueProvider? Spoken(string line)
    {
        var key = ScrapeLine.KeyOf(line);
        if (_byMark.TryGetValue(key, out var marked) || _byName.TryGetValue(key, out marked)) return marked;
        return line.StartsWith('©') ? LongestNameIn(line) : null;
    }

    CatalogueProvider? LongestNameIn(string line) =>
        providers.Where(provider => HasWords(line, provider.Name)).MaxBy(provider => provider.Name.Length);

    static bool HasWords(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at > 0 && !char.IsLetterOrDigit(line[at - 1]) && (at + name.Length == line.Length || !char.IsLetterOrDigit(line[at + name.Length]));
    }

    static Dictionary<string, CatalogueProvider> Keyed(IEnumerable<(string Words, CatalogueProvider Provider)> named) =>
        named.Where(name => ScrapeLine.KeyOf(name.Words).Length > 0).DistinctBy(name => ScrapeLine.KeyOf(name.Words))
            .ToDictionary(name => ScrapeLine.KeyOf(name.Words), name => name.Provider, StringComparer.Ordinal);
}
