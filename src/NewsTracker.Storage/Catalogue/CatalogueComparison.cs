using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Storage.Catalogue;

/// <summary>What becomes of one entry of the catalogue.</summary>
/// <param name="List"><c>companies</c>, <c>topics</c> or <c>providers</c>.</param>
/// <param name="Key">Its slug; a provider's first domain.</param>
/// <param name="Name">As people read it.</param>
/// <param name="IsNew">Whether the catalogue lacks it.</param>
/// <param name="Fields">What changes, old and new as JSON; of a new entry all it has.</param>
public sealed record CatalogueChange(string List, string Key, string Name, bool IsNew, IReadOnlyList<CatalogueField> Fields)
{
    /// <summary>Whether the entry goes.</summary>
    [JsonIgnore]
    public bool IsGone => Fields.Any(one => one.Field == "name" && one.New is null);
}

/// <summary>A field of an entry before and after.</summary>
/// <param name="Field">Its key in the file.</param>
/// <param name="Old">JSON; null for nothing.</param>
/// <param name="New">JSON; null for nothing.</param>
public sealed record CatalogueField(string Field, string? Old, string? New);

/// <summary>Tells two catalogues apart, entry by entry and field by field.</summary>
public static class CatalogueComparison
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Everything that differs: entries that stay or go in their order, then new ones.</summary>
    /// <param name="before">One.</param>
    /// <param name="after">The other.</param>
    public static IReadOnlyList<CatalogueChange> Changes(CatalogueData before, CatalogueData after) =>
    [
        .. Changes("companies", before.Companies, after.Companies, company => company.Slug, company => company.Name, CatalogueJson.Default.CatalogueCompany),
        .. Changes("topics", before.Topics, after.Topics, topic => topic.Slug, topic => topic.Name, CatalogueJson.Default.CatalogueTopic),
        .. Changes("providers", before.Providers, after.Providers, provider => provider.Domains[0], provider => provider.Name, CatalogueJson.Default.CatalogueProvider),
    ];

    /// <summary>How it was, for the log.</summary>
    /// <param name="changes">The changes.</param>
    public static string Before(IReadOnlyList<CatalogueChange> changes) => Told(changes, field => field.Old);

    /// <summary>How it is then, for the log.</summary>
    /// <param name="changes">The changes.</param>
    public static string After(IReadOnlyList<CatalogueChange> changes) => Told(changes, field => field.New);

    static string Told(IReadOnlyList<CatalogueChange> changes, Func<CatalogueField, string?> value) => string.Join('\n', changes.SelectMany(change =>
        change.Fields.Where(field => value(field) is not null).Select(field => $"{change.List} {change.Key}, {field.Field}: {value(field)}")));

    static IEnumerable<CatalogueChange> Changes<T>(
        string list, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, string> name, JsonTypeInfo<T> type)
        where T : class
    {
        var (old, now) = (before.DistinctBy(key).ToDictionary(key, StringComparer.Ordinal), after.DistinctBy(key).ToDictionary(key, StringComparer.Ordinal));
        foreach (var slug in old.Keys.Concat(now.Keys.Where(slug => !old.ContainsKey(slug))))
        {
            var (was, becomes) = (old.GetValueOrDefault(slug), now.GetValueOrDefault(slug));
            var fields = Fields(was, becomes, type);
            if (fields.Count > 0) yield return new CatalogueChange(list, slug, name((becomes ?? was)!), was is null, fields);
        }
    }

    static List<CatalogueField> Fields<T>(T? before, T? after, JsonTypeInfo<T> type)
        where T : class
    {
        var (old, now) = (Json(before, type), Json(after, type));
        return [.. old.Select(field => field.Key).Union(now.Select(field => field.Key))
            .Select(field => new CatalogueField(field, Told(old[field]), Told(now[field])))
            .Where(field => field.Old != field.New)];
    }

    static JsonObject Json<T>(T? entry, JsonTypeInfo<T> type)
        where T : class => entry is null ? [] : JsonSerializer.SerializeToNode(entry, type)!.AsObject();

    static string? Told(JsonNode? value) => value is null or JsonArray { Count: 0 } ? null : value.ToJsonString(Readable);
}
