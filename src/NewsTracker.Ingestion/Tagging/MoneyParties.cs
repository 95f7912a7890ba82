using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Which of several that a sentence names have a part in a sum: who invests, who is fined, of whom a clause tells. Thread-safe.</summary>
static partial class MoneyParties
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Characters of the longest list of names.</summary>
    const int LongestList = 160;

    /// <summary>Whether the words between a sum and a name make that name an investor: “in funding from”, “in a round that included”, “in which”.</summary>
    public static bool BringsInInvestors(ReadOnlySpan<char> between) => Investors().IsMatch(between);

    /// <summary>Whether the words from a name to a place are a clause that tells of it: “…, which raised”, “…, valued at”, but not “a deal with X, worth”.</summary>
    /// <param name="place">The sum.</param>
    /// <param name="mention">The name.</param>
    /// <param name="limit">The sum's start, or that of a word before it.</param>
    public static bool TellsOf(MoneyPlace place, Mention mention, int limit)
    {
        var between = place.In.Masked.AsSpan(mention.End, limit - mention.End);
        if (!Telling().IsMatch(between) || between[0] != ',' || IsWorthOfDeal(place, mention.Start, between)) return false;
        return limit >= place.Start || place.In.Masked.AsSpan(limit).StartsWith("its ") || MoneyWording.Ends(between, "said", "says", "that");
    }

    /// <summary>Where a clause before a sum begins that tells of somebody whom the catalogue lacks, “competes with Nevera, valued at”; null where none does.</summary>
    /// <param name="place">The sum.</param>
    public static int? OfStranger(MoneyPlace place)
    {
        if (place.Field.Part == TextPart.Title) return null;
        var text = place.Until(place.Start);
        var clauses = Telling().EnumerateMatches(text);
        if (!clauses.MoveNext()) return null;
        var at = clauses.Current.Index;
        var name = text[..at];
        while (MoneyWording.LastWord(name) is { IsEmpty: false } word && char.IsUpper(place.Field.Text[place.Near.Start + name.Length - word.Length]))
            name = name[..^word.Length].TrimEnd();

        var isNamed = name.Length < at;
        var isOther = isNamed && !name.EndsWith('\0') && !MoneyWording.Ends(name, "in", "on", "of") && !IsWorthOfDeal(place, place.Near.Start + at, text[at..]);
        return isOther ? place.Near.Start + at : null;
    }

    /// <summary>Whether a name ends a list that begins behind “by” or “from” with names which the catalogue lacks: “led by Foo Capital and X”.</summary>
    /// <param name="text">As written.</param>
    /// <param name="start">Where the name starts.</param>
    public static bool FollowsStrangers(string text, int start) => StrangersFirst().IsMatch(text.AsSpan(Math.Max(0, start - LongestList)..start));

    /// <summary>Whether the words between “fine” and a name say that it is imposed on that name.</summary>
    public static bool IsImposedOn(ReadOnlySpan<char> between) => Imposed().IsMatch(between);

    static bool IsWorthOfDeal(MoneyPlace place, int until, ReadOnlySpan<char> clause) =>
        (clause.StartsWith(", worth") || clause.StartsWith(", valued")) && MoneyWording.Holds(place.Until(until), "contract", "deal", "tender", "order", "agreement");

    [GeneratedRegex(@"\b(by|from|with|to|like|such as|via|through|includ(ed|es|ing)|alongside|joined|that|which|whom|where)\b", Options)]
    private static partial Regex Investors();

    [GeneratedRegex(@", (which|who|whose|valued|worth)\b[^,;:\0]*$", Options)]
    private static partial Regex Telling();

    [GeneratedRegex(@"\b(by|from|with|including|like|such as|alongside) (\p{Lu}[\p{L}\p{N}.&'’-]*,? )+(and|&) $", Options)]
    private static partial Regex StrangersFirst();

    [GeneratedRegex(@"^ (imposed |levied |issued |that was imposed )?(against|on) $", Options)]
    private static partial Regex Imposed();
}
