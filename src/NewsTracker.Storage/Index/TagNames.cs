using Microsoft.Data.Sqlite;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>A company, topic or provider without its articles.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Own">Of a topic: one of the tracker's own; of a company: one of the catalogue.</param>
readonly record struct TagName(int Id, string Slug, string Name, bool Own);

/// <summary>A slug that leads to a company of the catalogue without being its own.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Company">The company's own slug.</param>
/// <param name="GivesWay">True for another name: a company that goes by it and is there keeps it. A company that was merged leads on even so.</param>
readonly record struct LeadingSlug(string Slug, string Company, bool GivesWay);

/// <summary>What tags are called: few, so that they are read anew for every index.</summary>
/// <param name="Companies">By name, regardless of case.</param>
/// <param name="Topics">By name, regardless of case.</param>
/// <param name="Providers">By name, regardless of case.</param>
/// <param name="Leading">Slugs that lead to a company: of those that were merged into it, then of its other names.</param>
sealed record TagNames(IReadOnlyList<TagName> Companies, IReadOnlyList<TagName> Topics, IReadOnlyList<TagName> Providers, IReadOnlyList<LeadingSlug> Leading)
{
    /// <summary>Reads them.</summary>
    /// <param name="connection">In a transaction.</param>
    public static TagNames Read(SqliteConnection connection) => new(
        Read(connection, "SELECT Id, Slug, Name, InCatalogue FROM Companies"),
        Read(connection, "SELECT Id, Slug, Name, Position IS NOT NULL FROM Topics"),
        Read(connection, "SELECT Id, Domain, Name, 0 FROM Providers"),
        [
            .. ReadListed(connection, "former").Select(former => new LeadingSlug(former.Value, former.Company, GivesWay: false)),
            .. ReadListed(connection, "aliases").Select(alias => new LeadingSlug(Slugs.ForName(alias.Value), alias.Company, GivesWay: true)),
        ]);

    static List<(string Value, string Company)> ReadListed(SqliteConnection connection, string key)
    {
        List<(string Value, string Company)> listed = [];
        using var rows = new SqliteRows(connection, $"SELECT named.value, company.Slug FROM Companies AS company, json_each(company.Definition, '$.{key}') AS named WHERE company.Definition IS NOT NULL ORDER BY company.Id, named.key");
        while (rows.Read()) listed.Add((rows.Text(0), rows.Text(1)));
        return listed;
    }

    static IReadOnlyList<TagName> Read(SqliteConnection connection, string sql)
    {
        List<TagName> names = [];
        using var rows = new SqliteRows(connection, sql);
        while (rows.Read()) names.Add(new TagName(checked((int)rows.Number(0)), rows.Text(1), rows.Text(2), rows.Number(3) != 0));
        return [.. names.OrderBy(name => name.Name, StringComparer.OrdinalIgnoreCase).ThenBy(name => name.Slug, StringComparer.Ordinal)];
    }
}
