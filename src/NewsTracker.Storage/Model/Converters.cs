using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Model;

/// <summary>Every instant in the store is UTC; SQLite forgets the kind.</summary>
sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));

/// <summary>Short lists that are read and written whole are kept as JSON text.</summary>
static class JsonColumns
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property, JsonTypeInfo<T> type, T empty)
        where T : class
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => Text(value, type), text => Read(text, type, empty)),
            new ValueComparer<T>(
                (left, right) => ReferenceEquals(left, right) || Text(left, type) == Text(right, type),
                value => Text(value, type).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }

    static string Text<T>(T? value, JsonTypeInfo<T> type)
        where T : class => value is null ? "" : JsonSerializer.Serialize(value, type);

    /// <summary>What a column holds. Most lists are empty: two characters need no parser.</summary>
    public static T Read<T>(string text, JsonTypeInfo<T> type, T empty)
        where T : class => text.Length <= 2 ? empty : JsonSerializer.Deserialize(text, type) ?? empty;
}

/// <summary>JSON as the database keeps it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Cut>))]
[JsonSerializable(typeof(IReadOnlyList<Warning>))]
[JsonSerializable(typeof(IReadOnlyList<PublishedDate>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonNode?>))]
sealed partial class StoreJson : JsonSerializerContext;
