using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Endpoints;

/// <summary>A list as the API answers it.</summary>
/// <param name="Items">This page.</param>
/// <param name="Total">All that match.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="LeftOut">What only the date filter kept out.</param>
sealed record ApiList<T>(IReadOnlyList<T> Items, int Total, string? Next, LeftOut LeftOut)
{
    /// <summary>A list that is always given whole.</summary>
    public static ApiList<T> Whole(IReadOnlyList<T> items) => new(items, items.Count, null, new LeftOut(0, 0));
}

/// <summary>A company as the API lists it.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Articles">Articles that name it.</param>
/// <param name="SubjectOf">Articles mainly about it.</param>
/// <param name="First">Start of the earliest date among them.</param>
/// <param name="Last">Start of the latest date among them.</param>
/// <param name="Catalogue">False for a name that the catalogue lacks.</param>
/// <param name="Kind"><c>vendor</c>, <c>platform</c>, <c>investor</c> ….</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Ticker">With exchange suffix.</param>
sealed record ApiCompany(
    string Slug, string Name, int Articles, int SubjectOf, DateOnly? First, DateOnly? Last, bool Catalogue, IReadOnlyList<string> Kind, string? Country, string? Ticker)
{
    public static ApiCompany Of(TagSummary tag) => new(
        tag.Slug, tag.Name, tag.Count, tag.SubjectCount, tag.First, tag.Last, tag.InCatalogue, tag.Kind, tag.Country, tag.Ticker);
}

/// <summary>A topic as the API lists it.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Articles">Articles that carry it.</param>
/// <param name="First">Start of the earliest date among them.</param>
/// <param name="Last">Start of the latest date among them.</param>
/// <param name="Own">True for the tracker's own, false for one that files declare.</param>
/// <param name="Description">One sentence; null for the origin's.</param>
sealed record ApiTopic(string Slug, string Name, int Articles, DateOnly? First, DateOnly? Last, bool Own, string? Description)
{
    public static ApiTopic Of(TagSummary tag) => new(tag.Slug, tag.Name, tag.Count, tag.First, tag.Last, tag.InCatalogue, tag.Description);
}

/// <summary>A publisher as the API lists it.</summary>
/// <param name="Domain">Its key.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Articles">Articles it published.</param>
/// <param name="First">Start of the earliest date among them.</param>
/// <param name="Last">Start of the latest date among them.</param>
sealed record ApiProvider(string Domain, string Name, int Articles, DateOnly? First, DateOnly? Last)
{
    public static ApiProvider Of(TagSummary tag) => new(tag.Slug, tag.Name, tag.Count, tag.First, tag.Last);
}
