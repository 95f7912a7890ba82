using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>A body that a list may leave out: the default is absent, as opposed to null.</summary>
/// <param name="Text">Clean text; null where only an excerpt is known.</param>
/// <param name="Given">False where it was left out.</param>
[JsonConverter(typeof(BodyTextConverter))]
public readonly record struct BodyText(string? Text, bool Given = true);

/// <summary>A related article: its id where it is stored, the whole of it where a file was only looked at.</summary>
/// <param name="Id">Null in <c>inspect</c>.</param>
/// <param name="Article">Null where it is stored.</param>
[JsonConverter(typeof(RelatedEntryConverter))]
public sealed record RelatedEntry(long? Id, ArticleDocument? Article)
{
    /// <summary>A stored one.</summary>
    /// <param name="id">Its key.</param>
    public RelatedEntry(long id)
        : this(id, null)
    {
    }

    /// <summary>One that was only looked at.</summary>
    /// <param name="article">The whole of it.</param>
    public RelatedEntry(ArticleDocument article)
        : this(null, article)
    {
    }
}

/// <summary>JSON of articles: camelCase, enums by name, instants RFC 3339 UTC.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(CamelCaseEnum<TitleSource>), typeof(CamelCaseEnum<ValueSource>), typeof(CamelCaseEnum<DatePrecision>),
        typeof(CamelCaseEnum<DateSource>), typeof(CamelCaseEnum<ScopeValue>), typeof(CamelCaseEnum<CompanyRole>),
        typeof(CamelCaseEnum<MoneyKind>), typeof(CamelCaseEnum<MoneyStatus>), typeof(CamelCaseEnum<SourceFormat>),
        typeof(CamelCaseEnum<ArticleOrigin>),
    ])]
[JsonSerializable(typeof(ArticleDocument))]
[JsonSerializable(typeof(IReadOnlyList<ArticleDocument>))]
public sealed partial class ArticleJson : JsonSerializerContext
{
    /// <summary>For files and terminals: letters of every script stand as themselves. Not for JSON inside HTML.</summary>
    public static ArticleJson Readable => ReadableJson.Context;

    // A class of its own, because the generated default must be there before it can be copied.
    static class ReadableJson
    {
        public static readonly ArticleJson Context =
            new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

/// <summary>Enum members by their names in camelCase.</summary>
sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

sealed class BodyTextConverter : JsonConverter<BodyText>
{
    public override bool HandleNull => true;

    public override BodyText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

    public override void Write(Utf8JsonWriter writer, BodyText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

sealed class RelatedEntryConverter : JsonConverter<RelatedEntry>
{
    public override RelatedEntry? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? new RelatedEntry(reader.GetInt64())
            : JsonSerializer.Deserialize(ref reader, Info(options)) is { } article ? new RelatedEntry(article) : null;

    public override void Write(Utf8JsonWriter writer, RelatedEntry value, JsonSerializerOptions options)
    {
        if (value.Article is { } article) JsonSerializer.Serialize(writer, article, Info(options));
        else if (value.Id is { } id) writer.WriteNumberValue(id);
        else writer.WriteNullValue();
    }

    static JsonTypeInfo<ArticleDocument> Info(JsonSerializerOptions options) =>
        (JsonTypeInfo<ArticleDocument>)options.GetTypeInfo(typeof(ArticleDocument));
}
