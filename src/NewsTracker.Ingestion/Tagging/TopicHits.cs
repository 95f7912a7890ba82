using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>The phrases of topic rules in one part of an article.</summary>
/// <param name="hits">In the order in which they were found.</param>
sealed class TopicHits(IEnumerable<PhraseHit> hits)
{
    readonly Dictionary<int, List<PhraseHit>> _byPhrase = hits.GroupBy(hit => hit.Phrase).ToDictionary(phrase => phrase.Key, phrase => phrase.ToList());

    /// <summary>The phrases that stand there.</summary>
    public IEnumerable<int> Phrases => _byPhrase.Keys;

    /// <summary>Where a phrase stands, in the order of the text.</summary>
    public IReadOnlyList<PhraseHit> Of(int phrase) => _byPhrase.GetValueOrDefault(phrase) ?? [];

    /// <summary>Where it starts between two places, in the order of the text.</summary>
    public IEnumerable<PhraseHit> Within(int phrase, (int Start, int End) bounds) => Ordered.Within(Of(phrase), bounds.Start, bounds.End, static hit => hit.Start);

    /// <summary>Whether a hit lies in one of some other phrases.</summary>
    public bool IsIn(PhraseHit hit, IEnumerable<int> phrases)
    {
        foreach (var phrase in phrases)
        {
            // Two hits of one phrase never lie in each other: of those that start before, only the last can reach so far.
            var places = Of(phrase);
            if (Ordered.First(places, hit.Start + 1, static other => other.Start) is > 0 and var next && places[next - 1].End >= hit.End) return true;
        }

        return false;
    }
}
