using System.Text.Json;
using System.Text.Json.Nodes;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Catalogue;

/// <summary>What a file would do to one entry of the catalogue.</summary>
/// <param name="List"><c>companies</c>, <c>topics</c> or <c>providers</c>.</param>
/// <param name="Key">Its slug; a provider's first domain.</param>
/// <param name="Name">As people read it.</param>
/// <param name="IsNew">Whether the catalogue lacks it.</param>
/// <param name="Fields">What changes, old and new as JSON; of a new entry all it has.</param>
public sealed record CatalogueChange(string List, string Key, string Name, bool IsNew, IReadOnlyList<CatalogueField> Fields);

/// <summary>A field of an entry before and after.</summary>
/// <param name="Field">Its key in the file.</param>
/// <param name="Old">JSON; null for nothing.</param>
/// <param name="New">JSON; null for nothing.</param>
public sealed record CatalogueField(string Field, string? Old, string? New);

/// <summary>A file against the catalogue in force: nothing is written yet.</summary>
/// <param name="Before">The catalogue in force.</param>
/// <param name="After">The catalogue that it would become; null where it would have mistakes.</param>
/// <param name="Changes">Entry by entry, in the order of the file.</param>
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
    public async Task<CataloguePlan> PlanAsync(string path, CancellationToken cancellation)
    {
        var before = await store.LoadAsync(cancellation);
        var loading = CatalogueLoader.LoadFile(path);
        if (loading.Data is not { } file) return new CataloguePlan(before, null, [], 0, 0, loading.Errors);
        var tally = new Tally();
        var after = new CatalogueData(
            tally.Merge("companies", before.Companies, file.Companies, company => company.Slug, company => company.Name, CatalogueJson.Default.CatalogueCompany),
            tally.Merge("topics", before.Topics, file.Topics, topic => topic.Slug, topic => topic.Name, CatalogueJson.Default.CatalogueTopic),
            tally.Merge("providers", before.Providers, file.Providers, provider => provider.Domains[0], provider => provider.Name, CatalogueJson.Default.CatalogueProvider));
        // Lines of the whole catalogue mean nothing to who wrote a part of it; the sentences name the entries.
        var errors = CatalogueLoader.Check(after).Select(error => error with { File = Path.GetFileName(path), Line = 1, Column = 1 }).Distinct().ToList();
        return new CataloguePlan(before, errors.Count == 0 ? after : null, tally.Changes, tally.Same, tally.NotInFile, errors);
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
            Before = Told(plan, field => field.Old),
            After = Told(plan, field => field.New),
        };
        return store.ReplaceAsync(plan.Before, plan.After ?? throw new ArgumentException("A plan with mistakes cannot be applied.", nameof(plan)), act, cancellation);
    }

    static string Told(CataloguePlan plan, Func<CatalogueField, string?> value) => string.Join('\n', plan.Changes.SelectMany(change =>
        change.Fields.Where(field => value(field) is not null).Select(field => $"{change.List} {change.Key}, {field.Field}: {value(field)}")));

    sealed class Tally
    {
        public List<CatalogueChange> Changes { get; } = [];

        public int Same { get; private set; }

        public int NotInFile { get; private set; }

        public List<T> Merge<T>(
            string list, IReadOnlyList<T> before, IReadOnlyList<T> file, Func<T, string> key, Func<T, string> name,
            System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        {
            var incoming = file.DistinctBy(key).ToDictionary(key, StringComparer.Ordinal);
            var known = before.Select(key).ToHashSet(StringComparer.Ordinal);
            NotInFile += before.Count(entry => !incoming.ContainsKey(key(entry)));
            foreach (var entry in before)
                if (incoming.TryGetValue(key(entry), out var changed))
                    Compare(list, key(entry), name(changed), false, Fields(entry, type), Fields(changed, type));
            foreach (var added in incoming.Values.Where(entry => !known.Contains(key(entry))))
                Compare(list, key(added), name(added), true, [], Fields(added, type));
            return [.. before.Select(entry => incoming.GetValueOrDefault(key(entry)) ?? entry), .. incoming.Values.Where(entry => !known.Contains(key(entry)))];
        }

        void Compare(string list, string key, string name, bool isNew, JsonObject before, JsonObject after)
        {
            var fields = before.Select(field => field.Key).Union(after.Select(field => field.Key))
                .Select(field => new CatalogueField(field, Told(before[field]), Told(after[field])))
                .Where(field => field.Old != field.New)
                .ToList();
            if (fields.Count == 0) Same++;
            else Changes.Add(new CatalogueChange(list, key, name, isNew, fields));
        }

        static JsonObject Fields<T>(T entry, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(entry, type)!.AsObject();

        static string? Told(JsonNode? value) => value is null or JsonArray { Count: 0 } ? null : value.ToJsonString(Readable);

        static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }
}
