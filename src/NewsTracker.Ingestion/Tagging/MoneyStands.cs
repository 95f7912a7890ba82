using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Words that stand for a company without naming it.</summary>
static class MoneyStands
{
    /// <summary>Words from “the” to the noun: “the Chinese software maker”.</summary>
    const int DefiniteReach = 3;

    static readonly string[] Pronouns = ["it", "its", "itself"];

    /// <summary>These stand for a company where “the” stands before them.</summary>
    static readonly string[] Nouns =
        ["company", "firm", "startup", "start up", "business", "maker", "vendor", "developer", "provider", "supplier", "giant", "group", "unicorn", "retailer", "platform", "network"];

    static readonly string[] Many = ["companies", "startups", "start ups", "firms", "players", "vendors", "rivals", "developers", "unicorns", "giants"];

    static readonly PhraseAutomaton All = new([.. Pronouns.Concat(Nouns).Concat(Many).Select(Phrase.Parse)]);

    /// <summary>Pronouns, definite nouns and plural nouns in a part of an article.</summary>
    public static MoneyHits Find(MoneyField field)
    {
        var hits = new List<PhraseHit>();
        All.Find(field.Masked, hits);
        return new MoneyHits(hits.Where(hit => IsPronoun(hit) || AreMany(hit) || IsDefinite(field.Masked.AsSpan(0, hit.Start))));
    }

    /// <summary>Whether it is “it” or “its”.</summary>
    public static bool IsPronoun(PhraseHit hit) => hit.Phrase < Pronouns.Length;

    /// <summary>Whether it stands for several.</summary>
    public static bool AreMany(PhraseHit hit) => hit.Phrase >= Pronouns.Length + Nouns.Length;

    static bool IsDefinite(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd();
        for (var words = 0; words < DefiniteReach && text.Length > 0; words++)
        {
            if (MoneyWording.Ends(text, "the")) return true;
            if (!char.IsLetterOrDigit(text[^1])) return false;
            text = text[..^MoneyWording.LastWord(text).Length].TrimEnd();
        }

        return false;
    }
}
