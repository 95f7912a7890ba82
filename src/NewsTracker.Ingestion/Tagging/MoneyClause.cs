using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Who acts in the words before a sum: somebody whom the catalogue lacks, or somebody new. Thread-safe.</summary>
static partial class MoneyClause
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Words before a plural noun that still opens its clause.</summary>
    const int LongestOpening = 6;

    /// <summary>Characters of the longest name that can open a sentence.</summary>
    const int LongestName = 60;

    static readonly string[] Helpers = ["has", "have", "had", "also", "recently", "just"];

    /// <summary>Words that open sentences with a capital and name nobody.</summary>
    static readonly FrozenSet<string> Openers = """
        he she they we i you it this that these those there here what who which nobody nothing no none some many most several both each all other others another one two three four five neither either everything everyone
        police officials analysts regulators investors executives sources reports critics shares sales revenue revenues profit profits documents lawmakers authorities management media people insiders staff business demand growth
        funding money proceeds today yesterday now then last half more less much only and but so or if as while its their his her
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a company that the catalogue lacks is the verb’s subject: a capital right before it, “Snyk raised $5 million”.</summary>
    public static bool IsStranger(MoneyPlace place, int verb)
    {
        var text = MoneyWording.Without(place.Until(verb), Helpers);
        var word = MoneyWording.LastWord(text);
        return word.Length > 2 && char.IsUpper(place.Field.Text[place.Near.Start + text.Length - word.Length])
            // “In May raised”, “last Monday raised”
            && !MoneyWording.Ends(text[..^word.Length], "in", "on", "last", "this", "since", "early", "late", "mid");
    }

    /// <summary>Whether another word than a conjunction stands right before the verb: then that is who raised it, though nobody in the catalogue.</summary>
    public static bool HasSubject(MoneyPlace place, MoneyReading reading)
    {
        if (reading is not { Sense: MoneySense.Round, ByVerb: true, Cue: { } cue }) return false;
        var text = place.Until(cue.Start).TrimEnd();
        return text.Length > 0 && char.IsLetterOrDigit(text[^1]) && !MoneyWording.Ends(text, "and", "which", "that", "who", "to", "has", "have", "had", "also", "will", "would", "was", "is", "then");
    }

    /// <summary>Whether a plural noun opens its clause: “AI companies raised”, not “helps companies hire”.</summary>
    public static bool Opens(MoneyPlace place, int at)
    {
        var clause = place.Until(at);
        clause = clause[(clause.LastIndexOfAny(",;:") + 1)..];
        return clause.Count(' ') <= LongestOpening && !MoneyWording.Holds(clause, " to ", "for ", " help ", "helps ", "helping ", " by ", "with ", "of ", "other ");
    }

    /// <summary>Whether the words between a name and a sum bring in another company: “…, a start-up that raised $5 million”.</summary>
    public static bool BringsInAnother(ReadOnlySpan<char> between)
    {
        foreach (var match in Description().EnumerateMatches(between))
            if (between[..match.Index].Trim() is not ("" or "," or "is" or "(")) return true;
        return false;
    }

    /// <summary>Whether somebody else opens a clause between a place and a sum: “…, and Singapore handed out $9 million”.</summary>
    /// <param name="place">The sum.</param>
    /// <param name="from">After a name or pronoun before it.</param>
    /// <param name="reading">What the sum means.</param>
    public static bool TurnsToAnother(MoneyPlace place, int from, MoneyReading reading)
    {
        var between = place.In.Masked.AsSpan(from, Math.Max(0, place.Start - from));
        foreach (var match in Turn().EnumerateMatches(between))
        {
            var at = from + match.Index + match.Length;
            if (at >= place.Start) continue;
            var word = FirstWord(place.In.Masked.AsSpan(at, place.Start - at));
            if (word.IsEmpty || word is "series" or "seed" || at + word.Length >= place.Start) continue;
            if (char.IsUpper(place.Field.Text[at]) && place.In.Masked[at + word.Length] != '\0') return true;
            // “…, while the city paid $4 million”
            if (reading is { ByVerb: true, Cue: { } cue } && cue.Start > at + word.Length && word is "the" or "a" or "an" or "another" or "some" or "many" or "most" or "other" or "investors" or "regulators") return true;
        }

        return false;
    }

    /// <summary>Whether the words of a sentence up to a place open with the name of somebody whom the catalogue lacks: “Nevera denied that it …”.</summary>
    /// <param name="field">The part.</param>
    /// <param name="start">Where the sentence starts.</param>
    /// <param name="end">Where to stop.</param>
    public static bool OpensWithStranger(MoneyField field, int start, int end)
    {
        var text = field.Field.Text.AsSpan(start, Math.Clamp(end - start, 0, LongestName)).TrimStart();
        foreach (var match in Stranger().EnumerateMatches(text))
        {
            var opening = text[match.Index..(match.Index + match.Length)];
            var name = FirstWord(opening);
            if (Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return false;
            // “Xu Li said it”, and later “Xu said it”: who speaks for a company is not what “it” means.
            var isPerson = Speech().IsMatch(opening) && (char.IsUpper(opening[Math.Min(name.Length + 1, opening.Length - 1)]) || field.NameParts.Contains(name.ToString()));
            return !isPerson;
        }

        return false;
    }

    /// <summary>Whether a name stands in a relative clause that ends before a place: “X, which Y backs, raised $5 million”.</summary>
    /// <param name="place">The sum.</param>
    /// <param name="mention">The name.</param>
    /// <param name="limit">The place.</param>
    public static bool IsInClosedRelative(MoneyPlace place, Mention mention, int limit)
    {
        var behind = place.In.Masked.AsSpan(mention.End, limit - mention.End);
        if (!Return().IsMatch(behind)) return false;
        var until = place.Until(mention.Start);
        var open = -1;
        foreach (var match in Relative().EnumerateMatches(until)) open = match.Index + match.Length;
        return open >= 0 && !until[open..].ContainsAny(",;:");
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '-')) end++;
        return text[..end];
    }

    [GeneratedRegex(@"\b(a|an|another)(\s[a-z0-9]+){0,5}\s(startup|start up|company|firm|business|maker|developer|unicorn|vendor)\b", Options)]
    private static partial Regex Description();

    [GeneratedRegex(@"([,;] (and|but|as) |;? (while|whereas) |; )", Options)]
    private static partial Regex Turn();

    [GeneratedRegex(@"[\p{L}\p{N}\0\)], (which|whose|whom|where) ", Options)]
    private static partial Regex Relative();

    // Behind the comma that closes the clause the main verb follows.
    [GeneratedRegex(@"^[^,;:]*, ((also|has|had|have|is|was|will|would|recently|just|then|now|later|reportedly|said|says) )*([a-z]+ed|[a-z]+s|won|got|paid|lost|took|sold|bought|spent|made|sought|had|has|is|was|will|would)\b", Options)]
    private static partial Regex Return();

    // A name, and what only somebody does or is.
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{N}-]*( (\p{Lu}|\.)[\p{L}\p{N}.-]*){0,3}(['’]s\b|, (a|an|the|which|whose|based)\b|,? (said|says|denied|denies|told|is|was|has|had|will|would|did|does|also|raised|raises|announced|claimed|claims|confirmed|"
        + @"declined|makes|sells|offers|builds|develops|plans|wants|expects|uses|closed|won|got|received|reported|launched|recently|agreed|paid|insisted|insists|admitted|argued|argues)\b)", Options)]
    private static partial Regex Stranger();

    [GeneratedRegex(@" (said|says|told|denied|denies|insisted|insists|argued|argues|declined|confirmed|admitted|claimed|claims)$", Options)]
    private static partial Regex Speech();
}
