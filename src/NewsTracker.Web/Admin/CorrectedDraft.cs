using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>What an article becomes by a form: a draft with the corrected field, or a sentence that says what is wrong with what was typed.</summary>
/// <param name="Draft">Null where something is wrong.</param>
/// <param name="Problem">Null where nothing is.</param>
/// <param name="At">The input, by name, that it stands in; null where it is the field as a whole.</param>
sealed record CorrectedDraft(ArticleDraft? Draft, string? Problem, string? At = null)
{
    const int LongestTitle = 2000;

    /// <summary>The reason of a cut that a person made.</summary>
    public const string CutByPerson = "cut by a person";

    /// <summary>Reads a form.</summary>
    /// <param name="form">As posted.</param>
    /// <param name="now">The article's values, corrections included.</param>
    /// <param name="topics">The tracker's own topics.</param>
    /// <param name="companies">Every company the tracker knows.</param>
    /// <param name="today">In UTC.</param>
    public static CorrectedDraft Of(CorrectionForm form, ArticleDraft now, IReadOnlyList<TagSummary> topics, IReadOnlyList<TagSummary> companies, DateOnly today) =>
        Read(form, now, topics, companies, today) switch
        {
            { Draft: { } corrected } when SaysNothingNew(CorrectableField.Find(form.Field)!, corrected, now) => Wrong("The article says this already, so there is nothing to correct."),
            var read => read,
        };

    static CorrectedDraft Read(CorrectionForm form, ArticleDraft now, IReadOnlyList<TagSummary> topics, IReadOnlyList<TagSummary> companies, DateOnly today) => form.Field switch
    {
        "title" => CorrectionForm.Text(form.Value)?.ReplaceLineEndings(" ") switch
        {
            null => Wrong("A headline cannot be empty. To have the file’s own back, revert the correction."),
            { Length: > LongestTitle } => Wrong($"A headline has at most {LongestTitle} characters."),
            var title => Right(now with { Title = title }),
        },
        "published" => CorrectedDate.Of(form.Value, today) switch
        {
            { Date: { } date } => Right(now with { Published = date }),
            var refused => Wrong(refused.Problem!),
        },
        "provider" => Provider(form, now),
        "url" => CorrectionForm.Address(form.Value, out var isWrong) is var url && !isWrong
            ? Right(now with { Url = url })
            : Wrong($"“{form.Value}” is no web address. It must start with http:// or https://."),
        "excerpt" => Right(now with { Excerpt = CorrectionForm.Text(form.Value) }),
        "body" => Body(form, now),
        "scope" => Enum.TryParse<ScopeValue>(form.Value, ignoreCase: true, out var scope) && Enum.IsDefined(scope)
            ? Right(now with { Scope = new ScopeClaim(scope, ValueSource.Correction, null) })
            : Wrong("Say whether the article is about face recognition or not."),
        "companies" => CorrectedCompanies.Of(form, now, companies),
        "topics" => Right(now with { Topics = Topics(form, now, topics) }),
        "money" => CorrectedMoney.Of(form, now),
        _ => Wrong($"“{form.Field}” cannot be corrected."),
    };

    // An estimate is shown as one, and a doubt beside its date: who types the same date says that it is certain.
    static bool SaysNothingNew(CorrectableField field, ArticleDraft corrected, ArticleDraft now) =>
        field.Shown(corrected) == field.Shown(now) && (field.Name != "published" || IsCertain(now));

    static bool IsCertain(ArticleDraft article) =>
        article.Published.Source != DateSource.Estimated && DateDoubt.Of(article.Published, article.Warnings) is null;

    /// <summary>The article with the corrected field.</summary>
    internal static CorrectedDraft Right(ArticleDraft draft) => new(draft, null);

    /// <summary>What is wrong, and in which input.</summary>
    internal static CorrectedDraft Wrong(string problem, string? at = null) => new(null, problem, at);

    // Whoever pastes an address means its site. A name without a dot would be taken for that of a publisher without a domain.
    static CorrectedDraft Provider(CorrectionForm form, ArticleDraft now)
    {
        var typed = CorrectionForm.Text(form.Domain);
        var domain = typed is null ? null : WebAddress.Site(typed);
        if (typed is not null && domain?.Contains('.', StringComparison.Ordinal) != true)
            return Wrong($"“{typed}” is no domain. Type the host alone, such as axios.com, paste an address of the site, or leave the field empty.", nameof(form.Domain));
        return Right(now with { Provider = (form.Value ?? domain) is { } name ? new ProviderClaim(name, domain, ValueSource.Correction) : null });
    }

    /// <summary>An article's paragraphs, by whose places forms name them.</summary>
    /// <param name="draft">The article.</param>
    public static List<string> Paragraphs(ArticleDraft draft) => [.. (draft.Body ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)];

    static CorrectedDraft Body(CorrectionForm form, ArticleDraft now)
    {
        var paragraphs = Paragraphs(now);
        if (form.Cut is { } cut && cut >= 0 && cut < paragraphs.Count)
        {
            var piece = new Cut(0, cut, CutByPerson, paragraphs[cut]);
            paragraphs.RemoveAt(cut);
            return Rebuilt(now, paragraphs, [.. now.Cuts.Select(earlier => earlier.BeforeParagraph > cut ? earlier with { BeforeParagraph = earlier.BeforeParagraph - 1 } : earlier).Append(piece).OrderBy(one => one.BeforeParagraph)]);
        }

        if (form.Restore is not { } restore || restore < 0 || restore >= now.Cuts.Count) return Wrong("Say which paragraph to cut, or which piece to put back.");
        var restored = now.Cuts[restore];
        var at = Math.Clamp(restored.BeforeParagraph, 0, paragraphs.Count);
        paragraphs.Insert(at, restored.Text.Trim());
        return Rebuilt(now, paragraphs, [.. now.Cuts.Where((_, place) => place != restore).Select(other => other.BeforeParagraph > at ? other with { BeforeParagraph = other.BeforeParagraph + 1 } : other)]);
    }

    static CorrectedDraft Rebuilt(ArticleDraft now, List<string> paragraphs, IReadOnlyList<Cut> cuts) =>
        Right(now with { Body = paragraphs.Count == 0 ? null : string.Join("\n\n", paragraphs), Cuts = cuts });

    // The origin's own topics stay as the file declares them.
    static List<TopicTag> Topics(CorrectionForm form, ArticleDraft now, IReadOnlyList<TagSummary> own)
    {
        var slugs = own.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal);
        var kept = now.Topics.Where(tag => !slugs.Contains(tag.Slug) || form.Topics.Contains(tag.Slug));
        var added = own.Where(topic => form.Topics.Contains(topic.Slug) && now.Topics.All(tag => tag.Slug != topic.Slug));
        return [.. kept, .. added.Select(topic => new TopicTag(topic.Name, topic.Slug, ValueSource.Correction, null))];
    }
}
