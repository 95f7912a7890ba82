using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Importing;

/// <summary>The fields by which two readings of an article are compared: once for a fingerprint, once to name what changed.</summary>
static class ComparedFields
{
    const char Separator = '\u001f';

    static readonly (string Name, Func<ArticleDraft, string?> Text)[] Declared =
    [
        ("title", draft => draft.Title),
        ("titleSource", draft => draft.TitleSource.ToString()),
        ("excerpt", draft => draft.Excerpt),
        ("body", draft => draft.Body),
        ("url", draft => draft.Url),
        ("links", draft => Join([draft.Links.Web, draft.Links.Amp, draft.Links.CdnAmp, draft.Links.Original])),
        ("provider", draft => draft.Provider is { } provider ? $"{provider.Name} ({provider.Domain})" : null),
        ("published", draft => Date(draft.Published)),
        ("type", draft => draft.Type),
        ("category", draft => draft.Category),
        ("language", draft => draft.Language),
        ("quality", draft => draft.Quality?.ToString(CultureInfo.InvariantCulture)),
        ("heat", draft => draft.Heat?.ToString(CultureInfo.InvariantCulture)),
        ("promoted", draft => draft.Promoted?.ToString()),
        ("images", draft => Join(draft.Images.Select(image => $"{image.Url} {image.Width}×{image.Height}"))),
        ("extra", draft => Join(draft.Extra.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value?.ToJsonString() ?? "null"}"))),
    ];

    static readonly (string Name, Func<ArticleDraft, string?> Text)[] Tagged =
    [
        ("scope", draft => draft.Scope.Value.ToString()),
        ("topics", draft => Join(draft.Topics.Select(topic => topic.Name).Order(StringComparer.Ordinal))),
        ("companies", draft => Join(draft.Companies.OrderBy(company => company.Name, StringComparer.Ordinal).Select(company => $"{company.Name} ({company.Role})"))),
        ("money", draft => Join(draft.Money.Select(Money))),
    ];

    static readonly (string Name, Func<ArticleDraft, string?> Text)[] Read =
    [
        ("datesTold", draft => Join(draft.DateCandidates.Select(Date))),
        ("cuts", draft => Join(draft.Cuts.Select(cut => $"{cut.Reason}: {cut.Text}"))),
        ("repairs", draft => Join(draft.Repairs)),
        ("warnings", draft => Join(draft.Warnings.Select(warning => warning.Message))),
    ];

    /// <summary>What a reading declares, as 32 hex digits: equal means that nothing was declared anew. <c>secured</c> is no part of it.</summary>
    public static string Fingerprint(ArticleDraft draft)
    {
        var text = new StringBuilder();
        foreach (var (_, field) in Declared) text.Append(field(draft)).Append(Separator);
        foreach (var topic in draft.Topics.Where(topic => topic.Source == ValueSource.Declared)) text.Append(topic.Name).Append(Separator);
        foreach (var related in draft.Related) text.Append(related.Url ?? related.Title).Append(Separator);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    /// <summary>Names the fields in which two readings differ, tags and what was read beside the text included.</summary>
    public static IReadOnlyList<FieldChange> Changes(ArticleDraft before, ArticleDraft after) =>
    [
        .. Declared.Concat(Tagged).Concat(Read)
            .Select(field => new FieldChange(field.Name, Shown(field.Text(before)), Shown(field.Text(after))))
            .Where(change => change.Old != change.New),
    ];

    static string? Shown(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static string Money(MoneyFact fact) =>
        string.Create(CultureInfo.InvariantCulture, $"{fact.Amount:0.####} {fact.Currency} ({fact.Kind}, {fact.Status}, {fact.Company ?? "nobody's"})");

    static string Date(PublishedDate date) =>
        date.At is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-ddTHH:mm:ssZ} ({date.Precision}, {date.Source}, {date.Day:yyyy-MM-dd})")
            : "";

    static string? Join(IEnumerable<string?> parts)
    {
        var joined = string.Join("; ", parts.Where(part => part is not null));
        return joined.Length == 0 ? null : joined;
    }
}
