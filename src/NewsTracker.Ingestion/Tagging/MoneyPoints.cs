using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>How strongly the words beside one sum speak for each meaning (rules in docs/taxonomy.md).</summary>
sealed class MoneyPoints
{
    const int Senses = (int)MoneySense.Denied + 1;

    /// <summary>Words between a sum and what it measures, at most.</summary>
    const int FarthestBehind = 6;

    static readonly (MoneyCue Cue, string Phrase)[] Entries = [.. MoneyCues.All.SelectMany(cue => MoneyCues.Split(cue.Phrases), (cue, phrase) => (cue, phrase))];
    static readonly PhraseAutomaton Cues = new([.. Entries.Select(entry => Phrase.Parse(entry.Phrase))]);
    static readonly PhraseAutomaton Exceptions = new([.. MoneyCues.Split(MoneyCues.Exceptions).Select(Phrase.Parse)]);

    readonly MoneyPlace _place;
    readonly double[] _before = new double[Senses];
    readonly double[] _behind = new double[Senses];
    readonly PhraseHit[] _cues = new PhraseHit[Senses];

    /// <summary>Weighs the words on the sum's own side of other sums.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="cues">From <see cref="Find"/>.</param>
    public MoneyPoints(MoneyPlace place, MoneyHits cues)
    {
        _place = place;
        WeighHeads(cues);
        foreach (var hit in cues.Within(place.From, place.Start)) WeighBefore(hit);
    }

    /// <summary>The meaning with the most points; none where nothing speaks.</summary>
    public MoneySense Strongest
    {
        get
        {
            var best = MoneySense.None;
            for (var sense = MoneySense.None; (int)sense < Senses; sense++)
                if (Of(sense) > Of(best)) best = sense;
            return best;
        }
    }

    /// <summary>The cues in a part of an article.</summary>
    public static MoneyHits Find(MoneyField field)
    {
        var cues = Hits(Cues, field).Outside(Hits(Exceptions, field));
        // “Market value” is a company's.
        var valued = cues.Where(hit => Entries[hit.Phrase].Cue.Sense == MoneySense.Valuation);
        var markets = cues.Where(hit => Entries[hit.Phrase].Cue.Sense == MoneySense.MarketSize).Outside(valued).Within(0, field.Masked.Length).ToHashSet();
        return cues.Where(hit => Entries[hit.Phrase].Cue.Sense != MoneySense.MarketSize || markets.Contains(hit));
    }

    /// <summary>All points for a meaning.</summary>
    public double Of(MoneySense sense) => Before(sense) + Behind(sense);

    /// <summary>The points of the words before the sum.</summary>
    public double Before(MoneySense sense) => _before[(int)sense];

    /// <summary>The points of the words behind it.</summary>
    public double Behind(MoneySense sense) => _behind[(int)sense];

    /// <summary>Where the strongest words before the sum stand; null where only words behind it spoke.</summary>
    public (int Start, int End)? Cue(MoneySense sense) => Before(sense) > 0 ? (_cues[(int)sense].Start, _cues[(int)sense].End) : null;

    /// <summary>Whether those are a verb.</summary>
    public bool IsByVerb(MoneySense sense) => Before(sense) > 0 && Entries[_cues[(int)sense].Phrase].Cue.Role == CueRole.Verb;

    static MoneyHits Hits(PhraseAutomaton phrases, MoneyField field)
    {
        var hits = new List<PhraseHit>();
        phrases.Find(field.Masked, hits);
        return new MoneyHits(hits);
    }

    void WeighBefore(PhraseHit hit)
    {
        var cue = Entries[hit.Phrase].Cue;
        if (cue.Role is CueRole.Head or CueRole.Passive || PointsBefore(cue, hit.End) is var points && points <= Before(cue.Sense)) return;
        _before[(int)cue.Sense] = points;
        _cues[(int)cue.Sense] = hit;
    }

    /// <summary>Of nouns in a row the last one is meant: a “commodity price market” is a market.</summary>
    void WeighHeads(MoneyHits cues)
    {
        (PhraseHit Hit, MoneySense Sense, double Share) row = default;
        foreach (var hit in cues.Within(_place.End, _place.To).OrderBy(hit => hit.Start).ThenBy(hit => hit.End))
        {
            var cue = Entries[hit.Phrase].Cue;
            if (cue.Role is not (CueRole.Head or CueRole.Passive)) continue;
            var share = ShareBehind(cue, hit.Start);
            if (share == 0) continue;
            if (row.Sense != MoneySense.None && hit.Start <= row.Hit.End + 1)
            {
                if (hit.Start > row.Hit.Start) share = row.Share;
                if (hit.Start == row.Hit.End + 1) _behind[(int)row.Sense] = 0;
            }

            _behind[(int)cue.Sense] = Math.Max(Behind(cue.Sense), cue.Points * share);
            row = (hit, cue.Sense, share);
        }
    }

    double ShareBehind(MoneyCue cue, int start)
    {
        var gap = _place.GapAfter(start, breaks: cue.Role == CueRole.Head);
        return gap > FarthestBehind ? 0 : 1 / (1 + gap / 2.0);
    }

    /// <summary>A verb's object stands right behind it; a noun may be farther. “Raised its offer to $5 million” raises no money.</summary>
    double PointsBefore(MoneyCue cue, int end)
    {
        // “Acquired the maker of a popular app for $5 million”: what is bought stands between.
        var between = _place.In.Masked.AsSpan(end, _place.Start - end);
        if (cue.Sense == MoneySense.Purchase && between.Contains(" for ", StringComparison.Ordinal) && !between.ContainsAny(";:")) return cue.Points;
        var gap = _place.GapBefore(end);
        if (cue.Role == CueRole.Noun) return cue.Points / (1 + gap / 2.0);
        if (cue.Sense == MoneySense.Round && (_place.IsChange || gap > 0 && _place.WordBefore(_place.Start) is "to" or "by" or "from")) return 0;
        return cue.Points / (1 + gap);
    }
}
