using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Decides how certain a sum is by the words of its clause (rules in docs/taxonomy.md). Thread-safe.</summary>
static class MoneyStatuses
{
    /// <summary>Words before a sum that still speak of it.</summary>
    const int ReachBefore = 8;

    /// <summary>Words behind a sum that still speak of it.</summary>
    const int ReachAfter = 8;

    /// <summary>Behind a sum only a time tells whether it is a total or to come: “$5 million to date”, “$5 million by 2025”.</summary>
    static readonly string[] Times =
        ["to date", "so far", "in total", "altogether", "since its founding", "since inception", "since it was founded", "since then", "up to now", "in all", "by 20*", "within weeks", "within months", "next year"];

    static readonly (MoneyStatus Status, string Phrase)[] Entries =
    [
        .. Each(MoneyStatus.Cumulative, """
            to date, so far, in total, altogether, since its founding, since inception, since it was founded, since then, up to now, in all, total funding, total raised, total investment, a total of, already raised, already gathered,
            had raised, had previously raised, previously raised, has previously raised, lifetime, cumulative*, bringing its total, brings its total, bringing total, bringing the total, brings the total
            """),
        .. Each(MoneyStatus.Planned, """
            settlement offer, plan, plans, planned, planning, will, would, seek, seeks, seeking, aim*, hopes, hope, hoping, expects, expected, expect, set to, considering, in talks, close to, wrapping up, nearing, about to, intends, targets, targeting,
            looking to, could, may, might, propos*, proposed, projected, forecast*, predict*, estimated to, going to, wants, ready to, in the process of, trying to, to raise, to invest, to pay, to spend, to acquire, to buy, to hit, to reach, to close, to exceed, to surpass, to grow,
            agreed to acquire, agreed to buy, is to, are to, is acquiring, is buying, is taking over, is selling, is raising, is investing, is paying, to be paid, to be bought, to be sold, commits, committed to, pledges, pledged, ahead of, by 20*, within weeks, within months, next year
            """),
        .. Each(MoneyStatus.Reported, """
            reportedly, rumor*, rumour*, according to, sources, source, people familiar, is said to, are said to, was said to, allegedly, estimated, estimates, believed, guessed, speculat*, reported that, reports that, reports say, media reports, per, unconfirmed
            """),
        .. Each(MoneyStatus.Closed, """
            used to raise, used to buy, raised, raises, closed, closes, secured, secures, lands, landed, paid, pays, fined, fines, settled, settles, agreed to pay, agrees to pay, agreed to, valued, was valued, won, wins, awarded, received, receives, completed, signed, signs, bought,
            acquired, acquires, buys, invested, invests, generated, reached, posted, pulled in, took in, hauled in, raked in, picked up, grabbed, collected, garnered, borrowed, spent, sold, lost, hit, hits, nabs, bags, snags, nets, scores, gets, got, attracted, attracts, gathered, accepted, approved, ordered, imposed, increase to, snapped up, increased to, raised to, lifted to, reduced to, cut to, rose to, grew to, fell to, was worth, stood at
            """),
    ];

    static readonly PhraseAutomaton Cues = new([.. Entries.Select(entry => Phrase.Parse(entry.Phrase))]);

    /// <summary>The cues in a part of an article, none inside another: “agreed to pay” holds no “to pay”.</summary>
    public static MoneyHits Find(MoneyField field)
    {
        var found = new List<PhraseHit>();
        Cues.Find(field.Masked, found);
        var hits = new MoneyHits(found);
        return hits.Outside(hits);
    }

    /// <summary>Reads one sum: a total first, then what is only to come, then what is only said, then what happened.</summary>
    /// <param name="place">The sum in its sentence.</param>
    /// <param name="hits">The cues of its part.</param>
    /// <param name="reading">What the sum means.</param>
    /// <param name="before">The statement before it in the same part; null where it is the first.</param>
    public static MoneyStatus Read(MoneyPlace place, MoneyHits hits, MoneyReading reading, MoneyStatement? before)
    {
        if (reading.Sense == MoneySense.Denied) return MoneyStatus.Unknown;
        var status = Spoken(place, hits);
        return status == MoneyStatus.Unknown && reading.Sense == MoneySense.Valuation && before is not null && IsHedgedRound(before, place) ? before.Status : status;
    }

    /// <summary>How certain a sum is by all that states it: the most careful; what is denied elsewhere is no more than reported.</summary>
    /// <param name="statements">Of the same sum.</param>
    public static MoneyStatus Of(IReadOnlyList<MoneyStatement> statements)
    {
        // A headline is short of words, so the text is asked first.
        var status = Careful(statements.Where(statement => statement.Sum.Field.Part != TextPart.Title));
        if (status == MoneyStatus.Unknown) status = Careful(statements);
        return status == MoneyStatus.Closed && statements.Any(statement => statement.Reading.Sense == MoneySense.Denied) ? MoneyStatus.Reported : status;
    }

