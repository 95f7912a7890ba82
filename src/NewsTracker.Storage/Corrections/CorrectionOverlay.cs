using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Corrections;

/// <summary>Lays what people corrected over what files declare and we inferred.</summary>
sealed class CorrectionOverlay
{
    /// <summary>Who retires a correction that files agree with by now.</summary>
    public const string ByFile = "the file, which now says the same";

    readonly Ingestor? _ingestor;
    readonly ILookup<long, Correction> _inForce;

    CorrectionOverlay(Ingestor? ingestor, IEnumerable<Correction> inForce)
    {
        _ingestor = ingestor;
        _inForce = inForce.ToLookup(correction => correction.ArticleId);
    }

    /// <summary>Nothing corrected.</summary>
    public static CorrectionOverlay None { get; } = new(null, []);

    /// <summary>Reads the corrections in force on these articles.</summary>
    /// <param name="context">What is asked; rows are tracked, so that <see cref="Observe"/> can note what files say by now.</param>
    /// <param name="ingestor">Works the tags of a corrected text out.</param>
    /// <param name="articleIds">The articles.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<CorrectionOverlay> LoadAsync(
        NewsContext context, Ingestor ingestor, IReadOnlyCollection<long> articleIds, CancellationToken cancellation) =>
        new(ingestor, await context.Corrections
            .Where(correction => correction.RetiredAt == null && articleIds.Contains(correction.ArticleId))
            .OrderBy(correction => correction.Id)
            .ToListAsync(cancellation));

    /// <summary>The values with every correction in force; a later correction of a field wins over an earlier one.</summary>
    /// <param name="articleId">Whose.</param>
    /// <param name="values">As its files say and we infer.</param>
    public ArticleDraft Apply(long articleId, ArticleDraft values)
    {
        var texts = _inForce[articleId].Where(correction => FieldOf(correction).IsText).Aggregate(values, Apply);
        if (!ReferenceEquals(texts, values)) texts = _ingestor!.Tag(texts);
        return Owned(AsMerged(_inForce[articleId].Where(correction => !FieldOf(correction).IsText).Aggregate(texts, Apply)));
    }

    // A company that was corrected away owns no sum either.
    static ArticleDraft Owned(ArticleDraft values)
    {
        var companies = values.Companies.Select(company => company.Slug).ToHashSet(StringComparer.Ordinal);
        return values.Money.All(IsOwned) ? values : values with { Money = [.. values.Money.Select(fact => IsOwned(fact) ? fact : fact with { Company = null, CompanySlug = null })] };

        bool IsOwned(MoneyFact fact) => fact.CompanySlug is not { } slug || companies.Contains(slug);
    }

    // A correction names companies as they were when it was made; one of them may have been merged into another since.
    ArticleDraft AsMerged(ArticleDraft values)
    {
        if (_ingestor is null || !values.Companies.Any(company => _ingestor.SuccessorOf(company.Slug) is not null)) return values;
        return values with
        {
            Companies =
            [
                .. values.Companies
                    .Select(company => _ingestor.SuccessorOf(company.Slug) is { } kept ? company with { Name = kept.Name, Slug = kept.Slug, Catalogue = true } : company)
                    .DistinctBy(company => company.Slug),
            ],
            Money = [.. values.Money.Select(fact => fact.CompanySlug is { } slug && _ingestor.SuccessorOf(slug) is { } kept ? fact with { Company = kept.Name, CompanySlug = kept.Slug } : fact)],
        };
    }

    /// <summary>
    /// Notes what files say by now beside each correction: what they say as the person did needs no correction any longer, and
    /// what they say anew waits at the desk.
    /// </summary>
    /// <param name="articleId">Whose.</param>
    /// <param name="values">As its files say and we infer, without corrections.</param>
    /// <param name="now">UTC.</param>
    public void Observe(long articleId, ArticleDraft values, DateTime now)
    {
        foreach (var correction in _inForce[articleId])
        {
            var field = FieldOf(correction);
            correction.DeclaredNow = field.Shown(values);
            if (!IsAgreedWith(correction, values)) continue;
            correction.RetiredAt = now;
            correction.RetiredBy = ByFile;
        }
    }

    /// <summary>The keys of the corrections that files agree with by now.</summary>
    /// <param name="articleId">Whose.</param>
    /// <param name="values">As its files say and we infer, without corrections.</param>
    public IEnumerable<long> AgreedWith(long articleId, ArticleDraft values) =>
        _inForce[articleId].Where(correction => IsAgreedWith(correction, values)).Select(correction => correction.Id);

    /// <summary>The same without some corrections.</summary>
    /// <param name="ids">Their keys.</param>
    public CorrectionOverlay Without(IReadOnlySet<long> ids) => ids.Count == 0 ? this : new(_ingestor, _inForce.SelectMany(article => article).Where(correction => !ids.Contains(correction.Id)));

    /// <summary>The corrections that stay although files say something new: neither what they said when the correction was made nor what the person said.</summary>
    /// <param name="articleId">Whose.</param>
    /// <param name="values">As its files say and we infer, without corrections.</param>
    public IReadOnlyList<KeptCorrection> Kept(long articleId, ArticleDraft values) =>
    [
        .. from correction in _inForce[articleId]
           let field = FieldOf(correction)
           let said = field.Shown(values)
           let corrected = field.Shown(field.Apply(values, correction.Value))
           where said != correction.DeclaredThen && said != corrected
           select new KeptCorrection(articleId, field.Name, corrected, said, correction.MadeBy),
    ];

    static bool IsAgreedWith(Correction correction, ArticleDraft values)
    {
        var field = FieldOf(correction);
        var said = field.Shown(values);
        return said != correction.DeclaredThen && said == field.Shown(field.Apply(values, correction.Value));
    }

    static ArticleDraft Apply(ArticleDraft values, Correction correction) => FieldOf(correction).Apply(values, correction.Value);

    static CorrectableField FieldOf(Correction correction) => CorrectableField.Find(correction.Field)
        ?? throw new InvalidOperationException($"Correction {correction.Id} is of the field “{correction.Field}”, which cannot be corrected.");
}
