using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>What a sum seems to mean.</summary>
/// <param name="Sense">The strongest; none where nothing says.</param>
/// <param name="Points">How strong.</param>
/// <param name="Cue">Where the strongest word before the sum ends; null where only words behind it spoke.</param>
readonly record struct MoneyReading(MoneySense Sense, double Points, int? Cue);

/// <summary>Decides what a sum is by the words beside it (rules in docs/taxonomy.md). Thread-safe.</summary>
static class MoneyKinds
{
    /// <summary>Points from which words decide.</summary>
    const double Threshold = 1.5;

    static readonly (MoneyCue Cue, string Phrase)[] Entries = [.. MoneyCues.All.SelectMany(cue => MoneyCues.Split(cue.Phrases), (cue, phrase) => (cue, phrase))];
    static readonly PhraseAutomaton Cues = new([.. Entries.Select(entry => Phrase.Parse(entry.Phrase))]);
    static readonly PhraseAutomaton Exceptions = new([.. MoneyCues.Split(MoneyCues.Exceptions).Select(Phrase.Parse)]);

    /// <summary>The cues in a part of an article.</summary>
    public static List<PhraseHit> Find(MoneyField field)
    {
        var (hits, excepted) = (new List<PhraseHit>(), new List<PhraseHit>());
        Cues.Find(field.Masked, hits);
        Exceptions.Find(field.Masked, excepted);
        hits.RemoveAll(hit => excepted.Exists(other => other.Start <= hit.Start && other.End >= hit.End));
        return hits;
    }

    /// <summary>Reads one sum.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="hits">The cues of its part.</param>
    public static MoneyReading Read(MoneyPlace place, List<PhraseHit> hits)
    {
        Span<double> before = stackalloc double[Senses];
        Span<double> after = stackalloc double[Senses];
        Span<int> ends = stackalloc int[Senses];
        foreach (var hit in hits)
        {
            var cue = Entries[hit.Phrase].Cue;
            var sense = (int)cue.Sense;
            if (cue.Role is CueRole.Head or CueRole.Passive)
            {
                if (hit.Start >= place.End && hit.End <= place.To) after[sense] = Math.Max(after[sense], PointsBehind(cue, place, hit.Start));
            }
            else if (hit.Start >= place.From && hit.End <= place.Start && PointsBefore(cue, place, hit.End) is var points && points > before[sense])
            {
                before[sense] = points;
                ends[sense] = hit.End;
            }
        }

        var best = MoneySense.None;
        double most = 0;
        for (var sense = 1; sense < Senses; sense++)
            if (before[sense] + after[sense] > most) (best, most) = ((MoneySense)sense, before[sense] + after[sense]);
        if (most < Threshold) return default;
        // “The market was valued at”: a market is no company.
        if (best is MoneySense.Valuation or MoneySense.Revenue or MoneySense.Aside && before[(int)MoneySense.MarketSize] > 0 && !IsNamed(place, ends[(int)MoneySense.MarketSize])) best = MoneySense.MarketSize;
        return new MoneyReading(best, most, before[(int)best] > 0 ? ends[(int)best] : null);
    }

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

    static bool IsNamed(MoneyPlace place, int from) => place.Named.Any(mention => mention.Start >= from && mention.End <= place.Start);

    static double PointsBehind(MoneyCue cue, MoneyPlace place, int start)
    {
        var gap = place.GapAfter(start, breaks: cue.Role == CueRole.Head);
        return gap > FarthestBehind ? 0 : cue.Points / (1 + gap / 2.0);
    }

    /// <summary>A verb's object stands right behind it; a noun may be farther. “Raised its offer to $5 million” raises no money.</summary>
    static double PointsBefore(MoneyCue cue, MoneyPlace place, int end)
    {
        var gap = place.GapBefore(end);
        if (cue.Role == CueRole.Noun) return cue.Points / (1 + gap / 2.0);
        if (cue.Sense == MoneySense.Round && gap > 0 && place.WordBefore is "to" or "by") return 0;
        return cue.Points / (1 + gap);
    }

    const int Senses = (int)MoneySense.Aside + 1;
    const int FarthestBehind = 6;
}
