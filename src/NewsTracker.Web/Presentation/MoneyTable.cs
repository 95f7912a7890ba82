using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>Sums in order of time on a profile.</summary>
/// <param name="All">By their article's date; undated ones last.</param>
/// <param name="WithCompany">Whether each says whose it is.</param>
sealed record MoneyTable(IReadOnlyList<StatedMoney> All, bool WithCompany)
{
    const int Most = 60;

    /// <summary>The latest ones, in order.</summary>
    public IReadOnlyList<StatedMoney> Sums => All.Count <= Most ? All : [.. All.Skip(All.Count - Most)];

    /// <summary>How to read them.</summary>
    public string Hint =>
        $"What articles state, in their order{(All.Count > Most ? $": the last {Most} of {Counted.Number(All.Count)}" : "")}. Several may tell of the same sum, so nothing is added up.";
}
