using System.Globalization;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>What the pages of companies, topics and publishers have in common.</summary>
/// <param name="Summary">Name and counts.</param>
/// <param name="Filter">The list of its articles.</param>
/// <param name="Timeline">Its articles over time; null where there is too little to draw.</param>
/// <param name="Latest">Its latest articles.</param>
/// <param name="LastImport">When the last import ended, UTC; null where none has.</param>
sealed record ProfileView(TagSummary Summary, ArticleFilter Filter, TimelineView? Timeline, IReadOnlyList<ArticleRow> Latest, DateTime? LastImport)
{
    /// <summary>How much the page rests on: “19 articles, 2018–2022 · last import 23 Nov 2026 · not a complete record”.</summary>
    public string Record
    {
        get
        {
            var articles = Summary.Count == 0
                ? "No articles about face recognition"
                : string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(Summary.Count, "article")}, {DateWords.Years(Summary.First, Summary.Last)}");
            var import = LastImport is { } at ? $" · last import {DateWords.Day(DateOnly.FromDateTime(at))}" : "";
            return $"{articles}{import} · not a complete record";
        }
    }
}

/// <summary>Reads what a profile shows below its own facts.</summary>
/// <param name="articles">The latest articles.</param>
/// <param name="runs">The last import.</param>
sealed class ProfileReader(ArticleQueries articles, RunQueries runs)
{
    const int Latest = 10;

    /// <summary>Reads it.</summary>
    /// <param name="summary">Name and counts.</param>
    /// <param name="filter">The list of its articles.</param>
    /// <param name="coverage">Its articles over time.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<ProfileView> ReadAsync(TagSummary summary, ArticleFilter filter, Coverage coverage, CancellationToken cancellation)
    {
        var page = articles.List(filter with { Size = Latest }, cancellation);
        return new ProfileView(
            summary, filter, TimelineView.Of(coverage, filter, $"Articles: {summary.Name}"), page.Items, await runs.LastImportAsync(cancellation));
    }
}
