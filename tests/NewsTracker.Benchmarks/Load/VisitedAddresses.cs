using System.Globalization;
using System.Text.Json;

namespace NewsTracker.Benchmarks.Load;

/// <summary>What people look at: lists with filters that nobody asked for before, some with words, and among them the pages of newer articles.</summary>
/// <param name="articles">Addresses of articles.</param>
sealed class VisitedAddresses(IReadOnlyList<string> articles)
{
    const int MostPages = 10;
    const int PageSize = 100;

    readonly Random _random = new(1);
    readonly RandomAddresses _lists = new(1);

    /// <summary>Chooses from what a server shows, and leaves the older half of the articles alone.</summary>
    public static async Task<VisitedAddresses> FindAsync(ServedTracker server)
    {
        List<string> found = [];
        var address = $"/api/v1/articles?size={PageSize}";
        for (var left = Math.Min(MostPages, await TotalAsync(server) / 2 / PageSize); left > 0; left--)
        {
            var page = JsonElement.Parse(await server.TextAsync(address));
            foreach (var item in page.GetProperty("items").EnumerateArray())
                found.Add(string.Create(CultureInfo.InvariantCulture, $"/articles/{item.GetProperty("id").GetInt64()}/{item.GetProperty("slug").GetString()}"));
            address = $"/api/v1/articles?size={PageSize}&cursor={Uri.EscapeDataString(page.GetProperty("next").GetString() ?? "")}";
        }

        return new(found);
    }

    /// <summary>How many articles a server shows.</summary>
    public static async Task<int> TotalAsync(ServedTracker server) => JsonElement.Parse(await server.TextAsync("/api/v1/articles?size=1")).GetProperty("total").GetInt32();

    /// <summary>The next address; not for two at once.</summary>
    public string Next() => _random.Next(10) switch
    {
        < 6 => _lists.Filters(1)[0],
        < 8 => _lists.Words(1)[0],
        _ => articles.Count > 0 ? articles[_random.Next(articles.Count)] : _lists.Filters(1)[0],
    };
}
