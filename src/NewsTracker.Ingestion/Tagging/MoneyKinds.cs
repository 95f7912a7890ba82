using System.Text.RegularExpressions;
using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>What a sum seems to mean.</summary>
/// <param name="Sense">The strongest; none where nothing says.</param>
/// <param name="Points">How strong.</param>
/// <param name="Cue">Where the strongest words before the sum stand; null where only words behind it spoke.</param>
/// <param name="ByVerb">Whether they are a verb, whose subject may be the owner.</param>
readonly record struct MoneyReading(MoneySense Sense, double Points, (int Start, int End)? Cue = null, bool ByVerb = false);

/// <summary>Decides what a sum is (rules in docs/taxonomy.md): by its words, by whose it is, by what was told before. Thread-safe.</summary>
static partial class MoneyKinds
{
    /// <summary>Points from which words decide.</summary>
    const double Threshold = 1.5;

    /// <summary>Sentences over which a fine, a settlement, a market or a purchase stays what is spoken of.</summary>
    const int TopicReach = 3;

    /// <summary>The same for what goes with it: the fees of a settlement.</summary>
    const int AsideReach = 2;

    /// <summary>Reads one sum by the words beside it.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="cues">From <see cref="MoneyPoints.Find"/>.</param>
    /// <param name="before">The statement before it in the same part; null where it is the first.</param>
    public static MoneyReading Read(MoneyPlace place, MoneyHits cues, MoneyStatement? before)
    {
        if (MoneyDenials.IsDenied(place) || before is { Reading.Sense: MoneySense.Denied } && MoneyDenials.ReachesOn(before.Place, place)) return new MoneyReading(MoneySense.Denied, 0);
        var points = new MoneyPoints(place, cues);
        var strongest = points.Strongest;
        var most = points.Of(strongest);
        if (place.IsExampleFund) return new MoneyReading(MoneySense.Fund, most);
        if (most >= Threshold && Meant(place, points, strongest) is var sense) return new MoneyReading(sense, most, points.Cue(sense), points.IsByVerb(sense));
        // “Raised $40 million, later increased to $50 million”
        if (place.IsChange && before is not null && before.Place.Sentence == place.Sentence) return before.Reading with { Points = 1 };
        // Analysts speak of markets.
        return place.Named.Any(mention => mention.Entry.Kind.Contains(CompanyKinds.Analyst)) ? new MoneyReading(MoneySense.MarketSize, 1) : default;
    }

    /// <summary>What a sum is once its owner and status are known.</summary>
    /// <param name="best">The statement that says it most clearly.</param>
    /// <param name="company">Whose it is.</param>
    /// <param name="status">How certain all statements together are.</param>
    public static MoneySense Known(MoneyStatement best, int? company, MoneyStatus status) => best.Reading.Sense switch
    {
        // What was raised in all is no round, nor is what several raised together.
        MoneySense.Round when best.Owner.Many || status == MoneyStatus.Cumulative => MoneySense.Aside,
        // What a company invests is an investment; what a state or “investors” invest is not.
        MoneySense.Investment when best.Reading.ByVerb && company is null => MoneySense.Aside,
        var sense => sense,
    };

    /// <summary>Whether a sum about which its own sentence says nothing is what was spoken of before: “… fined it $5 million. Another $2 million may follow.”</summary>
    /// <param name="sense">What its own sentence says.</param>
    /// <param name="before">What the sum before is.</param>
    /// <param name="distance">In sentences.</param>
    public static bool GoesOn(MoneySense sense, MoneySense before, int distance) =>
        sense == MoneySense.None && distance <= TopicReach && before is MoneySense.Settlement or MoneySense.Fine or MoneySense.MarketSize or MoneySense.Purchase;

    /// <summary>Whether a sum can go with a settlement or a fine told of before: the fees.</summary>
    /// <param name="sense">What its own sentence says.</param>
    /// <param name="distance">To the sum before, in sentences.</param>
    public static bool CanGoWith(MoneySense sense, int distance) => sense == MoneySense.Aside && distance <= AsideReach;

    /// <summary>Whether others can go with a sum.</summary>
    /// <param name="sense">What it is.</param>
    public static bool IsPayment(MoneySense sense) => sense is MoneySense.Settlement or MoneySense.Fine;

    /// <summary>The kind that people read.</summary>
    public static MoneyKind Kind(MoneySense sense) => sense switch
    {
        MoneySense.Round => MoneyKind.Round,
        MoneySense.Valuation => MoneyKind.Valuation,
        MoneySense.Settlement => MoneyKind.Settlement,
        MoneySense.Fine => MoneyKind.Fine,
        MoneySense.Revenue => MoneyKind.Revenue,
        MoneySense.Contract => MoneyKind.Contract,
        MoneySense.Investment => MoneyKind.Investment,
        MoneySense.MarketSize => MoneyKind.MarketSize,
        _ => MoneyKind.Other,
    };

    /// <summary>The strongest meaning, mended by what else was named.</summary>
    static MoneySense Meant(MoneyPlace place, MoneyPoints points, MoneySense strongest) => strongest switch
    {
        // “The market was valued at”, “a contract valued at”: neither is a company.
        MoneySense.Valuation or MoneySense.Revenue or MoneySense.Aside when IsOf(MoneySense.MarketSize, place, points) => MoneySense.MarketSize,
        MoneySense.Valuation when points.Behind(MoneySense.Valuation) == 0 && IsOf(MoneySense.Contract, place, points) => MoneySense.Contract,
        MoneySense.Valuation when points.Behind(MoneySense.Valuation) == 0 && IsOf(MoneySense.Purchase, place, points) => MoneySense.Purchase,
        // “A Series A investment of $5 million” is a round.
        MoneySense.Investment when points.Of(MoneySense.Round) >= Threshold => MoneySense.Round,
        // “Its new fund closed at $75 million”
        MoneySense.Round when points.IsByVerb(MoneySense.Round) && points.Cue(MoneySense.Round) is { } cue && FundSubject().IsMatch(place.Until(cue.Start)) => MoneySense.Fund,
        _ => strongest,
    };

    /// <summary>Whether a thing that is no company was named before the sum, and no company since.</summary>
    static bool IsOf(MoneySense thing, MoneyPlace place, MoneyPoints points) =>
        points.Cue(thing) is { } cue && !place.In.Named(cue.End, place.Start).Any();

    [GeneratedRegex(@"\bfunds?( [ivx]+)?(,? (which|that))?( (has|had|have|was|recently|just|later|since|also))*\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FundSubject();
}
