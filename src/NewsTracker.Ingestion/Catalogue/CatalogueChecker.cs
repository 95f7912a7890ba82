namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Finds what two entries may not share.</summary>
static class CatalogueChecker
{
    public static void Check(
        List<CatalogueEntry<CatalogueCompany>> companies, List<CatalogueEntry<CatalogueTopic>> topics, List<CatalogueEntry<CatalogueProvider>> providers)
    {
        Unshared(companies, "slug", entry => [entry.Required("slug"), .. entry.List("former")]);
        Unshared(companies, "name", entry => [entry.Required("name"), .. entry.List("aliases")]);
        Unshared(topics, "slug", entry => [entry.Required("slug")]);
        Unshared(topics, "name", entry => [entry.Required("name")]);
        Unshared(providers, "domain", entry => entry.List("domains"));
        Unshared(providers, "mark", entry => entry.List("marks"));
    }

    /// <summary>Reports each value that an earlier entry has already; spellings that matching takes for equal are equal.</summary>
    static void Unshared<T>(List<CatalogueEntry<T>> entries, string what, Func<EntryReader, IReadOnlyList<Placed>> values)
    {
        var owners = new Dictionary<string, (EntryReader Owner, Placed First)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var value in values(entry.Source))
            {
                if (value.Text.Length == 0 || owners.TryAdd(Folding.Fold(value.Text), (entry.Source, value))) continue;
                var (owner, first) = owners[Folding.Fold(value.Text)];
                if (owner != entry.Source)
                    entry.Source.Report(value.At, $"The {what} “{value.Text}” belongs to “{owner.Required("name").Text}” (the entry at line {first.At.Line}) already; remove it from one of them.");
            }
        }
    }
}
