namespace NewsTracker.Ingestion.Tagging;

/// <summary>Headlines of reports that size a market and sell a list of names with it.</summary>
static class MarketReport
{
    /// <summary>What such a headline says of the market.</summary>
    static readonly string[] Marks =
    [
        "market size", "market share", "market report", "market research", "market analysis", "market growth", "market forecast", "market outlook", "market trends", "market insights", "market is", "market to", "market will", "market worth",
        "market study", "market revenue", "market continues to", "market by", "market key", "market development", "market industry", "market segment", "market advance", "market new research", "key players", "top players", "cagr", "market 20", "research report", "market:",
    ];

    /// <summary>Whether a headline is one.</summary>
    /// <param name="folded">See <see cref="Catalogue.Folding.Fold"/>.</param>
    public static bool IsTitle(string folded) => folded.Contains("market", StringComparison.Ordinal) && !folded.Contains("stock market", StringComparison.Ordinal)
        && Array.Exists(Marks, mark => folded.Contains(mark, StringComparison.Ordinal));
}
