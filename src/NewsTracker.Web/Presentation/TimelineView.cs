using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A timeline on a page.</summary>
/// <param name="Chart">What to draw.</param>
/// <param name="Filter">What a bar's link narrows to its period.</param>
/// <param name="Subject">What is counted, for the drawing's name: <c>Articles about Megvii</c>.</param>
sealed record TimelineView(Timeline Chart, ArticleFilter Filter, string Subject)
{
    /// <summary>The timeline of a profile; null where there is too little to draw.</summary>
    public static TimelineView? Of(Coverage coverage, ArticleFilter filter, string subject) =>
        Timeline.Of(coverage.Months, coverage.Undated, coverage.Imprecise, days: coverage.Days) is { } chart ? new TimelineView(chart, filter, subject) : null;

    /// <summary>The periods that have articles, in order, each with where it leads.</summary>
    public IReadOnlyList<(TimelineBar Bar, string Href)> Bars { get; } =
        [.. Chart.Bars.Where(bar => bar.Count > 0).Select(bar => (bar, PageAddress.List(Filter.WithDates(bar.From, bar.To))))];
}
