using Microsoft.EntityFrameworkCore;

namespace NewsTracker.Storage.Queries;

/// <summary>Names that texts give and the catalogue lacks.</summary>
/// <param name="database">Where their sentences are.</param>
public sealed class FoundNames(NewsDatabase database)
{
    /// <summary>A sentence for each name, from an article that may be shown.</summary>
    /// <param name="slugs">The names; a page of them.</param>
    /// <param name="cancellation">Stops between names.</param>
    /// <returns>By slug; names without a sentence are left out.</returns>
    public async Task<IReadOnlyDictionary<string, string>> SentencesAsync(IReadOnlyList<string> slugs, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slug in slugs)
        {
            var id = await context.Companies.Where(company => company.Slug == slug).Select(company => company.Id).FirstOrDefaultAsync(cancellation);
            // By the key of the company, one after the other: a name stands in few articles.
            var sentence = await context.ArticleCompanies
                .Where(tag => tag.CompanyId == id && tag.Evidence != null && context.ShownArticles.Any(article => article.Id == tag.ArticleId))
                .Select(tag => tag.Evidence)
                .FirstOrDefaultAsync(cancellation);
            if (sentence is not null) sentences[slug] = sentence;
        }

        return sentences;
    }
}
