using System.Globalization;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>Sums as tables show them: <c>$1.5B</c>, with the conversion printed beside them, and never without their hedge.</summary>
static class MoneyWords
{
    /// <summary><c>$1.5B</c>, <c>CN¥5B ($720M)</c>.</summary>
    public static string Sum(MoneyFact fact) =>
        fact.Converted is { } converted ? $"{Amount(fact.Amount, fact.Currency)} ({Amount(converted.Amount, converted.Currency)})" : Amount(fact.Amount, fact.Currency);

    /// <summary>What the sum is.</summary>
    public static string Kind(MoneyFact fact) => fact.Kind switch
    {
        MoneyKind.Other => "sum",
        MoneyKind.MarketSize => "market size",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>How certain it is; null where it happened or nothing says.</summary>
    public static string? Hedge(MoneyFact fact) => fact.Status switch
    {
        MoneyStatus.Planned => "planned",
        MoneyStatus.Reported => "reported",
        MoneyStatus.Cumulative => "in total so far",
        _ => null,
    };

    static string Amount(decimal amount, string currency)
    {
        var (scaled, unit) = Math.Abs(amount) switch
        {
            >= 1_000_000_000_000m => (amount / 1_000_000_000_000m, "T"),
            >= 1_000_000_000m => (amount / 1_000_000_000m, "B"),
            >= 1_000_000m => (amount / 1_000_000m, "M"),
            _ => (amount, ""),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Sign(currency)}{scaled:#,0.##}{unit}");
    }

    static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "CNY" => "CN¥",
        "INR" => "₹",
        "KRW" => "₩",
        _ => currency + " ",
    };
}
