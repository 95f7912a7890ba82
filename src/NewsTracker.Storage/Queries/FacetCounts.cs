using System.Text.Json.Serialization;

namespace NewsTracker.Storage.Queries;

/// <summary>Whether a filter asks for a facet's value.</summary>
public enum FacetState
{
    /// <summary>It does not.</summary>
    Open,

    /// <summary>It asks for it.</summary>
    Selected,

    /// <summary>It excludes it.</summary>
    Excluded,
}

/// <summary>
/// How many articles each filter value would show. Counts follow the other filters and are taken as if the facet's own selection were open.
/// Values that no article carries are left out unless they are selected.
/// </summary>
/// <param name="Companies">By count, then name.</param>
/// <param name="Topics">The tracker's own, by count, then name.</param>
/// <param name="OriginTopics">Those that files declare, by count, then name.</param>
/// <param name="Providers">By count, then name; the slug is the domain.</param>
/// <param name="Months">In order of time; months without an article are left out.</param>
/// <param name="Undated">Articles without a date: in no month.</param>
/// <param name="Imprecise">Articles of which only the year is known: in no month.</param>
public sealed record FacetCounts(
    IReadOnlyList<FacetValue> Companies, IReadOnlyList<FacetValue> Topics, IReadOnlyList<FacetValue> OriginTopics,
    IReadOnlyList<FacetValue> Providers, IReadOnlyList<MonthCount> Months, int Undated, int Imprecise)
{
    /// <summary>The same by day, for a drawing of a short time; null where a month is the better measure.</summary>
    [JsonIgnore]
    public DayCounts? Days { get; init; }
}

/// <summary>One value of a facet.</summary>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Count">Articles.</param>
/// <param name="State">Whether the filter asks for it.</param>
public sealed record FacetValue(string Slug, string Name, int Count, FacetState State)
{
    /// <summary>Of a company: false for a name that was only found in texts.</summary>
    public bool InCatalogue { get; init; } = true;
}

/// <summary>Articles published in one month.</summary>
/// <param name="Year">Gregorian.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Count">Articles.</param>
public sealed record MonthCount(int Year, int Month, int Count);

/// <summary>Articles published in one year.</summary>
/// <param name="Year">Gregorian.</param>
/// <param name="Count">Articles, those of which only the year is known included.</param>
public sealed record YearCount(int Year, int Count);

/// <summary>Articles published on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">Articles.</param>
public sealed record DayCount(DateOnly Day, int Count);

/// <summary>A few whole months day by day.</summary>
/// <param name="First">First day of the first month.</param>
/// <param name="Last">Last day of the last month.</param>
/// <param name="Days">In order of time; days without an article are left out.</param>
/// <param name="MonthOnly">Articles of which only the month is known: on no day.</param>
public sealed record DayCounts(DateOnly First, DateOnly Last, IReadOnlyList<DayCount> Days, int MonthOnly);
