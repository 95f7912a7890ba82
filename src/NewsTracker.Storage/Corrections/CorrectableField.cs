using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Corrections;

/// <summary>A field that people may correct: how its value is kept, laid over an article, and shown to people who compare two of them.</summary>
public sealed class CorrectableField
{
    readonly Func<ArticleDraft, string> _json;
    readonly Func<ArticleDraft, string, ArticleDraft> _apply;
    readonly Func<ArticleDraft, string?> _shown;

    CorrectableField(string name, bool isText, Func<ArticleDraft, string> json, Func<ArticleDraft, string, ArticleDraft> apply, Func<ArticleDraft, string?> shown)
    {
        Name = name;
        IsText = isText;
        _json = json;
        _apply = apply;
        _shown = shown;
    }

    /// <summary>Every one, in the order of the desk's page.</summary>
    public static IReadOnlyList<CorrectableField> All { get; } =
    [
        Of("title", isText: true, CorrectionJson.Default.String,
            draft => draft.Title, (draft, title) => draft with { Title = title, TitleSource = TitleSource.Correction }, draft => draft.Title),
        Of("published", isText: false, CorrectionJson.Default.PublishedDate,
            draft => draft.Published, (draft, date) => draft with { Published = date ?? PublishedDate.Unknown }, draft => Date(draft.Published)),
        Of("provider", isText: false, CorrectionJson.Default.ProviderClaim,
            draft => draft.Provider, (draft, claim) => draft with { Provider = claim }, draft => draft.Provider is { } claim ? $"{claim.Name} ({claim.Domain ?? "no domain"})" : null),
        Of("url", isText: false, CorrectionJson.Default.String, draft => draft.Url, (draft, url) => draft with { Url = url }, draft => draft.Url),
        Of("excerpt", isText: true, CorrectionJson.Default.String, draft => draft.Excerpt, (draft, text) => draft with { Excerpt = text }, draft => draft.Excerpt),
        Of("body", isText: true, CorrectionJson.Default.CorrectedBody,
            draft => new CorrectedBody(draft.Body, draft.Cuts), (draft, body) => draft with { Body = body?.Body, Cuts = body?.Cuts ?? [] }, draft => draft.Body),
        Of("scope", isText: false, CorrectionJson.Default.ScopeClaim,
            draft => draft.Scope, (draft, scope) => draft with { Scope = scope ?? ScopeClaim.Other }, draft => draft.Scope.Value.ToString()),
        Of("companies", isText: false, CorrectionJson.Default.IReadOnlyListCompanyTag,
            draft => draft.Companies, (draft, tags) => draft with { Companies = Marked(tags, draft) }, draft => Joined(draft.Companies.Select(tag => $"{tag.Name} ({Role(tag.Role)})"))),
        Of("topics", isText: false, CorrectionJson.Default.IReadOnlyListTopicTag,
            draft => draft.Topics, (draft, tags) => draft with { Topics = tags ?? [] }, draft => Joined(draft.Topics.Select(tag => tag.Name))),
        Of("money", isText: false, CorrectionJson.Default.IReadOnlyListMoneyFact,
            draft => draft.Money, (draft, facts) => draft with { Money = Marked(facts, draft) }, draft => Joined(draft.Money.Select(Money))),
    ];

    /// <summary>As the article's JSON calls it.</summary>
    public string Name { get; }

    /// <summary>Whether tags rest on it: where it is corrected, they are worked out anew.</summary>
    public bool IsText { get; }

    /// <summary>The field of this name; null where it cannot be corrected.</summary>
    /// <param name="name">As the article's JSON calls it.</param>
    public static CorrectableField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>The value as people read it; null for none. Equal where two readings say the same.</summary>
    /// <param name="draft">Whose.</param>
    public string? Shown(ArticleDraft draft) => _shown(draft) is { Length: > 0 } text ? text : null;

    internal string Json(ArticleDraft draft) => _json(draft);

    internal ArticleDraft Apply(ArticleDraft draft, string json) => _apply(draft, json);

    static CorrectableField Of<T>(
        string name, bool isText, JsonTypeInfo<T> type, Func<ArticleDraft, T?> read, Func<ArticleDraft, T?, ArticleDraft> write, Func<ArticleDraft, string?> shown)
        where T : class => new(
            name, isText,
            draft => read(draft) is { } value ? JsonSerializer.Serialize(value, type) : "null",
            (draft, json) => write(draft, JsonSerializer.Deserialize(json, type)),
            shown);

    // Spellings are the text's, not the person's: they are found again wherever the same company or sum is.
    static IReadOnlyList<CompanyTag> Marked(IReadOnlyList<CompanyTag>? tags, ArticleDraft draft) =>
        [.. (tags ?? []).Select(tag => tag with { Forms = draft.Companies.FirstOrDefault(found => found.Slug == tag.Slug)?.Forms ?? [] })];

    static IReadOnlyList<MoneyFact> Marked(IReadOnlyList<MoneyFact>? facts, ArticleDraft draft) =>
        [.. (facts ?? []).Select(fact => fact with { Forms = draft.Money.FirstOrDefault(found => (found.Amount, found.Currency) == (fact.Amount, fact.Currency))?.Forms ?? [] })];

    static string? Date(PublishedDate date) => date.At is not { } at ? null : date.Precision switch
    {
        DatePrecision.Year => at.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => at.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Day => (date.Day ?? DateOnly.FromDateTime(at)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Minute => at.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture),
        _ => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    };

    static string Money(MoneyFact fact) =>
        string.Create(CultureInfo.InvariantCulture, $"{fact.Amount:0.####} {fact.Currency} ({fact.Kind}, {fact.Status}, {fact.Company ?? "nobody's"})");

    static string Role(CompanyRole role) => role == CompanyRole.Subject ? "subject" : "mention";

    static string? Joined(IEnumerable<string> parts) => string.Join("; ", parts.Order(StringComparer.Ordinal));
}

/// <summary>A text with what is cut away from it: a person who puts a piece back, or cuts another, decides both.</summary>
/// <param name="Body">Paragraphs split by a blank line; null for none.</param>
/// <param name="Cuts">In order.</param>
public sealed record CorrectedBody(string? Body, IReadOnlyList<Cut> Cuts);
