using NewsTracker.Ingestion.Tagging;

namespace NewsTracker.Ingestion;

/// <summary>Currencies that sums of money are told in.</summary>
public static class Currencies
{
    /// <summary>ISO 4217 codes, in order.</summary>
    public static IReadOnlyList<string> All => MoneyUnits.AllCodes;
}
