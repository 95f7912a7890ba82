namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Reads and checks one entry of <c>providers.yaml</c>.</summary>
static class ProviderReader
{
    public static CatalogueEntry<CatalogueProvider> Read(EntryReader entry)
    {
        entry.CheckKeys("name", "domains", "marks");
        var name = entry.Required("name");
        var domains = entry.List("domains");
        if (domains.Count == 0) entry.Report(name.At, "“domains” is missing; add “domains: [example.com]”.");
        foreach (var domain in domains)
            if (!IsDomain(domain.Text))
                entry.Report(domain.At, $"“{domain.Text}” is no domain; write the host alone, in lower case and without “www.”, such as example.com.");
        return new CatalogueEntry<CatalogueProvider>(new CatalogueProvider
        {
            Name = name.Text,
            Domains = [.. domains.Select(domain => domain.Text)],
            Marks = [.. entry.List("marks").Select(mark => mark.Text)],
        }, entry);
    }

    static bool IsDomain(string text) =>
        text.Contains('.', StringComparison.Ordinal)
        && !text.StartsWith("www.", StringComparison.Ordinal)
        && !text.Any(char.IsUpper)
        && Uri.CheckHostName(text) == UriHostNameType.Dns;
}
