using System.Globalization;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>Sums as people read them, <c>$1.5B</c> in tables and <c>$1.5 billion</c> in sentences, with the conversion printed beside them and never without their hedge.</summary>
static class MoneyWords
{
    const decimal Trillion = 1_000_000_000_000m, Billion = 1_000_000_000m, Million = 1_000_000m;

    /// <summary><c>$1.5B</c>, <c>CN¥5B ($720M)</c>.</summary>
    public static string Sum(MoneyFact fact) =>
        fact.Converted is { } converted ? $"{Amount(fact.Amount, fact.Currency, Letters)} ({Amount(converted.Amount, converted.Currency, Letters)})" : Amount(fact.Amount, fact.Currency, Letters);

    /// <summary><c>$1.5 billion round, planned: SenseTime</c>.</summary>
    public static string Told(MoneyFact fact) =>
        $"{Spoken(fact)} {Kind(fact)}{(Hedge(fact) is { } hedge ? $", {hedge}" : "")}{(fact.Company is { } company ? $": {company}" : "")}";

    /// <summary><c>$1.5 billion</c>, <c>CN¥5 billion ($720 million)</c>.</summary>
    public static string Spoken(MoneyFact fact) =>
        fact.Converted is { } converted ? $"{Amount(fact.Amount, fact.Currency, Words)} ({Amount(converted.Amount, converted.Currency, Words)})" : Amount(fact.Amount, fact.Currency, Words);

    /// <summary><c>$1.5 billion</c>, but <c>$1,234,567</c>: for comparing, where what is rounded away may be the difference.</summary>
    public static string Exact(decimal amount, string currency) =>
        amount % (UnitOf(amount) / 100) == 0 ? Amount(amount, currency, Words) : string.Create(CultureInfo.InvariantCulture, $"{Sign(currency)}{amount:#,0.####}");

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
        var unit = UnitOf(amount);
        var name = unit switch { Trillion => units[0], Billion => units[1], Million => units[2], _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"{Sign(currency)}{amount / unit:#,0.##}{name}");
    }

    static decimal UnitOf(decimal amount) => Math.Abs(amount) switch
    {
        >= Trillion => Trillion,
        >= Billion => Billion,
        >= Million => Million,
        _ => 1,
    };

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
