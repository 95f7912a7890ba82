using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>Names over time on a profile: each with a link to its page, to the articles that carry both, and to those of each year.</summary>
/// <param name="Title">What they are, as a heading.</param>
/// <param name="Kind">What one of them is, as the head of a column.</param>
/// <param name="Subject">What the profile is about.</param>
/// <param name="Names">Most frequent first.</param>
/// <param name="Whole">The years of the profile.</param>
/// <param name="Page">Where a name's page is.</param>
/// <param name="Both">The articles that carry both.</param>
sealed record TrendRows(
    string Title, string Kind, string Subject, IReadOnlyList<TagTrend> Names, IReadOnlyList<YearCount> Whole, Func<string, string> Page, Func<string, ArticleFilter> Both)
{
    const int AtOnce = 12;

    /// <summary>The rows that are always shown.</summary>
    public IEnumerable<TagTrend> First => Names.Take(AtOnce);

    /// <summary>The span of the drawings: <c>2013–2020</c>.</summary>
    public string Span => Whole switch
    {
        [] => "",
        [var only] => $"{only.Year}",
        [var first, .., var last] => $"{first.Year}–{last.Year}",
    };
}
