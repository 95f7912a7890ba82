using Microsoft.Data.Sqlite;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>Reads an <see cref="ArticleTable"/> from the database in a few streaming queries, without a body.</summary>
static class TableReader
{
    const string Companies = "tag.ArticleId, tag.CompanyId, tag.Role";
    const string Topics = "tag.ArticleId, tag.TopicId, 0";

    // From the few originals that are no front matter to their articles, and the other way round where few articles are asked for.
    const string Formats = """
        SELECT article.Id, document.Format
        FROM Documents AS document
        CROSS JOIN Sightings AS sighting ON sighting.DocumentId = document.Id
        CROSS JOIN Articles AS article ON article.Id = sighting.ArticleId AND article.SightingId = sighting.Id
        WHERE document.Format > 0
        """;

    const string ChangedFormats = """
        SELECT article.Id, document.Format
        FROM Articles AS article
        CROSS JOIN Sightings AS sighting ON sighting.Id = article.SightingId
        CROSS JOIN Documents AS document ON document.Id = sighting.DocumentId
        WHERE document.Format > 0 AND article.ChangedIn >
        """;

    /// <summary>All articles, on two connections at once.</summary>
    /// <param name="state">What both see.</param>
    /// <param name="articles">In a transaction.</param>
    /// <param name="tags">In a transaction.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<ArticleTable> WholeAsync(DataState state, SqliteConnection articles, SqliteConnection tags, CancellationToken cancellation)
    {
        var reading = Task.Run(
            () => (Companies: LinkRows.Read(tags, Companies, "ArticleCompanies AS tag", cancellation), Topics: LinkRows.Read(tags, Topics, "ArticleTopics AS tag", cancellation)),
            cancellation);
        var rows = IndexedArticleRows.Read(articles, since: null, cancellation);
        var links = await reading;
        return Table(state, rows, links.Companies, links.Topics, articles, Formats);
    }

    /// <summary>Only the articles that were written after a state.</summary>
    /// <param name="state">What the connection sees.</param>
    /// <param name="since">The version of the earlier state.</param>
    /// <param name="connection">In a transaction.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static ArticleTable Changed(DataState state, long since, SqliteConnection connection, CancellationToken cancellation)
    {
        return Table(
            state,
            IndexedArticleRows.Read(connection, since, cancellation),
            LinkRows.Read(connection, Companies, OfChanged("ArticleCompanies"), cancellation),
            LinkRows.Read(connection, Topics, OfChanged("ArticleTopics"), cancellation),
            connection,
            $"{ChangedFormats} {since}");

        string OfChanged(string links) => $"Articles AS article CROSS JOIN {links} AS tag ON tag.ArticleId = article.Id WHERE article.ChangedIn > {since}";
    }

    static ArticleTable Table(
        DataState state, (IndexedArticle[] Articles, string[] Words) rows, LinkRows companies, LinkRows topics, SqliteConnection connection, string formats)
    {
        var articles = rows.Articles;
        Array.Sort(articles, new NewestFirst());
        var positions = new ArticlePositions(articles);
        SetFormats(articles, positions, connection, formats);
        return new ArticleTable(state, articles, companies.ByPosition(positions, articles.Length), topics.ByPosition(positions, articles.Length), rows.Words);
    }

    static void SetFormats(IndexedArticle[] articles, ArticlePositions positions, SqliteConnection connection, string sql)
    {
        using var rows = new SqliteRows(connection, sql);
        while (rows.Read())
            if (positions.Of(rows.Number(0)) is >= 0 and var position)
                articles[position] = articles[position] with { Format = (byte)rows.Number(1) };
    }
}

/// <summary>Links between articles and tags, in the order they were read.</summary>
sealed class LinkRows
{
    const int CheckEvery = 8192;

    readonly int[] _articles;
    readonly int[] _tags;

    LinkRows(int count)
    {
        _articles = new int[count];
        _tags = new int[count];
    }

    /// <summary>Reads them.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="columns">Article, tag, role.</param>
    /// <param name="from">Where they stand. Counted first: lists that grow would take twice the memory.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static LinkRows Read(SqliteConnection connection, string columns, string from, CancellationToken cancellation)
    {
        var read = new LinkRows((int)SqliteRows.Single(connection, $"SELECT count(*) FROM {from}"));
        using var rows = new SqliteRows(connection, $"SELECT {columns} FROM {from}");
        for (var row = 0; rows.Read(); row++)
        {
            if (row % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            read._articles[row] = checked((int)rows.Number(0));
            read._tags[row] = checked(((int)rows.Number(1) << 1) | (rows.Number(2) == (int)Ingestion.CompanyRole.Subject ? 1 : 0));
        }

        return read;
    }

    /// <summary>The same, article by article; links of hidden articles are passed over.</summary>
    public TagLinks ByPosition(ArticlePositions positions, int length)
    {
        var starts = new int[length + 1];
        foreach (var article in _articles)
            if (positions.Of(article) is >= 0 and var position)
                starts[position + 1]++;
        for (var position = 0; position < length; position++) starts[position + 1] += starts[position];
        var (next, tags) = ((int[])[.. starts], new int[starts[^1]]);
        for (var row = 0; row < _tags.Length; row++)
            if (positions.Of(_articles[row]) is >= 0 and var position)
                tags[next[position]++] = _tags[row];
        return new TagLinks(starts, tags);
    }
}
