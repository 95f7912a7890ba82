using System.Text.RegularExpressions;
using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Whose a sum is.</summary>
/// <param name="Company">Its number in the catalogue; null in doubt.</param>
/// <param name="Many">Whether the sum belongs to several at once: “start-ups raised $1.6 billion”.</param>
readonly record struct MoneyOwner(int? Company, bool Many = false);

/// <summary>Decides whose a sum is, by where names and pronouns stand to it (rules in docs/taxonomy.md).</summary>
/// <param name="subject">The article's only subject; null where it has none or several.</param>
sealed partial class MoneyOwners(int? subject)
{
    /// <summary>Words between a sum and the company it goes to: “$30 million in Series B for Clearview”.</summary>
    const int TargetReach = 6;

    /// <summary>Words that make the name behind them a source, an investor or an example and no owner.</summary>
    static readonly string[] Aside = ["by", "from", "with", "including", "like", "such as", "per", "via", "to", "than", "after", "at", "over", "against", "behind"];

    /// <summary>Decides for one sum.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="reading">What it means.</param>
    /// <param name="stands">From <see cref="MoneyStands"/>.</param>
    /// <param name="last">Whose the sum before was; null where that is unknown.</param>
    public MoneyOwner Of(MoneyPlace place, MoneyReading reading, List<PhraseHit> stands, int? last) => reading.Sense switch
    {
        MoneySense.MarketSize => default,
        MoneySense.Fund when place.IsExampleFund => default,
        MoneySense.Purchase => new MoneyOwner(Bought(place, reading.Cue)),
        MoneySense.Fund => Behind(place, "of") is { } fund ? new MoneyOwner(fund) : Before(place, stands, last),
        MoneySense.Round or MoneySense.Investment when Into(place) is { } target => new MoneyOwner(target),
        _ => Spoken(place, reading, stands, last),
    };

    MoneyOwner Spoken(MoneyPlace place, MoneyReading reading, List<PhraseHit> stands, int? last)
    {
        if (reading is { Sense: MoneySense.Round or MoneySense.Investment, Cue: { } cue } && IsStranger(place, cue.Start)) return default;
        var before = Before(place, stands, last);
        if (before.Many || before.Company is not null) return before;
        if (reading.Sense is MoneySense.None or MoneySense.Aside or MoneySense.Listing) return default;
        if (Behind(place, "for", "against", "on") is { } behind) return new MoneyOwner(behind);
        var another = reading.Sense is MoneySense.Contract or MoneySense.Investment || place.Field.Part == TextPart.Title && place.Named.Any();
        return new MoneyOwner(another || IsPassedOver(place) || HasSubject(place, reading) ? null : subject);
    }

    /// <summary>Whether the sentence names a company before the sum, though none that owns it: then it is nobody else's either.</summary>
    static bool IsPassedOver(MoneyPlace place) => place.Named.Any(mention => mention.End <= place.Start && !IsAnalyst(mention));

    /// <summary>The nearest name or pronoun before the sum.</summary>
    MoneyOwner Before(MoneyPlace place, List<PhraseHit> stands, int? last)
    {
        var named = Owning(place, place.Start).LastOrDefault();
        var stand = stands.FindLast(hit => hit.Start >= place.Sentence.Start && hit.End <= place.Start && (!MoneyStands.AreMany(hit) || Opens(place, hit.Start)));
        if (stand.End > 0 && (named.Field is null || stand.Start > named.Start))
            return MoneyStands.AreMany(stand) ? new MoneyOwner(null, Many: true) : new MoneyOwner(MeantBy(place, stand.Start, last));
        return new MoneyOwner(named.Field is null || IsAnother(place.In.Masked.AsSpan(named.End, place.Start - named.End)) ? null : named.Company);
    }

