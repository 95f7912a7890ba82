using Microsoft.Data.Sqlite;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>What the index takes from the tables around the articles.</summary>
/// <param name="Companies">On articles.</param>
/// <param name="Topics">On articles.</param>
/// <param name="Providers">By name alone: articles carry them themselves.</param>
/// <param name="Formats">Articles whose source is written otherwise than as front matter.</param>
sealed record TagRows(TagLinkRows Companies, TagLinkRows Topics, TagLinkRows Providers, IReadOnlyList<(long Article, int Format)> Formats)
{
    public static TagRows Read(SqliteConnection connection, CancellationToken cancellation) => new(
        TagLinkRows.Read(connection, "SELECT Id, Slug, Name, InCatalogue FROM Companies", "SELECT ArticleId, CompanyId, Role FROM ArticleCompanies", cancellation),
        TagLinkRows.Read(connection, "SELECT Id, Slug, Name, Position IS NOT NULL FROM Topics", "SELECT ArticleId, TopicId, 0 FROM ArticleTopics", cancellation),
        TagLinkRows.Read(connection, "SELECT Id, Domain, Name, 0 FROM Providers", links: null, cancellation),
        ReadFormats(connection));

    static List<(long Article, int Format)> ReadFormats(SqliteConnection connection)
    {
        List<(long, int)> formats = [];
        using var rows = new SqliteRows(connection, """
            SELECT article.Id, document.Format
            FROM Documents AS document
            CROSS JOIN Sightings AS sighting ON sighting.DocumentId = document.Id
            CROSS JOIN Articles AS article ON article.Id = sighting.ArticleId AND article.SightingId = sighting.Id
            WHERE document.Format > 0
            """);
        while (rows.Read()) formats.Add((rows.Number(0), (int)rows.Number(1)));
        return formats;
    }
}

/// <summary>Tags of one kind, and which article carries which.</summary>
sealed class TagLinkRows
{
    const int CheckEvery = 8192;

    readonly Dictionary<long, int> _places;

    TagLinkRows(List<(long Id, TagName Name)> names)
    {
        Names = [.. names.Select(name => name.Name)];
        _places = names.Index().ToDictionary(name => name.Item.Id, name => name.Index);
    }

    /// <summary>By name, regardless of case.</summary>
    public IReadOnlyList<TagName> Names { get; }

    /// <summary>Articles' keys, one for each link.</summary>
    public List<long> Articles { get; } = [];

    /// <summary>Tags as <see cref="TagLinks"/> has them, one for each link.</summary>
    public List<int> Tags { get; } = [];

    /// <summary>Reads names, then links.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="names">Key, slug, name, whether it is the tracker's own.</param>
    /// <param name="links">Article, tag, role; null where articles carry the tag themselves.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static TagLinkRows Read(SqliteConnection connection, string names, string? links, CancellationToken cancellation)
    {
        var read = new TagLinkRows(ReadNames(connection, names));
        if (links is null) return read;
        using var rows = new SqliteRows(connection, links);
        while (rows.Read())
        {
            if (read.Articles.Count % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            read.Add(rows.Number(0), rows.Number(1), rows.Number(2) == (int)Ingestion.CompanyRole.Subject);
        }

        return read;
    }

    /// <summary>Adds one link for each article.</summary>
    /// <param name="articles">Keys.</param>
    /// <param name="tags">Keys of tags; −1 for none.</param>
    public TagLinkRows With(long[] articles, long[] tags)
    {
        for (var index = 0; index < articles.Length; index++) Add(articles[index], tags[index], subject: false);
        return this;
    }

    void Add(long article, long tag, bool subject)
    {
        if (!_places.TryGetValue(tag, out var place)) return;
        Articles.Add(article);
        Tags.Add((place << 1) | (subject ? 1 : 0));
    }

    static List<(long Id, TagName Name)> ReadNames(SqliteConnection connection, string sql)
    {
        List<(long Id, TagName Name)> names = [];
        using var rows = new SqliteRows(connection, sql);
        while (rows.Read()) names.Add((rows.Number(0), new TagName(rows.Text(1), rows.Text(2), rows.Number(3) != 0)));
        return [.. names.OrderBy(name => name.Name.Name, StringComparer.OrdinalIgnoreCase).ThenBy(name => name.Name.Slug, StringComparer.Ordinal)];
    }
}

/// <summary>A tag without its articles.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Own">Of a topic: one of the tracker's own; of a company: one of the catalogue.</param>
readonly record struct TagName(string Slug, string Name, bool Own);
