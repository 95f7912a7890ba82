using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Search;

/// <summary>Full text on SQLite's FTS5.</summary>
/// <param name="reader">Where the text index is.</param>
/// <param name="index">Where articles stand; one that was committed after it was read waits for the next.</param>
/// <param name="cancellation">Stops the reading.</param>
sealed class TextSearch(SqliteReader reader, ArticleIndex index, CancellationToken cancellation)
{
    const int CheckEvery = 8192;

    /// <summary>Every article that holds a word or phrase.</summary>
    /// <param name="term">One term, as <see cref="SearchTerm.Match"/> writes it.</param>
    public PositionSet Holding(string term) => index.Terms.Of(term, Read);

    /// <summary>
    /// Best matches first, and newest first among equals. A word in the title weighs ten times one in the body.
    /// Costs a microsecond or two for each article that holds the words, so it is for words that are not in too many.
    /// </summary>
    /// <param name="match">An FTS5 expression.</param>
    /// <param name="matches">What may be on the list.</param>
    public ArticleOrder Ranked(string match, PositionSet matches)
    {
        Dictionary<int, long> scores = [];
        using var rows = new SqliteRows(
            reader.Connection, "SELECT rowid, bm25(ArticleText, 10.0, 3.0, 1.0) FROM ArticleText WHERE ArticleText MATCH ?", match);
        while (rows.Read())
        {
            if (scores.Count % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            if (index.PositionOf(rows.Number(0)) is >= 0 and var position && matches.Contains(position)) scores[position] = Whole(rows.Real(1));
        }

        return ArticleOrder.By(Queries.ArticleSort.Relevance, index, matches, position => scores.GetValueOrDefault(position));
    }

    /// <summary>Where the words stand in body or excerpt; articles with none there are absent.</summary>
    /// <param name="match">An FTS5 expression from <see cref="SearchQuery"/>.</param>
    /// <param name="ids">The articles of one page.</param>
    public Dictionary<long, IReadOnlyList<SnippetPart>> Snippets(string match, IReadOnlyList<long> ids)
    {
        Dictionary<long, IReadOnlyList<SnippetPart>> snippets = [];
        var (start, end) = (Search.Snippets.Start, Search.Snippets.End);
        using var rows = reader.Read(
            $"""
            SELECT rowid, snippet(ArticleText, 2, '{start}', '{end}', '…', 36), snippet(ArticleText, 1, '{start}', '{end}', '…', 36)
            FROM ArticleText
            WHERE ArticleText MATCH $0 AND rowid IN (SELECT value FROM json_each($1))
            """,
            match, KeyList.Of(ids));
        while (rows.Read())
        {
            var (body, excerpt) = (rows.IsDBNull(1) ? null : rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2));
            if ((Search.Snippets.Split(body) ?? Search.Snippets.Split(excerpt)) is { } parts) snippets.Add(rows.GetInt64(0), parts);
        }

        return snippets;
    }

    PositionSet Read(string term)
    {
        var (words, few, count) = (new ulong[BitWindow.WordsOf(index.Count)], new List<int>(), 0);
        using var rows = new SqliteRows(reader.Connection, "SELECT rowid FROM ArticleText WHERE ArticleText MATCH ?", term);
        while (rows.Read())
        {
            if (count++ % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            if (index.PositionOf(rows.Number(0)) is not (>= 0 and var position)) continue;
            words[position >> 6] |= 1UL << position;
            if (few is not null && PositionSet.IsSparse(index.Count, few.Count)) few.Add(position);
            else few = null;
        }

        if (few is null) return PositionSet.OfWords(index.Count, words);
        few.Sort();
        return PositionSet.OfSorted(index.Count, [.. few]);
    }

    // A word that most articles hold weighs as little as a millionth, and still has to be told apart.
    static long Whole(double score) => (long)Math.Round(score * 1e12);
}
