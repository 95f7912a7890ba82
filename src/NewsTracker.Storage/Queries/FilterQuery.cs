using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Queries;

/// <summary>A filter as an address carries it.</summary>
static class FilterQuery
{
    public static string Write(ArticleFilter filter)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[.. About(filter), .. When(filter), .. Exact(filter), .. Place(filter)])
        {
            if (string.IsNullOrEmpty(value)) continue;
            if (query.Length > 0) query.Append('&');
            query.Append(name).Append('=').Append(Escape(value));
        }

        return query.ToString();
    }

    /// <summary>Only what decides which articles pass: the same for every page and order of a list.</summary>
    public static string Selecting(ArticleFilter filter) => Write(filter with { Sort = null, Size = ArticleFilter.DefaultSize, Cursor = null });

    static (string Name, string? Value)[] About(ArticleFilter filter) =>
    [
        ("q", filter.Text),
        ("scope", filter.Scope switch { null => "all", ScopeValue.FacialRecognition => null, var other => Word(other) }),
        .. filter.Companies.Select(names => ("company", (string?)Names(names))),
        .. filter.Topics.Select(names => ("topic", (string?)Names(names))),
        .. filter.Providers.Select(names => ("provider", (string?)Names(names))),
        ("role", Word(filter.Role)),
    ];

    static (string Name, string? Value)[] When(ArticleFilter filter) =>
    [
        ("from", filter.From?.Text),
        ("to", filter.To?.Text),
        ("undated", Word(filter.Undated)),
        ("addedFrom", filter.AddedFrom?.Text),
        ("addedTo", filter.AddedTo?.Text),
    ];

    static (string Name, string? Value)[] Exact(ArticleFilter filter) =>
    [
        .. filter.Types.Select(type => ("type", (string?)type)),
        .. filter.Origins.Select(origin => ("origin", (string?)Word(origin))),
        .. filter.Languages.Select(language => ("language", (string?)language)),
        .. filter.Formats.Select(format => ("format", (string?)Word(format))),
        ("promoted", filter.Promoted is { } promoted ? promoted ? "true" : "false" : null),
    ];

    static (string Name, string? Value)[] Place(ArticleFilter filter) =>
    [
        ("sort", Word(filter.Sort)),
        ("size", filter.Size == ArticleFilter.DefaultSize ? null : filter.Size.ToString(CultureInfo.InvariantCulture)),
        ("cursor", filter.Cursor),
    ];

    static string Names(NameFilter names) => string.Join(',', names.Terms.Select(term => term.Excluded ? $"-{term.Slug}" : term.Slug));

    static string? Word<T>(T? value)
        where T : struct, Enum => value is { } given ? Word(given) : null;

    static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    // A comma is allowed in a query and reads better than %2C.
    static string Escape(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);
}
