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

    /// <summary>Pronouns, definite nouns and plural nouns in a part of an article, in order.</summary>
    public static List<PhraseHit> Find(MoneyField field)
    {
        var hits = new List<PhraseHit>();
        All.Find(field.Masked, hits);
        hits.RemoveAll(hit => hit.Phrase >= Pronouns.Length && !AreMany(hit) && !IsDefinite(field.Masked.AsSpan(0, hit.Start)));
        return hits;
    }

    /// <summary>Whether it stands for several.</summary>
    public static bool AreMany(PhraseHit hit) => hit.Phrase >= Pronouns.Length + Nouns.Length;

    /// <summary>Whether a text ends with one of these words.</summary>
    public static bool Ends(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        var before = text.TrimEnd();
        foreach (var word in words)
            if (before.EndsWith(word) && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)]))) return true;
        return false;
    }

    static bool IsDefinite(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd();
        for (var words = 0; words < DefiniteReach && text.Length > 0; words++)
        {
            if (Ends(text, "the")) return true;
            if (!char.IsLetterOrDigit(text[^1])) return false;
            while (text.Length > 0 && char.IsLetterOrDigit(text[^1])) text = text[..^1];
            text = text.TrimEnd();
        }

        return false;
    }
}
