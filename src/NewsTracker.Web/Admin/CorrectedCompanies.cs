using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Admin;

/// <summary>The companies of an article as a person corrects them: those that stay, with their role, and one that is added.</summary>
static class CorrectedCompanies
{
    /// <summary>Reads a form.</summary>
    /// <param name="form">As posted.</param>
    /// <param name="now">The article's values, corrections included.</param>
    /// <param name="known">Every company the tracker knows.</param>
    public static CorrectedDraft Of(CorrectionForm form, ArticleDraft now, IReadOnlyList<TagSummary> known)
    {
        List<CompanyTag> tags = [];
        foreach (var tag in now.Companies)
            if (form.Roles.GetValueOrDefault(tag.Slug) is ("subject" or "mention") and var role)
                tags.Add(Role(role) == tag.Role ? tag : tag with { Role = Role(role), Source = ValueSource.Correction });
        if (Typed(form) is { } name && tags.TrueForAll(tag => !tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            var company = Find(name, known);
            if (company is not { InCatalogue: true } && CorrectionForm.Text(form.Confirmed) != name)
                return CorrectedDraft.Wrong($"The catalogue has no company “{name}”.", nameof(form.Added));
            tags.Add(new CompanyTag(company?.Name ?? name, company?.Slug ?? Slugs.ForName(name), Role(form.Roles.GetValueOrDefault("")), 0, company?.InCatalogue ?? false, ValueSource.Correction, null));
        }

        return CorrectedDraft.Right(now with { Companies = [.. tags.DistinctBy(tag => tag.Slug).OrderByDescending(tag => tag.Role).ThenByDescending(tag => tag.Mentions)] });
    }

    /// <summary>The name to add; null for none.</summary>
    /// <param name="form">As posted.</param>
    public static string? Typed(CorrectionForm form) => CorrectionForm.Text(form.Meant) ?? CorrectionForm.Text(form.Added);

    // The catalogue's own goes before a name that was only found in texts.
    static TagSummary? Find(string name, IReadOnlyList<TagSummary> known) => known
        .Where(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || one.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase) || one.Slug == name || one.Slug == Slugs.ForName(name))
        .OrderByDescending(one => one.InCatalogue)
        .FirstOrDefault();

    static CompanyRole Role(string? role) => role == "subject" ? CompanyRole.Subject : CompanyRole.Mention;
}
