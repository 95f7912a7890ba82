using System.Globalization;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>Sums as people read them, <c>$1.5B</c> in tables and <c>$1.5 billion</c> in sentences, with the conversion printed beside them and never without their hedge.</summary>
static class MoneyWords
{
    /// <summary><c>$1.5B</c>, <c>CN¥5B ($720M)</c>.</summary>
    public static string Sum(MoneyFact fact) =>
        fact.Converted is { } converted ? $"{Amount(fact.Amount, fact.Currency, Letters)} ({Amount(converted.Amount, converted.Currency, Letters)})" : Amount(fact.Amount, fact.Currency, Letters);

    /// <summary><c>$1.5 billion round, planned: SenseTime</c>.</summary>
    public static string Told(MoneyFact fact) =>
        $"{Spoken(fact)} {Kind(fact)}{(Hedge(fact) is { } hedge ? $", {hedge}" : "")}{(fact.Company is { } company ? $": {company}" : "")}";

    /// <summary><c>$1.5 billion</c>, <c>CN¥5 billion ($720 million)</c>.</summary>
    public static string Spoken(MoneyFact fact) =>
        fact.Converted is { } converted ? $"{Amount(fact.Amount, fact.Currency, Words)} ({Amount(converted.Amount, converted.Currency, Words)})" : Amount(fact.Amount, fact.Currency, Words);

    /// <summary>What the sum is.</summary>
    public static string Kind(MoneyFact fact) => Kind(fact.Kind);

    /// <summary>What sums of a kind are.</summary>
    public static string Kind(MoneyKind kind) => kind switch
    {
        MoneyKind.Other => "sum",
        MoneyKind.MarketSize => "market size",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>How certain a sum is, as a person chooses it.</summary>
    public static string Certainty(MoneyStatus status) => status switch
    {
        MoneyStatus.Unknown => "nothing says",
        MoneyStatus.Closed => "it happened",
        MoneyStatus.Planned => "planned, or a forecast",
        MoneyStatus.Reported => "reported by others",
        _ => "a total over time",
    };

    /// <summary>How certain it is; null where it happened or nothing says.</summary>
    public static string? Hedge(MoneyFact fact) => Hedge(fact.Kind, fact.Status);

    /// <summary>How certain a sum of a kind is; null where it happened or nothing says.</summary>
    public static string? Hedge(MoneyKind kind, MoneyStatus status) => status switch
    {
        MoneyStatus.Planned => kind == MoneyKind.MarketSize ? "forecast" : "planned",
        MoneyStatus.Reported => "reported",
        MoneyStatus.Cumulative => "in total so far",
        _ => null,
    };

    static readonly string[] Letters = ["T", "B", "M"];
    static readonly string[] Words = [" trillion", " billion", " million"];

    static string Amount(decimal amount, string currency, string[] units)
    {
        var (scaled, unit) = Math.Abs(amount) switch
        {
            >= 1_000_000_000_000m => (amount / 1_000_000_000_000m, units[0]),
            >= 1_000_000_000m => (amount / 1_000_000_000m, units[1]),
            >= 1_000_000m => (amount / 1_000_000m, units[2]),
            _ => (amount, ""),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Sign(currency)}{scaled:#,0.##}{unit}");
    }

    static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "AUD" => "A$",
        "CAD" => "C$",
        "HKD" => "HK$",
        "SGD" => "S$",
        "TWD" => "NT$",
        "JPY" => "¥",
        "CNY" => "CN¥",
        "INR" => "₹",
        "KRW" => "₩",
        _ => currency + " ",
    };
}
