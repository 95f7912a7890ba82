using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Catalogue;

/// <summary>A file against the catalogue in force: nothing is written yet.</summary>
/// <param name="Before">The catalogue in force.</param>
/// <param name="After">The catalogue that it would become; null where it would have mistakes.</param>
/// <param name="Changes">Entry by entry.</param>
/// <param name="Same">Entries that the file has as they are.</param>
/// <param name="NotInFile">Entries that the file lacks; they stay.</param>
/// <param name="Errors">Every mistake.</param>
public sealed record CataloguePlan(
    CatalogueData Before, CatalogueData? After, IReadOnlyList<CatalogueChange> Changes, int Same, int NotInFile, IReadOnlyList<CatalogueError> Errors);

/// <summary>Brings entries of a file into the catalogue: as a plan first, then the same plan. What the file lacks stays.</summary>
/// <param name="store">The catalogue in force.</param>
public sealed class CatalogueImport(CatalogueStore store)
{
    /// <summary>Compares a file with the catalogue in force.</summary>
    /// <param name="path">As <see cref="CatalogueWriter"/> writes it, whole or in part.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="StoreException">There is no such file.</exception>
    public async Task<CataloguePlan> PlanAsync(string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path)) throw new StoreException($"{path} is a folder. Name a file in it.");
        if (!File.Exists(path)) throw new StoreException($"There is no file {path}.");
        var before = await store.LoadAsync(cancellation);
        var loading = CatalogueLoader.LoadFile(path);
        if (loading.Data is not { } file) return new CataloguePlan(before, null, [], 0, 0, loading.Errors);
        var after = new CatalogueData(
            Merged(before.Companies, file.Companies, company => company.Slug),
            Merged(before.Topics, file.Topics, topic => topic.Slug),
            Merged(before.Providers, file.Providers, provider => provider.Domains[0]));
        var changes = CatalogueComparison.Changes(before, after);
        var known = Keys(before).ToHashSet();
        var told = Keys(file).ToHashSet();
        var changed = changes.Select(change => (change.List, change.Key)).ToHashSet();
        // Lines of the whole catalogue mean nothing to who wrote a part of it; the sentences name the entries.
        var errors = CatalogueLoader.Check(after).Select(error => error with { File = Path.GetFileName(path), Line = 1, Column = 1 }).Distinct().ToList();
        return new CataloguePlan(before, errors.Count == 0 ? after : null, changes, told.Count(key => !changed.Contains(key)), known.Count(key => !told.Contains(key)), errors);
    }

    /// <summary>Applies a plan. Articles keep their tags until they are tagged again.</summary>
    /// <param name="plan">Without mistakes.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="StoreException">The catalogue was changed since the plan was made.</exception>
    public Task ApplyAsync(CataloguePlan plan, string by, CancellationToken cancellation)
    {
        var act = new AuditAct(by, AuditKind.CatalogueImported)
        {
            Subject = string.Join(", ", plan.Changes.Select(change => change.Name)),
            Before = CatalogueComparison.Before(plan.Changes),
            After = CatalogueComparison.After(plan.Changes),
        };
        return store.ReplaceAsync(plan.Before, plan.After ?? throw new ArgumentException("A plan with mistakes cannot be applied.", nameof(plan)), act, cancellation);
    }

    static IEnumerable<(string List, string Key)> Keys(CatalogueData data) =>
    [
        .. data.Companies.Select(company => ("companies", company.Slug)),
        .. data.Topics.Select(topic => ("topics", topic.Slug)),
        .. data.Providers.Select(provider => ("providers", provider.Domains[0])),
    ];

    static List<T> Merged<T>(IReadOnlyList<T> before, IReadOnlyList<T> file, Func<T, string> key)
    {
        var incoming = file.DistinctBy(key).ToDictionary(key, StringComparer.Ordinal);
        var known = before.Select(key).ToHashSet(StringComparer.Ordinal);
        return [.. before.Select(entry => incoming.GetValueOrDefault(key(entry)) ?? entry), .. incoming.Values.Where(entry => !known.Contains(key(entry)))];
    }
}
