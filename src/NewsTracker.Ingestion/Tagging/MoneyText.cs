using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>A sum as a text writes it.</summary>
/// <param name="Field">The part of the article it stands in.</param>
/// <param name="Start">First character.</param>
/// <param name="End">After the last character, a conversion beside it included.</param>
/// <param name="Amount">In whole units of <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Converted">The same sum in another currency, printed beside it.</param>
sealed record MoneySum(TextField Field, int Start, int End, decimal Amount, string Currency, MoneyAmount? Converted = null);

/// <summary>
/// Finds sums of money: a number with a currency, never a bare number and never “billions”. Both ends of a range count;
/// a conversion in brackets or behind “or” belongs to the sum before it.
/// </summary>
static partial class MoneyText
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    const string Digits = @"([0-9]{1,3}(,[0-9]{2,3})+(\.[0-9]+)?|[0-9]+(\.[0-9]+)?)";

    // A single letter with a space before it is a unit only as a capital: “$5 M”, but “$5 m away”.
    const string Scale = @"(\+?[\s-]?(?<scale>(?i:thousand|million|billion|trillion|crores?|lakhs?|mln|mil|bln|bil|trn|mn|bn|tn|mm|cr)|[kKmMbBtT])\b)";

    const string Range = @"(\s?[-–]\s?(?<second>" + Digits + @"))?";

    const string Signed = @"(?<sign>(US|AU|CA|HK|NT|SG|NZ|[UACSTR])?\$|(CN|JP|RMB)?[¥￥]|[€£₹₩₪]|(" + MoneyUnits.Codes + @"|RMB|Rmb|RM|Rs\.?|NIS|[Rr]upees)\s?\$?)\s?(?<first>"
        + Digits + ")" + Range + Scale + @"?(\s(?<code>USD|AUD|CAD|HKD|SGD|NZD)\b)?";

    const string Worded = @"(?<first>" + Digits + @"|\b(?i:half a|one|two|three|four|five|six|seven|eight|nine|ten))" + Range + Scale + @"?[\s-]?(?<unit>(?i:"
        + MoneyUnits.Words + "|" + MoneyUnits.Codes + @")\b|RM\b|€)";

    /// <summary>Every sum in a text, in its order.</summary>
    /// <param name="field">Where to look.</param>
    /// <param name="yen">What a bare ¥ stands for.</param>
    public static List<MoneySum> Find(TextField field, YenSign yen)
    {
        var found = new List<Written>();
        foreach (Match match in Pattern().Matches(field.Text))
            if (Read(field, match, yen) is { } sum) found.Add(sum);
        return Converted(field, Spread(field, found));
    }

    static Written? Read(TextField field, Match match, YenSign yen)
    {
        var (text, end) = (field.Text, match.Index + match.Length);
        if (match.Index > 0 && char.IsLetterOrDigit(text[match.Index - 1]) || GoesOn(text, end)) return null;
        var scale = match.Groups["scale"] is { Success: true, Value: var unit } ? MoneyUnits.Scale(unit) : 1;
        if (match.Groups["unit"] is { Success: true, Value: var word } && MoneyUnits.NeedsScale(word) && (scale == 1 || IsOtherUse(word, text, end))) return null;
        // At the cut end of a teaser “$1.5 …” has lost its “billion”.
        if (scale == 1 && field.Part == TextPart.Excerpt && IsCutAt(text, end)) return null;
        // “Rupees 300”, but “a matter of rupees 20 years ago”.
        if (scale == 1 && match.Groups["sign"].Value.TrimEnd() == "rupees") return null;
        var written = match.Groups["code"].Success ? "code" : match.Groups["sign"].Success ? "sign" : "unit";
        var name = match.Groups[written].Value;
        var currency = YenSign.Is(name) ? yen.Currency(field, match.Index) : MoneyUnits.Currency(name);
        if (currency is null || MoneyUnits.Number(match.Groups["first"].Value) is not { } first || first == 0) return null;
        var second = match.Groups["second"] is { Success: true } other ? MoneyUnits.Number(other.Value) : null;
        // “$5-10 million” is a range; “$500-1” is none.
        return second is null || second > first ? new Written(match.Index, end, first, second, scale, currency) : null;
    }

    /// <summary>A number that goes on is another number: “$1.500.000”, “$5G”, “$3%”.</summary>
    static bool GoesOn(string text, int end) => end < text.Length
        && (char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]) || text[end] == '%' || text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));

    /// <summary>“2 million pounds of rice”, but “of seed funding”; “two million won the prize”, but “won a year”.</summary>
    static bool IsOtherUse(string word, string text, int end)
    {
        var behind = text.AsSpan(end, Math.Min(LongestUse, text.Length - end));
        return char.ToLowerInvariant(word[0]) switch
        {
            'p' => Weighed().IsMatch(behind) && !MoneyNoun().IsMatch(behind),
            'w' => Gained().IsMatch(behind) && !Rate().IsMatch(behind),
            _ => false,
        };
    }

    static bool IsCutAt(string text, int end) => end < text.Length && text.AsSpan(end).TrimStart(" .…").IsEmpty;

    /// <summary>Both ends of ranges; “$80 to $100 million” means millions twice.</summary>
    static List<MoneySum> Spread(TextField field, List<Written> found)
    {
        var sums = new List<MoneySum>();
        for (var i = 0; i < found.Count; i++)
        {
            var sum = found[i];
            var scale = sum.Scale;
            if (scale == 1 && i + 1 < found.Count && found[i + 1] is var next && next.Currency == sum.Currency && sum.First < next.First && Joins(field.Text, sum.End, next.Start))
                scale = next.Scale;
            sums.Add(new MoneySum(field, sum.Start, sum.End, MoneyAmount.Whole(sum.First * scale), sum.Currency));
            if (sum.Second is { } second) sums.Add(new MoneySum(field, sum.Start, sum.End, MoneyAmount.Whole(second * scale), sum.Currency));
        }

        return sums;
    }

    /// <summary>Whether nothing but “to”, “and”, “or” or a dash stands between two sums: they say one thing.</summary>
    public static bool Joins(string text, int end, int start) => start <= end || start - end <= LongestJoin && Joint().IsMatch(text.AsSpan(end, start - end));

    static List<MoneySum> Converted(TextField field, List<MoneySum> sums)
    {
        var kept = new List<MoneySum>();
        foreach (var sum in sums)
        {
            if (kept is [.., { Converted: null } before] && before.Currency != sum.Currency && IsConversion(field.Text, before.End, sum.Start))
                kept[^1] = before with { End = Closed(field.Text, sum.End), Converted = new MoneyAmount(sum.Amount, sum.Currency) };
            else kept.Add(sum);
        }

        return kept;
    }

    static int Closed(string text, int end) => end < text.Length && text[end] is ')' or ']' ? end + 1 : end;

    static bool IsConversion(string text, int end, int start) => start > end && start - end <= LongestConversion && Conversion().IsMatch(text.AsSpan(end, start - end));

    const int LongestJoin = 8;
    const int LongestConversion = 40;

    /// <summary>Characters behind a currency's word that tell whether it is one.</summary>
    const int LongestUse = 60;

    [GeneratedRegex("(" + Signed + "|" + Worded + ")", Options)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^ of\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Weighed();

    [GeneratedRegex(@"^ of ([\w'’-]+ ){0,3}(funding|financing|investments?|equity|capital|debt|revenues?|sales|turnover|money|cash|savings|fines?|fees|damages|compensation|contracts?|grants?|loans?|profits?|losses|spending)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex MoneyNoun();

    [GeneratedRegex(@"^ (the|an?|in the (end|vote|elections?|lottery|draw))\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Gained();

    [GeneratedRegex(@"^ an? (year|quarter|month|week|day|hour|share|unit|piece|head|person)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^\s?(-|–|to|and|or)\s?$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(\s?[(\[/]|,?\sor)\s?((or|about|around|roughly|approximately|approx\.?|appr\.?|circa|ca\.?|equivalent to|equal to|some|nearly|almost|over|more than|just|under|worth|[~≈=])\s?)*$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Conversion();

    sealed record Written(int Start, int End, decimal First, decimal? Second, decimal Scale, string Currency);
}