    static MoneyStatus Spoken(MoneyPlace place, MoneyHits hits)
    {
        List<PhraseHit> reaching = [.. hits.Within(place.Near.Start, place.Near.End).Where(hit => Reaches(place, hit, Entries[hit.Phrase].Status) && !IsOtherWord(place, hit))];
        // What happened nearer to the sum than what is to come: “could change the field: it raised $5 million”.
        var done = reaching.FindLast(hit => Entries[hit.Phrase].Status == MoneyStatus.Closed && hit.End <= place.Start && !IsInfinitive(place, hit.Start));
        reaching.RemoveAll(hit => Entries[hit.Phrase].Status == MoneyStatus.Planned && hit.Start <= done.Start);
        // “Could be extended to $60 million in total”
        if (reaching.Exists(hit => Entries[hit.Phrase].Status == MoneyStatus.Planned && hit.End <= place.Start)) reaching.RemoveAll(hit => Entries[hit.Phrase].Phrase is "in total" or "in all" or "altogether");
        return reaching.Aggregate(MoneyStatus.Unknown, (status, hit) => MoreCareful(status, Entries[hit.Phrase].Status));
    }

    /// <summary>“In talks to raise $1 billion at a $5 billion valuation”: the valuation is no more certain than its round.</summary>
    static bool IsHedgedRound(MoneyStatement before, MoneyPlace place) =>
        before is { Reading.Sense: MoneySense.Round, Status: MoneyStatus.Planned or MoneyStatus.Reported } && before.Place.Sentence == place.Sentence;

    static MoneyStatus Careful(IEnumerable<MoneyStatement> statements) =>
        statements.Aggregate(MoneyStatus.Unknown, (status, statement) => MoreCareful(status, statement.Status));

    /// <summary>Which of two statements of the same sum is to be shown: the more careful one.</summary>
    static MoneyStatus MoreCareful(MoneyStatus one, MoneyStatus other) => Rank(other) > Rank(one) ? other : one;

    static int Rank(MoneyStatus status) => status switch
    {
        MoneyStatus.Cumulative => 4,
        MoneyStatus.Planned => 3,
        MoneyStatus.Reported => 2,
        MoneyStatus.Closed => 1,
        _ => 0,
    };

    /// <summary>Who says so may stand anywhere in the sentence; anything else beside the sum, on its own side of other sums.</summary>
    static bool Reaches(MoneyPlace place, PhraseHit hit, MoneyStatus status)
    {
        if (status == MoneyStatus.Reported) return hit.Start >= place.Sentence.Start && hit.End <= place.Sentence.End;
        if (hit.End <= place.Start)
            return hit.Start >= place.From && !IsOfSumBefore(place, hit) && Words(place, hit.End, place.Start) <= ReachBefore && !place.In.Masked.AsSpan(hit.End, place.Start - hit.End).ContainsAny(":;|");
        return hit.Start >= place.End && hit.End <= place.To && Words(place, place.End, hit.Start) <= ReachAfter
            && Times.Contains(Entries[hit.Phrase].Phrase)
            // “$5 million, bringing its total to date to $9 million”
            && !MoneyWording.Holds(place.In.Masked.AsSpan(place.End, hit.Start - place.End), "its total", "the total", "bringing");
    }

    /// <summary>“Raised $5 million to date, plans to raise $9 million”: the time belongs to the sum that it stands behind, if a comma or “and” ends its clause.</summary>
    static bool IsOfSumBefore(MoneyPlace place, PhraseHit hit) =>
        place.From > place.Sentence.Start && Times.Contains(Entries[hit.Phrase].Phrase) && place.In.Masked.AsSpan(hit.End, place.Start - hit.End) is var between
        && (between.TrimStart().StartsWith(',') || between.StartsWith(" and ") || between.StartsWith(" but ")) && !place.In.Masked.AsSpan(place.From, hit.Start - place.From).Contains(',');

    /// <summary>“To be fined”, “to have raised”.</summary>
    static bool IsInfinitive(MoneyPlace place, int at)
    {
        var before = place.In.Masked.AsSpan(0, at).TrimEnd();
        return before.EndsWith(" be") || before.EndsWith(" to") || before.EndsWith(" have");
    }

    /// <summary>“In May” plans nothing, “per year” names no source.</summary>
    static bool IsOtherWord(MoneyPlace place, PhraseHit hit) => place.Field.Text.AsSpan(hit.Start, hit.End - hit.Start) is "May"
        || Entries[hit.Phrase].Phrase == "per" && !(hit.End + 1 < place.Sentence.End && char.IsUpper(place.Field.Text[hit.End + 1]));

    static int Words(MoneyPlace place, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            if (char.IsLetterOrDigit(place.In.Masked[i]) && (i == from || !char.IsLetterOrDigit(place.In.Masked[i - 1]))) words++;
        return words;
    }

    static IEnumerable<(MoneyStatus, string)> Each(MoneyStatus status, string phrases) => MoneyCues.Split(phrases).Select(phrase => (status, phrase));
}
