using System.Text.Json;

namespace NewsTracker.Web.Presentation;

/// <summary>Fixed values as the JSON API, the CSV columns and the terminal write them.</summary>
static class EnumWords
{
    /// <summary>The value's name in camelCase: <c>fileName</c>.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
