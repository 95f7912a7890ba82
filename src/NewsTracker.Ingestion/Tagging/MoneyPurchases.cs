using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Decides which company a purchase price is paid for. Thread-safe.</summary>
static partial class MoneyPurchases
{
    /// <summary>Spaces in “, which the whole group”.</summary>
    const int LongestSubject = 5;

    static readonly string[] Helpers =
        ["was", "were", "is", "are", "be", "been", "being", "has", "had", "have", "to", "will", "would", "got", "gets", "also", "recently", "just", "then", "later", "first", "since", "already", "reportedly", "once", "itself"];

    /// <summary>The company that is bought: behind the sum, between verb and sum, or before a verb in the passive; null in doubt.</summary>
    /// <param name="place">The price in its sentence.</param>
    /// <param name="cue">The words that speak of a purchase; null where none stand before it.</param>
    public static int? Bought(MoneyPlace place, (int Start, int End)? cue)
    {
        if (MoneyOwners.Behind(place, "for", "of", "in", "acquire", "buy") is { } target) return IsWhole(place, target) ? target.Company : null;
        if (cue is not { } verb) return null;
        // “was bought by Y for”: whoever stands behind “by” or “from” buys or sells.
        List<Mention> between = [.. place.In.Named(verb.End, place.Start).Where(mention => !MoneyOwners.IsAside(place.In, mention) && !MoneyOwners.IsAnalyst(mention))];
        if (between.Count > 0) return between.TrueForAll(mention => mention.Company == between[0].Company) ? between[0].Company : null;
        return IsPassive(place, verb) ? Sold(place, verb.Start) : Relative(place, verb.Start);
    }

    /// <summary>Whether money is only paid, “paid $5 billion to the regulator”, and nothing in the sentence is bought.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="cue">The words that speak of a purchase; null where none stand before it.</param>
    public static bool IsPayment(MoneyPlace place, (int Start, int End)? cue) =>
        cue is { } verb && place.In.Masked.AsSpan(verb.Start, verb.End - verb.Start) is "paid" or "pay" or "pays" or "paying" && !Buys().IsMatch(place.Until(verb.Start)) && !Buys().IsMatch(place.Behind) && !place.Behind.Contains(" for ", StringComparison.Ordinal);

    /// <summary>Whether a name, or a word that can stand for one, is the subject of a verb in the active voice.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="verb">Where the verb starts.</param>
    public static bool HasPayer(MoneyPlace place, int verb)
    {
        if (BeForm().IsMatch(place.Until(verb))) return false;
        var subject = place.Until(Helped(place, verb));
        return subject.EndsWith('\0') || MoneyWording.Ends(subject, "it", "which", "who", "and", "year", "company", "firm", "startup", "group", "giant");
    }

    /// <summary>Who is bought by a verb in the passive: its subject, and no stranger.</summary>
    static int? Sold(MoneyPlace place, int verb)
    {
        if (MoneyClause.IsStranger(place, Helped(place, verb))) return null;
        if (Names(place, verb).LastOrDefault() is { Field: not null } nearest && IsRelative(place.In.Masked.AsSpan(nearest.End, verb - nearest.End))) return nearest.Company;
        return MoneyOwners.Owning(place, verb).Select(mention => (int?)mention.Company).LastOrDefault();
    }

    /// <summary>“X, which Y is taking over for”, “X, which it bought for”</summary>
    static int? Relative(MoneyPlace place, int verb)
    {
        List<Mention> names = [.. Names(place, verb)];
        if (names.Count > 1 && MoneyWording.Ends(place.In.Masked.AsSpan(names[^2].End, names[^1].Start - names[^2].End), "which", "that", "whom")) return names[^2].Company;
        return names.Count > 0 && IsObject(place.In.Masked.AsSpan(names[^1].End, verb - names[^1].End)) ? names[^1].Company : null;
    }

    static IEnumerable<Mention> Names(MoneyPlace place, int verb) => place.In.Named(place.Near.Start, verb).Where(mention => !MoneyOwners.IsAnalyst(mention));

    /// <summary>“Was recently bought”, “X’s acquisition by Y”, and in headlines “X bought by Y”, “X sold for”.</summary>
    static bool IsPassive(MoneyPlace place, (int Start, int End) verb)
    {
        var words = place.In.Masked.AsSpan(verb.Start, verb.End - verb.Start);
        if (words[..(words.IndexOf(' ') is > 0 and var end ? end : words.Length)].EndsWith("ing")) return false;
        var behind = place.In.Masked.AsSpan(verb.End, place.Start - verb.End);
        return behind.StartsWith(" by ") || words is "sold" && (behind.StartsWith(" to ") || behind.StartsWith(" for ")) || Helped(place, verb.Start) < verb.Start && BeForm().IsMatch(place.Until(verb.Start));
    }

    /// <summary>Where the helping words before a verb begin.</summary>
    static int Helped(MoneyPlace place, int verb) => place.Near.Start + MoneyWording.Without(place.Until(verb), Helpers).Length;

    /// <summary>“Paid $5 million for X scanners”, “for X’s chip unit”: that does not buy X.</summary>
    static bool IsWhole(MoneyPlace place, Mention target) => !Thing().IsMatch(place.In.Masked.AsSpan(target.End, Math.Max(0, place.To - target.End)));

    static bool IsRelative(ReadOnlySpan<char> behind) => behind.StartsWith(", which ") || behind.StartsWith(", that ") || behind.StartsWith(", whom ");

    /// <summary>Whether the words between a name and a verb name who does it: “X, which the group bought”, but not “X, which bought”.</summary>
    static bool IsObject(ReadOnlySpan<char> between)
    {
        if (!IsRelative(between)) return false;
        var subject = MoneyWording.Without(between, Helpers);
        return !MoneyWording.Ends(subject, "which", "that", "whom", "and", "or") && !subject.EndsWith("ly") && !subject[1..].ContainsAny(",;:") && subject.Count(' ') <= LongestSubject;
    }

    [GeneratedRegex(@"\b(buy|buys|buying|bought|acquir(e|es|ed|ing)|acquisition|takeover|take over|took over|purchased?|merger|deal|stake|shares|bid)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Buys();

    // What a company makes or has.
    [GeneratedRegex(@"^('s\b| (face|facial|biometric|camera|cameras|scanners?|software|hardware|licen[cs]es?|shares|stock|products?|systems?|services?|technology|equipment|gear|chips?|units?|patents?|devices?|terminals?|gates?|glasses|kit|tools?|robots?|drones?|subscriptions?|tablets?|phones?)\b)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Thing();

    [GeneratedRegex(@"\b(was|were|is|are|be|been|being|gets?|got)( [a-z]+ly| also| recently| just| then| later| first| since| already| once| itself){0,2}\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BeForm();
}
