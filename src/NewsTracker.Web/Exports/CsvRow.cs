using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Exports;

/// <summary>The columns of <c>/export.csv</c>, in order.</summary>
static class CsvRow
{
    const string Separator = "; ";

    /// <summary>Their names, stable.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "id", "title", "published", "precision", "dateSource", "dateEvidence", "provider", "providerDomain", "permanentLink", "originalAddress",
        "scope", "subjectCompanies", "mentionedCompanies", "topics", "excerpt", "language", "type", "origin", "promoted", "warnings", "addedAt",
    ];

    /// <summary>One article's cells.</summary>
    /// <param name="article">The article.</param>
    /// <param name="site">Scheme and host, without a slash at the end.</param>
    public static IEnumerable<string?> Of(StoredArticle article, string site)
    {
        var values = article.Values;
        return
        [
            article.Id.ToString(CultureInfo.InvariantCulture), values.Title, DateWords.Machine(values.Published), EnumWords.Of(values.Published.Precision),
            values.Published.Source is { } source ? EnumWords.Of(source) : null, values.Published.Evidence, values.Provider?.Name, values.Provider?.Domain,
            site + PageAddress.Article(article.Id, article.Slug), values.Url, EnumWords.Of(values.Scope.Value),
            Companies(values, CompanyRole.Subject), Companies(values, CompanyRole.Mention), string.Join(Separator, values.Topics.Select(topic => topic.Name)),
            values.Excerpt, values.Language, values.Type, EnumWords.Of(article.Origin), values.Promoted is { } promoted ? promoted ? "true" : "false" : null,
            string.Join(Separator, DateDoubt.Standing(values.Published, values.Warnings).Select(warning => warning.Message)), DateWords.Machine(article.AddedAt),
        ];
    }

    static string Companies(ArticleDraft values, CompanyRole role) =>
        string.Join(Separator, values.Companies.Where(company => company.Role == role).Select(company => company.Name));
}
