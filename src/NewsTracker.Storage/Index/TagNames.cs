using Microsoft.Data.Sqlite;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>A company, topic or provider without its articles.</summary>
/// <param name="Id">Key.</param>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Own">Of a topic: one of the tracker's own; of a company: one of the catalogue.</param>
readonly record struct TagName(int Id, string Slug, string Name, bool Own);

/// <summary>What tags are called: few, so that they are read anew for every index.</summary>
/// <param name="Companies">By name, regardless of case.</param>
/// <param name="Topics">By name, regardless of case.</param>
/// <param name="Providers">By name, regardless of case.</param>
/// <param name="Merged">Slugs of companies that were merged into others, with those others' slugs.</param>
sealed record TagNames(IReadOnlyList<TagName> Companies, IReadOnlyList<TagName> Topics, IReadOnlyList<TagName> Providers, IReadOnlyDictionary<string, string> Merged)
{
    /// <summary>Reads them.</summary>
    /// <param name="connection">In a transaction.</param>
    public static TagNames Read(SqliteConnection connection) => new(
        Read(connection, "SELECT Id, Slug, Name, InCatalogue FROM Companies"),
        Read(connection, "SELECT Id, Slug, Name, Position IS NOT NULL FROM Topics"),
        Read(connection, "SELECT Id, Domain, Name, 0 FROM Providers"),
        ReadMerged(connection));

    static Dictionary<string, string> ReadMerged(SqliteConnection connection)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = new SqliteRows(connection, "SELECT former.value, company.Slug FROM Companies AS company, json_each(company.Definition, '$.former') AS former WHERE company.Definition IS NOT NULL");
        while (rows.Read()) merged[rows.Text(0)] = rows.Text(1);
        return merged;
    }

    static IReadOnlyList<TagName> Read(SqliteConnection connection, string sql)
    {
        List<TagName> names = [];
        using var rows = new SqliteRows(connection, sql);
        while (rows.Read()) names.Add(new TagName(checked((int)rows.Number(0)), rows.Text(1), rows.Text(2), rows.Number(3) != 0));
        return [.. names.OrderBy(name => name.Name, StringComparer.OrdinalIgnoreCase).ThenBy(name => name.Slug, StringComparer.Ordinal)];
    }
}
