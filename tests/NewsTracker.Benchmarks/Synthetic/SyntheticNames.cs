using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>Companies, providers and topics of a synthetic tracker, and the run that is said to have brought everything.</summary>
static class SyntheticNames
{
    /// <summary>How many topics are the tracker's own.</summary>
    public const int OwnTopics = SyntheticArticles.Topics / 2;

    /// <summary>A company as addresses carry it.</summary>
    public static string Company(int rank) => $"{WordList.All[1000 + rank]}-{Number(rank)}";

    /// <summary>A topic as addresses carry it.</summary>
    public static string Topic(int rank) => $"{WordList.All[2000 + rank]}-{Number(rank)}";

    /// <summary>A provider as addresses carry it.</summary>
    public static string Provider(int rank) => $"{WordList.All[3000 + rank]}{Number(rank)}.example";

    /// <summary>Writes them.</summary>
    public static void Write(SqliteConnection connection)
    {
        using var runs = new PreparedInsert(
            connection, "Runs", "Id", "Kind", "State", "StartedBy", "StartedAt", "FinishedAt", "Roots", "Found", "Added", "Updated", "Unchanged", "Rejected", "RelatedAdded", "Removed");
        runs.Write(null, 1, 0, 1, "synthetic", "2026-11-01 09:00:00", "2026-11-01 10:00:00", "[]", 0, 0, 0, 0, 0, 0, 0);
        using var companies = new PreparedInsert(connection, "Companies", "Id", "Slug", "Name", "InCatalogue");
        for (var rank = 0; rank < SyntheticArticles.Companies; rank++) companies.Write(null, rank + 1, Company(rank), Named(Company(rank)), 1);
        using var providers = new PreparedInsert(connection, "Providers", "Id", "Domain", "Name");
        for (var rank = 0; rank < SyntheticArticles.Providers; rank++) providers.Write(null, rank + 1, Provider(rank), Named(Provider(rank)));
        using var topics = new PreparedInsert(connection, "Topics", "Id", "Slug", "Name", "Position");
        for (var rank = 0; rank < SyntheticArticles.Topics; rank++) topics.Write(null, rank + 1, Topic(rank), Named(Topic(rank)), rank < OwnTopics ? rank : null);
    }

    static string Named(string slug) => char.ToUpperInvariant(slug[0]) + slug[1..];

    static string Number(int rank) => rank.ToString(CultureInfo.InvariantCulture);
}
