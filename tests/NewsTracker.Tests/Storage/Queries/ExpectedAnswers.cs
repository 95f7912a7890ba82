using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

/// <summary>The contract's filters once more, slowly, over plain objects.</summary>
sealed class ExpectedAnswers(IReadOnlyList<TestArticle> articles)
{
    public IReadOnlyList<TestArticle> Matching(ArticleFilter filter, string? open = null) => [.. articles.Where(article =>
        (open == "scope" || filter.Scope is null || article.Scope == filter.Scope)
        && (open == "company" || Carries(filter.Companies, Companies(article, filter.Role)))
        && (open == "topic" || Carries(filter.Topics, article.Topics))
        && (open == "provider" || Carries(filter.Providers, article.Provider is { } provider ? [provider] : []))
        && (open == "date" || IsDated(filter, article))
        && (filter.AddedFrom is null || DateOnly.FromDateTime(article.AddedAt) >= filter.AddedFrom.First)
        && (filter.AddedTo is null || DateOnly.FromDateTime(article.AddedAt) <= filter.AddedTo.Last)
        && (filter.Types.Count == 0 || filter.Types.Contains(article.Type))
        && (filter.Origins.Count == 0 || filter.Origins.Contains(article.Origin))
        && (filter.Languages.Count == 0 || filter.Languages.Contains(article.Language ?? ""))
        && (filter.Formats.Count == 0 || filter.Formats.Contains(article.Format))
        && (filter.Promoted is null || filter.Promoted == article.Promoted))];

    public LeftOut LeftOut(ArticleFilter filter)
    {
        if (filter.Undated == UndatedMode.Only) return new(0, 0);
        var others = Matching(filter, open: "date").Where(article => !IsDated(filter, article)).ToList();
        var (from, to) = Bounds(filter);
        return new(
            others.Count(article => article.Published.Period is null),
            others.Count(article => article.Published.Period is { } period && period.First <= to && period.Last >= from));
    }

    public static IReadOnlyList<long> Sorted(IEnumerable<TestArticle> matching, ArticleSort sort)
    {
        var newest = matching
            .OrderBy(article => article.Published.Period is null)
            .ThenByDescending(article => article.Published.Period?.First)
            .ThenByDescending(article => article.Published.Precision)
            .ThenByDescending(article => article.Published.At)
            .ThenByDescending(article => article.Id);
        return [.. (sort switch
        {
            ArticleSort.Newest => newest,
            ArticleSort.Oldest => matching
                .OrderBy(article => article.Published.Period is null)
                .ThenBy(article => article.Published.Period?.Last)
                .ThenByDescending(article => article.Published.Precision)
                .ThenBy(article => article.Published.At)
                .ThenByDescending(article => article.Id),
            ArticleSort.Added => newest.OrderByDescending(article => article.AddedAt),
            ArticleSort.Quality => newest.OrderByDescending(article => article.Quality ?? int.MinValue),
            _ => newest.OrderByDescending(article => article.Heat ?? int.MinValue),
        }).Select(article => article.Id)];
    }

    public static IReadOnlyList<string> Companies(TestArticle article, CompanyRole? role) =>
        role == CompanyRole.Subject ? article.Subjects : [.. article.Subjects.Union(article.Mentions)];

    static bool Carries(IReadOnlyList<NameFilter> filters, IReadOnlyList<string> names)
    {
        bool Holds(NameFilter filter) => filter.Terms.All(term => names.Contains(term.Slug) != term.Excluded);
        var wanted = filters.Where(filter => filter.Terms.Any(term => !term.Excluded)).ToList();
        return (wanted.Count == 0 || wanted.Any(Holds)) && filters.Except(wanted).All(Holds);
    }

    static bool IsDated(ArticleFilter filter, TestArticle article)
    {
        var asked = filter.From is not null || filter.To is not null;
        var undated = filter.Undated ?? (asked ? UndatedMode.Exclude : UndatedMode.Include);
        var (from, to) = Bounds(filter);
        return article.Published.Period is { } period
            ? undated != UndatedMode.Only && period.First >= from && period.Last <= to
            : undated != UndatedMode.Exclude;
    }

    static (DateOnly From, DateOnly To) Bounds(ArticleFilter filter) =>
        (filter.From?.First ?? DateOnly.MinValue, filter.To?.Last ?? DateOnly.MaxValue);
}
