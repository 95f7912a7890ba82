using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Phrases found in one part of an article, in the order of their starts: those of a stretch are found without a walk through all.</summary>
/// <param name="hits">In any order.</param>
sealed class MoneyHits(IEnumerable<PhraseHit> hits)
{
    readonly List<PhraseHit> _hits = [.. hits.OrderBy(hit => hit.Start).ThenByDescending(hit => hit.End)];

    /// <summary>Those that lie between two places.</summary>
    public IEnumerable<PhraseHit> Within(int from, int to) => Ordered.Within(_hits, from, to, static hit => hit.Start).Where(hit => hit.End <= to);

    /// <summary>Those that pass a test.</summary>
    public MoneyHits Where(Func<PhraseHit, bool> test) => new(_hits.Where(test));

    /// <summary>Those that lie in no longer one of the others: “agreed to pay” holds no “to pay”.</summary>
    public MoneyHits Outside(MoneyHits others) => new(Uncovered(others._hits));

    IEnumerable<PhraseHit> Uncovered(List<PhraseHit> others)
    {
        var (next, reach) = (0, 0);
        foreach (var hit in _hits)
        {
            for (; next < others.Count && (others[next].Start < hit.Start || others[next].Start == hit.Start && others[next].End > hit.End); next++)
                reach = Math.Max(reach, others[next].End);
            if (reach < hit.End) yield return hit;
        }
    }
}
