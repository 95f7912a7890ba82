using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Decides which companies an article is mainly about (rules in docs/taxonomy.md).</summary>
sealed class CompanyRoles
{
    /// <summary>Mentions that make a company dominant without standing at the head.</summary>
    const int ManyMentions = 3;

    readonly HashSet<int> _subjects;

    public CompanyRoles(IReadOnlyList<CatalogueCompany> companies, IReadOnlyList<Mention> mentions)
    {
        var candidates = mentions.Where(mention => !companies[mention.Company].Kind.Contains(CompanyKinds.Analyst)).ToList();
        var inTitle = candidates.Where(mention => mention.Field.Part == TextPart.Title).Select(mention => mention.Company).ToHashSet();
        _subjects = inTitle.Count > 0 ? inTitle : Dominant(candidates);
    }

    public CompanyRole Of(int company) => _subjects.Contains(company) ? CompanyRole.Subject : CompanyRole.Mention;

    static HashSet<int> Dominant(List<Mention> mentions)
    {
        var counts = mentions.CountBy(mention => mention.Company).ToDictionary();
        if (counts.Count == 0) return [];
        var most = counts.Values.Max();
        var opening = mentions.Where(mention => mention.Field.SentenceAt(mention.Start) == 0).Select(mention => mention.Company).ToHashSet();
        return [.. counts.Where(pair => opening.Contains(pair.Key) ? pair.Value == most : pair.Value >= ManyMentions && pair.Value * 3 >= most * 2).Select(pair => pair.Key)];
    }
}
