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
    IReadOnlyList<FacetValue> Providers, IReadOnlyList<MonthCount> Months, int Undated, int Imprecise);

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
