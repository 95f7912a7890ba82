using System.Collections.Frozen;
using System.Globalization;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Currencies, scales and numbers as English texts write them.</summary>
static class MoneyUnits
{
    /// <summary>The ISO 4217 codes that count as currencies beside a number, as alternatives of a pattern.</summary>
    public const string Codes = "USD|EUR|GBP|CNY|JPY|INR|KRW|AUD|CAD|HKD|SGD|NZD|TWD|CHF|SEK|NOK|DKK|PLN|ILS|AED|SAR|ZAR|BRL|RUB|MYR|THB";

    /// <summary>
    /// Currencies in words, as alternatives of a pattern. Bare kroner are Norwegian or Danish and pesos, riyals and crowns of many countries: they count only where the country stands before them.
    /// </summary>
    public const string Words = @"((u\.?s\.?|american|australian|canadian|hong kong|singapore|singaporean|taiwan|taiwanese|new taiwan|new zealand)[\s-])?dollars?"
        + @"|(chinese )?(yuan|renminbi|rmb)|euros?|(british )?pounds?( sterling)?|(japanese )?yen|(indian )?rupees|((south )?korean )?won|(swiss )?francs?|((israeli|new) )?shekels?|(malaysian )?ringgits?"
        + @"|(swedish )?kron(or|as?)|(swedish|norwegian|danish|czech) crowns|(norwegian|danish) kroner?|czech korunas?|(polish )?zlot(ys?|ies)|(hungarian )?forints?|(russian )?rou?bles?|(ukrainian )?hryvnias?"
        + @"|(turkish )?liras?|(uae |emirati )?dirhams?|saudi riyals?|(south african )?rand|(nigerian )?naira|kenyan shillings|(brazilian )?reais|(mexican|philippine|argentine|colombian|chilean) pesos|(thai )?baht|(indonesian )?rupiah|(vietnamese )?dong";

    static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD",
        ["us$"] = "USD",
        ["u$"] = "USD",
        ["dollar"] = "USD",
        ["us dollar"] = "USD",
        ["american dollar"] = "USD",
        ["a$"] = "AUD",
        ["au$"] = "AUD",
        ["australian dollar"] = "AUD",
        ["c$"] = "CAD",
        ["ca$"] = "CAD",
        ["canadian dollar"] = "CAD",
        ["hk$"] = "HKD",
        ["hong kong dollar"] = "HKD",
        ["nt$"] = "TWD",
        ["t$"] = "TWD",
        ["taiwan dollar"] = "TWD",
        ["new taiwan dollar"] = "TWD",
        ["s$"] = "SGD",
        ["sg$"] = "SGD",
        ["singapore dollar"] = "SGD",
        ["nz$"] = "NZD",
        ["new zealand dollar"] = "NZD",
        ["r$"] = "BRL",
        ["cn¥"] = "CNY",
        ["rmb¥"] = "CNY",
        ["rmb"] = "CNY",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["jp¥"] = "JPY",
        ["yen"] = "JPY",
        ["€"] = "EUR",
        ["euro"] = "EUR",
        ["£"] = "GBP",
        ["pound"] = "GBP",
        ["pounds sterling"] = "GBP",
        ["pound sterling"] = "GBP",
        ["₹"] = "INR",
        ["rs"] = "INR",
        ["rupee"] = "INR",
        ["₩"] = "KRW",
        ["won"] = "KRW",
        ["₪"] = "ILS",
        ["shekel"] = "ILS",
        ["rm"] = "MYR",
        ["ringgit"] = "MYR",
        ["franc"] = "CHF",
        ["nis"] = "ILS",
        ["singaporean dollar"] = "SGD",
        ["taiwanese dollar"] = "TWD",
        ["kronor"] = "SEK",
        ["krona"] = "SEK",
        ["swedish crown"] = "SEK",
        ["norwegian kroner"] = "NOK",
        ["norwegian krone"] = "NOK",
        ["norwegian crown"] = "NOK",
        ["danish kroner"] = "DKK",
        ["danish krone"] = "DKK",
        ["danish crown"] = "DKK",
        ["czech crown"] = "CZK",
        ["koruna"] = "CZK",
        ["zloty"] = "PLN",
        ["zlotie"] = "PLN",
        ["forint"] = "HUF",
        ["ruble"] = "RUB",
        ["rouble"] = "RUB",
        ["hryvnia"] = "UAH",
        ["lira"] = "TRY",
        ["dirham"] = "AED",
        ["riyal"] = "SAR",
        ["rand"] = "ZAR",
        ["naira"] = "NGN",
        ["shilling"] = "KES",
        ["reai"] = "BRL",
        ["mexican peso"] = "MXN",
        ["philippine peso"] = "PHP",
        ["argentine peso"] = "ARS",
        ["colombian peso"] = "COP",
        ["chilean peso"] = "CLP",
        ["baht"] = "THB",
        ["rupiah"] = "IDR",
        ["dong"] = "VND",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly string[] NumberWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Every ISO 4217 code that a sum can have, in order.</summary>
    public static IReadOnlyList<string> AllCodes { get; } = [.. Codes.Split('|').Concat(Currencies.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The ISO 4217 code of a sign, code or word; null where it is none, or a bare ¥.</summary>
    /// <param name="written">As found.</param>
    public static string? Currency(string written)
    {
        var key = written.Replace('￥', '¥').Replace('-', ' ').Replace(".", "", StringComparison.Ordinal).Trim();
        if (key.Length > CodeLength && key[^1] == '$') key = key[..^1].TrimEnd();
        if (key.Length == CodeLength && Codes.Contains(key, StringComparison.OrdinalIgnoreCase)) return key.ToUpperInvariant();
        var singular = key.TrimEnd('s', 'S');
        // “South Korean won” is won.
        return Currencies.GetValueOrDefault(key) ?? Currencies.GetValueOrDefault(singular) ?? Currencies.GetValueOrDefault(singular[(singular.LastIndexOf(' ') + 1)..]);
    }

    /// <summary>Whether a word names a currency only behind “million” and the like: pounds are also weighed, won is also a verb, the Euro a tournament, Rand a name.</summary>
    public static bool NeedsScale(string word) => word.ToLowerInvariant() is "pound" or "pounds" or "won" or "euro" or "rand" or "dong";

    /// <summary>What a scale multiplies by.</summary>
    /// <param name="unit"><c>million</c>, <c>bn</c>, <c>K</c>, <c>crore</c> ….</param>
    public static decimal Scale(string unit) => unit.ToLowerInvariant() switch
    {
        "k" or "thousand" => 1_000m,
        "lakh" or "lakhs" => 100_000m,
        "m" or "mm" or "mn" or "mln" or "mil" or "million" => 1_000_000m,
        "cr" or "crore" or "crores" => 10_000_000m,
        "b" or "bn" or "bln" or "bil" or "billion" => 1_000_000_000m,
        _ => 1_000_000_000_000m,
    };

    /// <summary>A number in digits or as a word; null where it is too long to be a sum of money.</summary>
    public static decimal? Number(string written)
    {
        if (written.Length > LongestNumber) return null;
        if (char.IsAsciiDigit(written[0])) return decimal.Parse(written, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var word = Array.FindIndex(NumberWords, known => known.Equals(written, StringComparison.OrdinalIgnoreCase));
        return word < 0 ? 0.5m : word + 1;
    }

    const int CodeLength = 3;

    /// <summary>Digits of the largest sum with cents that times a trillion still fits a <see cref="decimal"/>.</summary>
    const int LongestNumber = 16;
}
