using NewsTracker.Ingestion;
using NewsTracker.Storage.Index;

namespace NewsTracker.Storage.Queries;

/// <summary>Counts tags over the articles of one scope.</summary>
sealed class TagCounter(ArticleIndex index, ScopeValue? scope)
{
    readonly PositionSet _scope = index.InScope(scope);

    /// <summary>The index that is counted on.</summary>
    public ArticleIndex Index => index;

    /// <summary>A tag's articles in the scope.</summary>
    public PositionSet Of(IndexedTag tag) => tag.Articles.And(_scope);

    /// <summary>Counts and dates of a tag.</summary>
    public TagSummary Summary(IndexedTag tag, bool inCatalogue)
    {
        // Latest first, undated ones behind the last.
        var articles = Of(tag);
        var (latest, earliest) = (articles.Next(0), articles.Previous(index.Dated - 1));
        return new TagSummary
        {
            Slug = tag.Slug,
            Name = tag.Name,
            Count = articles.Count,
            SubjectCount = _scope.CountOf(tag.Subjects),
            First = earliest < 0 ? null : index.FirstDayAt(earliest),
            Last = latest < 0 ? null : index.FirstDayAt(latest),
            InCatalogue = inCatalogue,
        };
    }

    /// <summary>The tags that most often go with some articles.</summary>
    public static IReadOnlyList<TagCount> Most(IEnumerable<IndexedTag> tags, PositionSet among, int most) =>
    [
        .. tags
            .Select(tag => new TagCount(tag.Slug, tag.Name, among.CountOf(tag.Articles)))
            .Where(tag => tag.Count > 0)
            .OrderByDescending(tag => tag.Count)
            .ThenBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase)
            .Take(most),
    ];

    /// <summary>A tag's articles over time.</summary>
    public Coverage CoverageOf(PositionSet articles) => FacetCounter.CoverageOf(index, articles) with { Years = PeriodCounter.Years(index, articles) };

    /// <summary>The same over time.</summary>
    public IReadOnlyList<TagTrend> Trends(TagIndex tags, IReadOnlyList<TagCount> counts, PositionSet among) =>
    [
        .. from count in counts
           let tag = tags.Find(count.Slug)
           where tag is not null
           let both = tag.Articles.And(among)
           select new TagTrend(count.Slug, count.Name, count.Count, PeriodCounter.Years(index, both)),
    ];
}
