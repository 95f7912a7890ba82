using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>YAML values as JSON, scalars typed by the YAML 1.2 core schema.</summary>
static class YamlJson
{
    /// <summary>Converts a value.</summary>
    /// <param name="value">Bounded in depth and size by its reader.</param>
    public static JsonNode? From(YamlValue value) => value switch
    {
        YamlText text => From(text),
        YamlList list => new JsonArray([.. list.Items.Select(From)]),
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, From(entry.Value)))),
        _ => null,
    };

    static JsonValue? From(YamlText text)
    {
        if (text.IsNull) return null;
        if (!text.Plain) return JsonValue.Create(text.Value);
        if (Truth(text) is { } truth) return JsonValue.Create(truth);
        if (long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return JsonValue.Create(whole);
        const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text.Value, Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text.Value);
    }

    /// <summary>A truth value of the core schema, quoted or not; null for any other text.</summary>
    /// <param name="text">A scalar.</param>
    public static bool? Truth(YamlText text) => text.Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };
}
