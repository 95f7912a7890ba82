using Microsoft.Data.Sqlite;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Index;

/// <summary>Reads the article index from the database in a few streaming queries, without a body: articles on one connection, tags on another.</summary>
/// <param name="articles">In a transaction.</param>
/// <param name="tags">In a transaction that sees the same state.</param>
sealed class IndexBuilder(SqliteConnection articles, SqliteConnection tags)
{
    public async Task<ArticleIndex> BuildAsync(long dataVersion, CancellationToken cancellation)
    {
        var reading = Task.Run(() => TagRows.Read(tags, cancellation), cancellation);
        var rows = IndexRows.Read(articles, cancellation);
        var order = Order(rows);
        var columns = new ArticleColumnsInOrder(
            InOrder(rows.Ids, order), InOrder(rows.Newest, order), InOrder(rows.Added, order), InOrder(rows.Quality, order), InOrder(rows.Heat, order));
        var positions = new ArticlePositions(columns.Ids);
        var links = await reading;
        var providers = InOrder(rows.Providers, order);
        return new ArticleIndex(
            dataVersion,
            columns,
            positions,
            Sets(rows, order, columns.Newest, Formats(links, positions, order.Length)),
            Tags(links.Companies, positions, order.Length),
            Tags(links.Topics, positions, order.Length),
            Tags(links.Providers.With(columns.Ids, providers), positions, order.Length));
    }

    // By place in time, and the later learned of first where that is equal; sorting plain numbers is several times faster than comparing pairs.
    static int[] Order(IndexRows rows)
    {
        long[] keys = [.. rows.Newest];
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from]) to++;
            if (to - from > 1) order.AsSpan(from, to - from).Sort((left, right) => rows.Ids[right].CompareTo(rows.Ids[left]));
            from = to;
        }

        return order;
    }

    static T[] InOrder<T>(List<T> values, int[] order)
    {
        var ordered = new T[order.Length];
        for (var position = 0; position < order.Length; position++) ordered[position] = values[order[position]];
        return ordered;
    }

    static ValueSets Sets(IndexRows rows, int[] order, long[] newest, int[] formats)
    {
        var fineness = PositionSets.ByCode(
            [.. newest.Select(key => key == DateKeys.Undated || DateKeys.FinenessOf(key) > DateKeys.MonthOnly ? -1 : DateKeys.FinenessOf(key))], 2);
        return new ValueSets(
            Named(PositionSets.ByCode(InOrder(rows.Scopes, order), 2), code => (ScopeValue)code),
            Named(PositionSets.ByCode(InOrder(rows.Types.Codes, order), rows.Types.Words.Count), code => rows.Types.Words[code]),
            Named(PositionSets.ByCode(InOrder(rows.Languages.Codes, order), rows.Languages.Words.Count), code => rows.Languages.Words[code]),
            Named(PositionSets.ByCode(InOrder(rows.Origins, order), 2), code => (ArticleOrigin)code),
            Named(PositionSets.ByCode(formats, 3), code => (SourceFormat)code),
            Named(PositionSets.ByCode(InOrder(rows.Promotions, order), 2), code => code == 1),
            fineness[DateKeys.YearOnly],
            fineness[DateKeys.MonthOnly]);
    }

    static Dictionary<T, PositionSet> Named<T>(PositionSet[] sets, Func<int, T> value)
        where T : notnull => sets.Index().ToDictionary(set => value(set.Index), set => set.Item);

    // Front matter unless told otherwise: nearly all sources are.
    static int[] Formats(TagRows links, ArticlePositions positions, int length)
    {
        var formats = new int[length];
        foreach (var (article, format) in links.Formats)
            if (positions.Of(article) is >= 0 and var position)
                formats[position] = format;
        return formats;
    }

    static TagIndex Tags(TagLinkRows rows, ArticlePositions positions, int length)
    {
        var starts = new int[length + 1];
        foreach (var article in rows.Articles)
            if (positions.Of(article) is >= 0 and var position)
                starts[position + 1]++;
        for (var position = 0; position < length; position++) starts[position + 1] += starts[position];
        var (next, links) = ((int[])[.. starts], new int[starts[^1]]);
        for (var row = 0; row < rows.Articles.Count; row++)
            if (positions.Of(rows.Articles[row]) is >= 0 and var position)
                links[next[position]++] = rows.Tags[row];
        var all = PositionSets.ByLinks(starts, links, rows.Names.Count, subjects: false);
        var subjects = PositionSets.ByLinks(starts, links, rows.Names.Count, subjects: true);
        return new TagIndex(
            [.. rows.Names.Select((name, place) => new IndexedTag(name.Slug, name.Name, name.Own, all[place], subjects[place]))], new TagLinks(starts, links));
    }
}
