using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>What a sum seems to mean.</summary>
/// <param name="Sense">The strongest; none where nothing says.</param>
/// <param name="Points">How strong.</param>
/// <param name="Cue">Where the strongest words before the sum stand; null where only words behind it spoke.</param>
/// <param name="ByVerb">Whether they are a verb, whose subject may be the owner.</param>
readonly record struct MoneyReading(MoneySense Sense, double Points, (int Start, int End)? Cue = null, bool ByVerb = false);

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
        // “Market value” is a company's.
        var valued = hits.FindAll(hit => Entries[hit.Phrase].Cue.Sense == MoneySense.Valuation);
        hits.RemoveAll(hit => Entries[hit.Phrase].Cue.Sense == MoneySense.MarketSize && valued.Exists(other => other.Start <= hit.Start && other.End >= hit.End));
        return hits;
    }

    /// <summary>Reads one sum.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="hits">The cues of its part.</param>
    public static MoneyReading Read(MoneyPlace place, List<PhraseHit> hits)
    {
        Span<double> before = stackalloc double[Senses];
        Span<double> after = stackalloc double[Senses];
        Span<PhraseHit> cues = stackalloc PhraseHit[Senses];
        ReadHeads(place, hits, after);
        foreach (var hit in hits)
        {
            var word = Entries[hit.Phrase].Cue;
            var sense = (int)word.Sense;
            if (word.Role is CueRole.Head or CueRole.Passive || hit.Start < place.From || hit.End > place.Start) continue;
            if (PointsBefore(word, place, hit.End) is var points && points <= before[sense]) continue;
            before[sense] = points;
            cues[sense] = hit;
        }

        var best = MoneySense.None;
        double most = 0;
        for (var sense = 1; sense < Senses; sense++)
            if (before[sense] + after[sense] > most) (best, most) = ((MoneySense)sense, before[sense] + after[sense]);
        if (most < Threshold) return default;
        // “The market was valued at”, “a contract valued at”: neither is a company.
        if (best is MoneySense.Valuation or MoneySense.Revenue or MoneySense.Aside && Instead(MoneySense.MarketSize, place, before, cues)) best = MoneySense.MarketSize;
        var valued = best == MoneySense.Valuation && after[(int)MoneySense.Valuation] == 0;
        if (valued && Instead(MoneySense.Contract, place, before, cues)) best = MoneySense.Contract;
        else if (valued && Instead(MoneySense.Purchase, place, before, cues)) best = MoneySense.Purchase;
        // “A Series A investment of $5 million” is a round.
        if (best == MoneySense.Investment && before[(int)MoneySense.Round] + after[(int)MoneySense.Round] >= Threshold) best = MoneySense.Round;
        var cue = cues[(int)best];
        return before[(int)best] > 0 ? new MoneyReading(best, most, (cue.Start, cue.End), Entries[cue.Phrase].Cue.Role == CueRole.Verb) : new MoneyReading(best, most);
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

    /// <summary>Whether a thing that is no company was named before the sum, and no company since.</summary>
    static bool Instead(MoneySense sense, MoneyPlace place, Span<double> before, Span<PhraseHit> cues)
    {
        if (before[(int)sense] == 0) return false;
        var from = cues[(int)sense].End;
        return !place.Named.Any(mention => mention.Start >= from && mention.End <= place.Start);
    }

    /// <summary>Of nouns in a row the last one is meant: a “commodity price market” is a market.</summary>
    static void ReadHeads(MoneyPlace place, List<PhraseHit> hits, Span<double> after)
    {
        (PhraseHit Hit, MoneySense Sense, double Share) row = default;
        foreach (var hit in hits.Where(hit => hit.Start >= place.End && hit.End <= place.To).OrderBy(hit => hit.Start).ThenBy(hit => hit.End))
        {
            var cue = Entries[hit.Phrase].Cue;
            if (cue.Role is not (CueRole.Head or CueRole.Passive)) continue;
            var share = PointsBehind(cue, place, hit.Start) / cue.Points;
            if (share == 0) continue;
            if (row.Sense != MoneySense.None && hit.Start <= row.Hit.End + 1)
            {
                if (hit.Start > row.Hit.Start) share = row.Share;
                if (hit.Start == row.Hit.End + 1) after[(int)row.Sense] = 0;
            }

            after[(int)cue.Sense] = Math.Max(after[(int)cue.Sense], cue.Points * share);
            row = (hit, cue.Sense, share);
        }
    }

    static double PointsBehind(MoneyCue cue, MoneyPlace place, int start)
    {
        var gap = place.GapAfter(start, breaks: cue.Role == CueRole.Head);
        return gap > FarthestBehind ? 0 : cue.Points / (1 + gap / 2.0);
    }

    /// <summary>A verb's object stands right behind it; a noun may be farther. “Raised its offer to $5 million” raises no money.</summary>
    static double PointsBefore(MoneyCue cue, MoneyPlace place, int end)
    {
        // “Acquired the maker of a popular app for $5 million”: what is bought stands between.
        if (cue.Sense == MoneySense.Purchase && place.In.Masked.AsSpan(end, place.Start - end).Contains(" for ", StringComparison.Ordinal)) return cue.Points;
        var gap = place.GapBefore(end);
        if (cue.Role == CueRole.Noun) return cue.Points / (1 + gap / 2.0);
        if (cue.Sense == MoneySense.Round && gap > 0 && place.WordBefore(place.Start) is "to" or "by") return 0;
        return cue.Points / (1 + gap);
    }

    const int Senses = (int)MoneySense.Aside + 1;
    const int FarthestBehind = 6;
}
