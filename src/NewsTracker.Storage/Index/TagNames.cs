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

/// <summary>What tags are called: few, so that they are read anew for every index.</summary>
/// <param name="Companies">By name, regardless of case.</param>
/// <param name="Topics">By name, regardless of case.</param>
/// <param name="Providers">By name, regardless of case.</param>
/// <param name="Merged">Slugs that lead to a company, with its slug: of those that were merged into it, and of its other names.</param>
sealed record TagNames(IReadOnlyList<TagName> Companies, IReadOnlyList<TagName> Topics, IReadOnlyList<TagName> Providers, IReadOnlyDictionary<string, string> Merged)
{
    /// <summary>Reads them.</summary>
    /// <param name="connection">In a transaction.</param>
    public static TagNames Read(SqliteConnection connection)
    {
        var companies = Read(connection, "SELECT Id, Slug, Name, InCatalogue FROM Companies");
        return new(
            companies,
            Read(connection, "SELECT Id, Slug, Name, Position IS NOT NULL FROM Topics"),
            Read(connection, "SELECT Id, Domain, Name, 0 FROM Providers"),
            ReadMerged(connection, companies));
    }

    static Dictionary<string, string> ReadMerged(SqliteConnection connection, IReadOnlyList<TagName> companies)
    {
        var merged = ReadListed(connection, "former").ToDictionary(StringComparer.Ordinal);
        var own = companies.Select(company => company.Slug).ToHashSet(StringComparer.Ordinal);
        // A name that a company of its own goes by stays that one's.
        foreach (var (alias, slug) in ReadListed(connection, "aliases"))
            if (Slugs.ForName(alias) is var called && !own.Contains(called)) merged.TryAdd(called, slug);
        return merged;
    }

    static List<KeyValuePair<string, string>> ReadListed(SqliteConnection connection, string key)
    {
        List<KeyValuePair<string, string>> listed = [];
        using var rows = new SqliteRows(connection, $"SELECT named.value, company.Slug FROM Companies AS company, json_each(company.Definition, '$.{key}') AS named WHERE company.Definition IS NOT NULL ORDER BY company.Id, named.key");
        while (rows.Read()) listed.Add(new(rows.Text(0), rows.Text(1)));
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
