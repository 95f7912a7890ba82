using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Search;

/// <summary>An article whose text matches.</summary>
/// <param name="Id">The article.</param>
/// <param name="Score">bm25 as FTS5 gives it: smaller is better.</param>
sealed record TextHit(long Id, double Score);

/// <summary>Full text on SQLite's FTS5.</summary>
sealed class TextSearch(NewsContext context)
{
    /// <summary>Every article that matches, in no order. A word in the title weighs ten times one in the body.</summary>
    /// <param name="match">An FTS5 expression from <see cref="SearchQuery"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<List<TextHit>> ScoredAsync(string match, CancellationToken cancellation) => context.Database
        .SqlQuery<TextHit>($"SELECT rowid AS Id, bm25(ArticleText, 10.0, 3.0, 1.0) AS Score FROM ArticleText WHERE ArticleText MATCH {match}")
        .ToListAsync(cancellation);

    /// <summary>The same without the cost of scores.</summary>
    /// <param name="match">An FTS5 expression from <see cref="SearchQuery"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<List<long>> IdsAsync(string match, CancellationToken cancellation) => context.Database
        .SqlQuery<long>($"SELECT rowid AS Value FROM ArticleText WHERE ArticleText MATCH {match}")
        .ToListAsync(cancellation);

    /// <summary>Where the words stand in body or excerpt; articles with none there are absent.</summary>
    /// <param name="match">An FTS5 expression from <see cref="SearchQuery"/>.</param>
    /// <param name="ids">The articles of one page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Dictionary<long, IReadOnlyList<SnippetPart>>> SnippetsAsync(
        string match, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var wanted = $"[{string.Join(',', ids)}]";
        var (start, end) = (Snippets.Start.ToString(), Snippets.End.ToString());
        var rows = await context.Database.SqlQuery<SnippetRow>($"""
            SELECT rowid AS Id,
                snippet(ArticleText, 2, {start}, {end}, '…', 36) AS Body,
                snippet(ArticleText, 1, {start}, {end}, '…', 36) AS Excerpt
            FROM ArticleText
            WHERE ArticleText MATCH {match} AND rowid IN (SELECT value FROM json_each({wanted}))
            """).ToListAsync(cancellation);
        return rows
            .Select(row => (row.Id, Parts: Snippets.Split(row.Body) ?? Snippets.Split(row.Excerpt)))
            .Where(row => row.Parts is not null)
            .ToDictionary(row => row.Id, row => row.Parts!);
    }

    sealed record SnippetRow(long Id, string? Body, string? Excerpt);
}
