namespace NewsTracker.Ingestion.Tagging;

/// <summary>Doubts a date of publication that lies before a company that the article is about existed.</summary>
static class FoundingYears
{
    /// <summary>The warnings that an article has then.</summary>
    /// <param name="draft">Dated; what else it warned of stays.</param>
    /// <param name="mentions">The companies named in it.</param>
    /// <param name="tags">The same as tags: who is a subject.</param>
    public static IReadOnlyList<Warning> Warnings(ArticleDraft draft, IReadOnlyList<Mention> mentions, IReadOnlyList<CompanyTag> tags)
    {
        var others = draft.Warnings.Where(warning => warning.Code != WarningCode.BeforeFounding).ToList();
        if (draft.Published.Period is not { Last: var last }) return others;
        var subjects = tags.Where(tag => tag.Role == CompanyRole.Subject).Select(tag => tag.Slug).ToHashSet(StringComparer.Ordinal);
        return mentions.Select(mention => mention.Entry).FirstOrDefault(company => company.Founded > last.Year && subjects.Contains(company.Slug)) is { } younger
            ? [.. others, new Warning(WarningCode.BeforeFounding, $"The article is dated {last.Year}, but {younger.Name} began in {younger.Founded}.")]
            : others;
    }
}
