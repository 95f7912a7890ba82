using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>The companies and topics that a row has room for.</summary>
/// <param name="Companies">Subjects, then the most mentioned of the others.</param>
/// <param name="MoreCompanies">How many more there are.</param>
/// <param name="Topics">The tracker's own.</param>
/// <param name="MoreTopics">How many more of them there are.</param>
sealed record RowTags(IReadOnlyList<CompanyTag> Companies, int MoreCompanies, IReadOnlyList<TopicTag> Topics, int MoreTopics)
{
    const int MostSubjects = 6;
    const int MostMentions = 3;
    const int MostTopics = 3;

    /// <summary>Chooses them for one row.</summary>
    public static RowTags Of(ArticleRow row)
    {
        CompanyTag[] companies =
        [
            .. row.Companies.Where(company => company.Role == CompanyRole.Subject).Take(MostSubjects),
            .. row.Companies.Where(company => company.Role == CompanyRole.Mention).Take(MostMentions),
        ];
        var own = row.Topics.Where(topic => topic.Own).Select(topic => topic.Tag).ToList();
        return new RowTags(companies, row.Companies.Count - companies.Length, [.. own.Take(MostTopics)], Math.Max(0, own.Count - MostTopics));
    }
}
