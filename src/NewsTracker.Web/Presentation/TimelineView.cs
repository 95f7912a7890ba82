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

    /// <summary>Where a bar leads.</summary>
    public string Href(TimelineBar bar) => PageAddress.List(Filter.WithDates(bar.From, bar.To));
}
