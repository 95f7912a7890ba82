namespace NewsTracker.Storage.Index;

/// <summary>Puts articles that were added or changed since into an earlier table: what did not change is copied, not read again.</summary>
/// <param name="earlier">The table before.</param>
/// <param name="changed">Only the articles written since.</param>
sealed class TableMerge(ArticleTable earlier, ArticleTable changed)
{
    /// <summary>The table after.</summary>
    public ArticleTable Merge()
    {
        var sources = Sources();
        var words = earlier.Words.Union(changed.Words).ToArray();
        int[] codes = [.. changed.Words.Select(word => Array.IndexOf(words, word))];
        var articles = new IndexedArticle[sources.Length];
        for (var position = 0; position < articles.Length; position++)
            articles[position] = sources[position] is >= 0 and var source ? earlier.Articles[source] : Recoded(changed.Articles[~sources[position]], codes);
        return new ArticleTable(
            changed.State, articles, Links(sources, earlier.Companies, changed.Companies), Links(sources, earlier.Topics, changed.Topics), words);
    }

    // Where each article of the new order comes from: a position in the earlier table, or ~ a position among what changed.
    int[] Sources()
    {
        var replaced = Replaced();
        var sources = new int[earlier.Articles.Length + changed.Articles.Length];
        var (count, next, order) = (0, 0, new NewestFirst());
        for (var position = 0; position < earlier.Articles.Length; position++)
        {
            if (replaced.Contains(position)) continue;
            while (next < changed.Articles.Length && order.Compare(changed.Articles[next], earlier.Articles[position]) < 0) sources[count++] = ~next++;
            sources[count++] = position;
        }

        while (next < changed.Articles.Length) sources[count++] = ~next++;
        return sources[..count];
    }

    PositionSet Replaced()
    {
        var positions = new ArticlePositions(earlier.Articles);
        var words = new ulong[BitWindow.WordsOf(earlier.Articles.Length)];
        foreach (var article in changed.Articles)
            if (positions.Of(article.Id) is >= 0 and var position)
                words[position >> 6] |= 1UL << position;
        return PositionSet.OfWords(earlier.Articles.Length, words);
    }

    static IndexedArticle Recoded(IndexedArticle article, int[] codes) =>
        article with { Type = article.Type < 0 ? -1 : codes[article.Type], Language = article.Language < 0 ? -1 : codes[article.Language] };

    static TagLinks Links(int[] sources, TagLinks earlier, TagLinks changed)
    {
        var starts = new int[sources.Length + 1];
        for (var position = 0; position < sources.Length; position++) starts[position + 1] = starts[position] + Of(sources[position]).Length;
        var tags = new int[starts[^1]];
        for (var position = 0; position < sources.Length; position++) Of(sources[position]).CopyTo(tags.AsSpan(starts[position]));
        return new TagLinks(starts, tags);

        ReadOnlySpan<int> Of(int source) => source >= 0 ? earlier.Of(source) : changed.Of(~source);
    }
}
