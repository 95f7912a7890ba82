using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Corrections;

/// <summary>Lays what people corrected over what files declare and we inferred.</summary>
sealed class CorrectionOverlay
{
    readonly ILookup<long, Correction> _inForce;

    CorrectionOverlay(IEnumerable<Correction> inForce) => _inForce = inForce.ToLookup(correction => correction.ArticleId);

    /// <summary>Nothing corrected.</summary>
    public static CorrectionOverlay None { get; } = new([]);

    /// <summary>Reads the corrections in force on these articles.</summary>
    public static async Task<CorrectionOverlay> LoadAsync(NewsContext context, IReadOnlyCollection<long> articleIds, CancellationToken cancellation) =>
        new(await context.Corrections.AsNoTracking()
            .Where(correction => correction.RetiredAt == null && articleIds.Contains(correction.ArticleId))
            .OrderBy(correction => correction.Id)
            .ToListAsync(cancellation));

    /// <summary>The values with every correction in force; a later correction of a field wins over an earlier one.</summary>
    public ArticleDraft Apply(long articleId, ArticleDraft values) => _inForce[articleId].Aggregate(values, Apply);

    static ArticleDraft Apply(ArticleDraft values, Correction correction) => correction.Field switch
    {
        "title" => values with { Title = Read(correction, CorrectionJson.Default.String), TitleSource = TitleSource.Correction },
        "excerpt" => values with { Excerpt = Read(correction, CorrectionJson.Default.String) },
        "body" => values with { Body = Read(correction, CorrectionJson.Default.String) },
        "url" => values with { Url = Read(correction, CorrectionJson.Default.String) },
        "provider" => values with { Provider = Read(correction, CorrectionJson.Default.ProviderClaim) },
        "published" => values with { Published = Read(correction, CorrectionJson.Default.PublishedDate) ?? PublishedDate.Unknown },
        "scope" => values with { Scope = Read(correction, CorrectionJson.Default.ScopeClaim) ?? ScopeClaim.Other },
        "companies" => values with { Companies = Read(correction, CorrectionJson.Default.IReadOnlyListCompanyTag) ?? [] },
        "topics" => values with { Topics = Read(correction, CorrectionJson.Default.IReadOnlyListTopicTag) ?? [] },
        _ => throw new InvalidOperationException($"Correction {correction.Id} is of the field “{correction.Field}”, which cannot be corrected."),
    };

    static T? Read<T>(Correction correction, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(correction.Value, type);
}
