using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Completes what is known of a publisher from the catalogue. Thread-safe.</summary>
sealed class ProviderTagger(CompiledCatalogue catalogue)
{
    /// <summary>The claim, completed: a declared name stays; a bare domain gets its name, a bare name its domain; without a claim the address decides, then the marks.</summary>
    public ProviderClaim? Tag(ArticleDraft draft)
    {
        if (draft.Provider is not { } claim) return Known(ProviderAt(draft.Url) ?? ProviderByMark(draft.Cuts));
        if (claim.Domain is { } domain)
            return IsBareDomain(claim) && catalogue.ProviderAt(domain) is { } named ? claim with { Name = named.Name } : claim;
        return ProviderCalled(claim.Name) is { } found ? claim with { Domain = found.Domains[0] } : claim;
    }

    static bool IsBareDomain(ProviderClaim claim) => string.IsNullOrWhiteSpace(claim.Name) || claim.Name.Equals(claim.Domain, StringComparison.OrdinalIgnoreCase);

    static ProviderClaim? Known(CatalogueProvider? provider) =>
        provider is null ? null : new ProviderClaim(provider.Name, provider.Domains[0], ValueSource.Inferred);

    CatalogueProvider? ProviderAt(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? catalogue.ProviderAt(address.Host) : null;

    CatalogueProvider? ProviderCalled(string name) =>
        catalogue.Data.Providers.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The publisher whose marks stand among what was cut; null where none or several do.</summary>
    CatalogueProvider? ProviderByMark(IReadOnlyList<Cut> cuts)
    {
        var found = cuts.SelectMany(cut => cut.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(catalogue.ProviderByMark).OfType<CatalogueProvider>().Distinct().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
