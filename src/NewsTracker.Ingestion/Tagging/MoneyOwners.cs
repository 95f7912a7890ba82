using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Whose a sum is.</summary>
/// <param name="Company">Its number in the catalogue; null in doubt.</param>
/// <param name="Many">Whether the sum belongs to several at once: “start-ups raised $1.6 billion”.</param>
/// <param name="Other">Whether it belongs to somebody whom the catalogue lacks: then it is nobody else's.</param>
readonly record struct MoneyOwner(int? Company, bool Many = false, bool Other = false)
{
    public static MoneyOwner SomebodyElse => new(null, Other: true);
}

/// <summary>Decides whose a sum is, by where names and pronouns stand to it (rules in docs/taxonomy.md).</summary>
/// <param name="subject">The article's only subject; null where it has none or several.</param>
sealed class MoneyOwners(int? subject)
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
    public MoneyOwner Of(MoneyPlace place, MoneyReading reading, MoneyHits stands, int? last) => reading.Sense switch
    {
        MoneySense.MarketSize or MoneySense.Denied => default,
        MoneySense.Fund when place.IsExampleFund => default,
        MoneySense.Purchase when MoneyPurchases.IsPayment(place, reading.Cue) => OfPayer(place, reading, stands, last),
        MoneySense.Purchase => new MoneyOwner(MoneyPurchases.Bought(place, reading.Cue)),
        MoneySense.Fund => Behind(place, "of") is { } fund ? new MoneyOwner(fund.Company) : OfFund(place, reading, stands, last),
        MoneySense.Round or MoneySense.Investment when Into(place, reading) is { } target => new MoneyOwner(target),
        MoneySense.Fine when Fined(place, reading) is { } fined => new MoneyOwner(fined),
        _ => Spoken(place, reading, stands, last),
    };

    MoneyOwner Spoken(MoneyPlace place, MoneyReading reading, MoneyHits stands, int? last)
    {
        if (reading is { Sense: MoneySense.Round or MoneySense.Investment, Cue: { } cue } && MoneyClause.IsStranger(place, cue.Start)) return MoneyOwner.SomebodyElse;
        if (Before(place, reading, stands, last) is { } before) return before;
        if (reading.Sense is MoneySense.None or MoneySense.Aside or MoneySense.Listing) return default;
        if (Behind(place, "for", "against", "on") is { } behind) return new MoneyOwner(behind.Company);
        var another = reading.Sense is MoneySense.Contract or MoneySense.Investment || place.Field.Part == TextPart.Title && place.Named.Any();
        return new MoneyOwner(another || IsPassedOver(place) || MoneyClause.HasSubject(place, reading) ? null : subject);
    }

    /// <summary>Whether the sentence names a company before the sum, though none that owns it: then it is nobody else's either.</summary>
    static bool IsPassedOver(MoneyPlace place) => place.Named.Any(mention => mention.End <= place.Start && !IsAnalyst(mention));

    /// <summary>The nearest name or pronoun before the sum; null where there is none, nobody where somebody else comes between.</summary>
    MoneyOwner? Before(MoneyPlace place, MoneyReading reading, MoneyHits stands, int? last)
    {
        var named = Owning(place, place.Start).LastOrDefault();
        var nearest = Stand(place, stands);
        if (MoneyParties.OfStranger(place) is { } clause && !(nearest?.Start > clause)) return MoneyOwner.SomebodyElse;
        if (nearest is { } stand && (named.Field is null || stand.Start > named.Start))
        {
            if (MoneyStands.AreMany(stand)) return new MoneyOwner(null, Many: true);
            if (MoneyClause.TurnsToAnother(place, stand.End, reading)) return MoneyOwner.SomebodyElse;
            return IsStrangers(place, stand.Start) ? MoneyOwner.SomebodyElse : MeantBy(place, stand.Start, last) is { } meant ? new MoneyOwner(meant) : null;
        }

        if (named.Field is null) return null;
        var isOther = MoneyClause.BringsInAnother(place.In.Masked.AsSpan(named.End, place.Start - named.End)) || MoneyClause.TurnsToAnother(place, named.End, reading);
        return isOther ? MoneyOwner.SomebodyElse : new MoneyOwner(named.Company);
    }

    /// <summary>Who pays without buying: whoever stands right before the verb.</summary>
    MoneyOwner OfPayer(MoneyPlace place, MoneyReading reading, MoneyHits stands, int? last)
    {
        if (reading.Cue is not { } verb || !MoneyPurchases.HasPayer(place, verb.Start)) return default;
        return MoneyClause.IsStranger(place, verb.Start) ? MoneyOwner.SomebodyElse : Before(place, reading, stands, last) ?? default;
    }

    /// <summary>Whom a fine that is told of before its sum is imposed on: “the fine against X was cut to”.</summary>
    static int? Fined(MoneyPlace place, MoneyReading reading)
    {
        if (reading is not { ByVerb: false, Cue: { } cue }) return null;
        var next = place.In.Named(cue.End, place.Start).FirstOrDefault();
        return next.Field is not null && MoneyParties.IsImposedOn(place.In.Masked.AsSpan(cue.End, next.Start - cue.End)) ? next.Company : null;
    }

    /// <summary>The nearest word before a sum that stands for a company.</summary>
    static PhraseHit? Stand(MoneyPlace place, MoneyHits stands)
    {
        PhraseHit? nearest = null;
        foreach (var hit in stands.Within(place.Near.Start, place.Start))
            if (!MoneyStands.AreMany(hit) || MoneyClause.Opens(place, hit.Start)) nearest = hit;
        return nearest;
    }

    /// <summary>A fund is whose name or pronoun it carries: “the firm’s second fund” is of a firm that the reader may know, but not the rules.</summary>
    MoneyOwner OfFund(MoneyPlace place, MoneyReading reading, MoneyHits stands, int? last)
    {
        var named = Owning(place, place.Start).LastOrDefault();
        var from = Stand(place, stands) is { } stand && (named.Field is null || stand.Start > named.Start) ? stand : new PhraseHit(0, named.Start, named.End);
        var isBehind = MoneyWording.Holds(place.In.Masked.AsSpan(from.End, place.Start - from.End), " by ", " from ", " with ", " after ", " as ", " of ");
        return isBehind || !MoneyStands.IsPronoun(from) ? default : Before(place, reading, stands, last) ?? default;
    }

    /// <summary>
    /// Whom a pronoun means: a name before it in its sentence, the name that the sentence before opens with, the owner of the sum before,
    /// the article's subject, or any name of the sentence before.
    /// </summary>
    int? MeantBy(MoneyPlace place, int at, int? last)
    {
        if (Owning(place, at).Select(mention => (int?)mention.Company).LastOrDefault() is { } same) return same;
        var previous = place.SentenceBefore;
        var first = place.In.Named(previous.Start, previous.End).FirstOrDefault(mention => !IsAnalyst(mention));
        if (first.Field is null || place.OpensParagraph) return last ?? subject;
        return place.Field.Text.AsSpan(previous.Start, first.Start - previous.Start).Trim().Contains(' ') ? last ?? subject ?? first.Company : first.Company;
    }

    /// <summary>Whether a pronoun means somebody whom the catalogue lacks: its sentence opens with such a name, or the one before does.</summary>
    static bool IsStrangers(MoneyPlace place, int at)
    {
        if (Owning(place, at).Any()) return false;
        if (MoneyClause.OpensWithStranger(place.In, place.Near.Start, at)) return true;
        var previous = place.SentenceBefore;
        return !place.OpensParagraph && !place.In.Named(previous.Start, previous.End).Any() && MoneyClause.OpensWithStranger(place.In, previous.Start, previous.End);
    }

    /// <summary>The company that money goes into: “a $1 billion stake in X”, “invested in a firm called X”; never who is behind it: “raised $5 million in funding from X”.</summary>
    static int? Into(MoneyPlace place, MoneyReading reading)
    {
        var next = place.Named.FirstOrDefault(mention => mention.Start >= place.End);
        if (next.Field is null || next.Start > place.To) return null;
        var between = place.In.Masked[place.End..next.Start];
        var at = Math.Max(between.LastIndexOf(" in ", StringComparison.Ordinal), between.LastIndexOf(" into ", StringComparison.Ordinal));
        if (at < 0 || between.AsSpan(at).ContainsAny(",;") || MoneyParties.BringsInInvestors(between.AsSpan(at))) return null;
        var isRaised = reading is { Sense: MoneySense.Round, ByVerb: true };
        return at == 0 && !isRaised || MoneyWording.Holds(between, "stake", "invest", " into ", " round in ") ? next.Company : null;
    }

    /// <summary>The first company behind the sum, where one of these words stands right before it.</summary>
    public static Mention? Behind(MoneyPlace place, params ReadOnlySpan<string> words)
    {
        foreach (var mention in place.Named)
        {
            if (mention.Start < place.End) continue;
            if (mention.Start > place.To || place.In.Masked.AsSpan(place.End, mention.Start - place.End).Count(' ') > TargetReach) return null;
            return MoneyWording.Ends(place.In.Masked.AsSpan(place.End, mention.Start - place.End), words) ? mention : null;
        }

        return null;
    }

    /// <summary>Names before a place that can own a sum: no analysts, no one whom “by”, “from” or “including” introduces, nor who follows such a name in a list, nor who stands in a relative clause that is over; but whoever a clause speaks of that is still open.</summary>
    public static IEnumerable<Mention> Owning(MoneyPlace place, int limit)
    {
        var (skipped, owning) = (-1, new List<Mention>());
        foreach (var mention in place.Named)
        {
            if (mention.End > limit) break;
            var listed = skipped >= 0 && IsList(place.In.Masked.AsSpan(skipped, mention.Start - skipped));
            var told = !IsAnalyst(mention) && MoneyParties.TellsOf(place, mention, limit);
            if (!told && (listed || IsAnalyst(mention) || IsAside(place.In, mention) || MoneyClause.IsInClosedRelative(place, mention, limit))) skipped = mention.End;
            else owning.Add(mention);
        }

        return owning;
    }

    /// <summary>Whether a name is only a source, an investor or an example.</summary>
    public static bool IsAside(MoneyField field, Mention mention) =>
        MoneyWording.Ends(field.Masked.AsSpan(0, mention.Start), Aside) || MoneyParties.FollowsStrangers(field.Field.Text, mention.Start) || CompanyRoles.IsMeasure(field.Field, mention.End);

    /// <summary>Whether a company only speaks of others.</summary>
    public static bool IsAnalyst(Mention mention) => mention.Entry.Kind.Contains(CompanyKinds.Analyst);

    static bool IsList(ReadOnlySpan<char> between) => between.Trim() is "," or "and" or ", and" or "or" or "&";
}