    /// <summary>Whether a plural noun opens its clause: “AI companies raised”, not “helps companies hire”.</summary>
    static bool Opens(MoneyPlace place, int at)
    {
        var clause = place.In.Masked.AsSpan(place.Sentence.Start, at - place.Sentence.Start);
        clause = clause[(clause.LastIndexOfAny(",;:") + 1)..];
        if (clause.Count(' ') > LongestOpening) return false;
        foreach (var word in (ReadOnlySpan<string>)[" to ", "for ", " help ", "helps ", "helping ", " by ", "with ", "of ", "other "])
            if (clause.Contains(word, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>Whether a company that the catalogue lacks is the verb’s subject: a capital right before it, “Snyk raised $5 million”.</summary>
    static bool IsStranger(MoneyPlace place, int verb)
    {
        var text = place.In.Masked.AsSpan(place.Sentence.Start, verb - place.Sentence.Start).TrimEnd();
        foreach (var helper in (ReadOnlySpan<string>)[" has", " have", " had", " also", " recently", " just"])
            if (text.EndsWith(helper, StringComparison.Ordinal)) text = text[..^helper.Length].TrimEnd();
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        return text.Length - start > 2 && char.IsUpper(place.Field.Text[place.Sentence.Start + start]);
    }

    /// <summary>Whether another word than a conjunction stands right before the verb: then that is who raised it, though nobody in the catalogue.</summary>
    static bool HasSubject(MoneyPlace place, MoneyReading reading)
    {
        if (reading is not { Sense: MoneySense.Round, ByVerb: true, Cue: { } cue }) return false;
        var text = place.In.Masked.AsSpan(place.Sentence.Start, cue.Start - place.Sentence.Start).TrimEnd();
        return text.Length > 0 && char.IsLetterOrDigit(text[^1]) && !MoneyStands.Ends(text, "and", "which", "that", "who", "to", "has", "have", "had", "also", "will", "would", "was", "is", "then");
    }

    /// <summary>Whether the words between a name and a sum bring in another company: “…, a start-up that raised $5 million”.</summary>
    static bool IsAnother(ReadOnlySpan<char> between)
    {
        foreach (var match in Description().EnumerateMatches(between))
            if (between[..match.Index].Trim() is not ("" or "," or "is" or "(")) return true;
        return false;
    }

    /// <summary>
    /// Whom a pronoun means: a name before it in its sentence, the name that the sentence before opens with, the owner of the sum before,
    /// the article's subject, or any name of the sentence before.
    /// </summary>
    int? MeantBy(MoneyPlace place, int at, int? last)
    {
        if (Owning(place, at).Select(mention => (int?)mention.Company).LastOrDefault() is { } same) return same;
        var previous = place.SentenceBefore;
        var first = place.In.Mentions.FirstOrDefault(mention => mention.Start >= previous.Start && mention.End <= previous.End && !IsAnalyst(mention));
        if (first.Field is null || place.OpensParagraph) return last ?? subject;
        return place.Field.Text.AsSpan(previous.Start, first.Start - previous.Start).Trim().Contains(' ') ? last ?? subject ?? first.Company : first.Company;
    }

    /// <summary>The company that is bought: between verb and sum, behind “for”, or before a verb in the passive.</summary>
    static int? Bought(MoneyPlace place, (int Start, int End)? cue)
    {
        if (Behind(place, "for", "of", "in", "acquire", "buy") is { } target) return target;
        var (start, end) = cue ?? (place.Start, place.Start);
        List<Mention> before = [.. place.Named.Where(mention => mention.End <= place.Start && !IsAnalyst(mention) && !MoneyStands.Ends(Until(place, mention), "by"))];
        if (before.FindLast(mention => mention.Start >= end) is { Field: not null } between) return IsAside(place.In, between) ? null : between.Company;
        // “X, which Y is taking over for $1 billion”; “X was sold for $1 billion”
        if (before.Count == 0 || before.Count == 1 && !IsPassive(place.In.Masked.AsSpan(before[0].End, Math.Max(0, start - before[0].End)))) return null;
        return before[0].Company;
    }

    static bool IsPassive(ReadOnlySpan<char> words)
    {
        foreach (var word in (ReadOnlySpan<string>)[" was ", " is ", " were ", " been ", " being "])
            if (words.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The company that money goes into: “a $1 billion stake in X”, “invested in a firm called X”.</summary>
    static int? Into(MoneyPlace place)
    {
        var next = place.Named.FirstOrDefault(mention => mention.Start >= place.End);
        if (next.Field is null || next.Start > place.To) return null;
        var between = place.In.Masked[place.End..next.Start];
        var at = Math.Max(between.LastIndexOf(" in ", StringComparison.Ordinal), between.LastIndexOf(" into ", StringComparison.Ordinal));
        if (at < 0 || between.AsSpan(at).ContainsAny(",;") || MoneyStands.Ends(between, "by", "from", "with", "to")) return null;
        var words = (ReadOnlySpan<string>)["stake", "invest", " into "];
        foreach (var word in words)
            if (between.Contains(word, StringComparison.Ordinal)) return next.Company;
        return at == 0 ? next.Company : null;
    }

    /// <summary>The first company behind the sum, where one of these words stands right before it.</summary>
    static int? Behind(MoneyPlace place, params ReadOnlySpan<string> words)
    {
        foreach (var mention in place.Named)
        {
            if (mention.Start < place.End) continue;
            if (mention.Start > place.To || place.In.Masked.AsSpan(place.End, mention.Start - place.End).Count(' ') > TargetReach) return null;
            return words.Contains(place.WordBefore(mention.Start)) ? mention.Company : null;
        }

        return null;
    }

    /// <summary>Names before a place that can own a sum: no analysts, no one whom “by”, “from” or “including” introduces, nor who follows such a name in a list.</summary>
    static IEnumerable<Mention> Owning(MoneyPlace place, int limit)
    {
        var (skipped, owning) = (-1, new List<Mention>());
        foreach (var mention in place.Named)
        {
            if (mention.End > limit) break;
            var listed = skipped >= 0 && IsList(place.In.Masked.AsSpan(skipped, mention.Start - skipped));
            if (listed || IsAnalyst(mention) || IsAside(place.In, mention)) skipped = mention.End;
            else owning.Add(mention);
        }

        return owning;
    }

    /// <summary>Whether a name is only a source, an investor or an example.</summary>
    public static bool IsAside(MoneyField field, Mention mention) =>
        MoneyStands.Ends(field.Masked.AsSpan(0, mention.Start), Aside) || CompanyRoles.IsMeasure(field.Field, mention.End);

    static ReadOnlySpan<char> Until(MoneyPlace place, Mention mention) => place.In.Masked.AsSpan(place.Sentence.Start, mention.Start - place.Sentence.Start);

    static bool IsAnalyst(Mention mention) => mention.Entry.Kind.Contains(CompanyKinds.Analyst);

    const int LongestOpening = 6;

    [GeneratedRegex(@"\b(a|an|another)(\s[a-z0-9]+){0,5}\s(startup|start up|company|firm|business|maker|developer|unicorn|vendor)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Description();

    static bool IsList(ReadOnlySpan<char> between) => between.Trim() is "," or "and" or ", and" or "or" or "&";
}
