namespace NewsTracker.Ingestion.Tagging.FoundNames;

/// <summary>Who buys a company is one: “X acquires Y”, “X has bought the startup Y”, “X is to acquire Y”. What Y is, the catalogue or a noun must tell: people buy cameras, too.</summary>
static class NameDeals
{
    /// <summary>Words between the name and its verb: “has agreed to acquire”.</summary>
    const int MostHelpers = 4;

    /// <summary>Words between the verb and the noun that tells what is bought: “acquires Swiss face recognition specialist and startup Y”.</summary>
    const int NounReach = 6;

    /// <summary>The candidates of one text that buy somebody.</summary>
    /// <param name="candidates">In order.</param>
    /// <param name="known">Where the catalogue's companies stand.</param>
    public static IEnumerable<Candidate> Buyers(List<Candidate> candidates, List<(int Start, int End)> known) =>
        candidates.Where(candidate => Verb(candidate) is { } verb && IsCompany(candidate.Words, verb + 1, known));

    /// <summary>The verb of buying that the name leads to; null where it does something else.</summary>
    static int? Verb(Candidate name)
    {
        var words = name.Words;
        if (words.Is(name.Last, NameWords.Intents) || words[name.Last].IsPossessive || !(words.Follows(name.Next) || (name.HasLegalForm && words.Before(name.Next) is ". "))) return null;
        var verb = name.Next;
        while (verb < name.Next + MostHelpers && words.Is(verb, NameWords.Helpers) && words.Follows(verb + 1)) verb++;
        return words.Is(verb, NameWords.Buys) ? verb : null;
    }

    /// <summary>Whether the object is a company: one that the catalogue knows and of which nothing is bought but itself, or a noun says so.</summary>
    static bool IsCompany(TextWords words, int first, List<(int Start, int End)> known)
    {
        for (var at = first; at < Math.Min(words.Count, first + NounReach) && words.Follows(at); at++)
        {
            if (known.Find(place => place.Start == words[at].Start) is { End: > 0 } place) return EndsThere(words, at, place.End);
            if (!words[at].IsPossessive && words.Is(at, NameWords.Companies) && words.Follows(at + 1) && !words.IsTitleCase && words.IsNameLike(at + 1)) return true;
        }

        return false;
    }

    /// <summary>Whether the phrase ends with a name: “acquires Trueface to grow”, but not “acquires Trueface cameras”, nor “Trueface’s cameras”.</summary>
    static bool EndsThere(TextWords words, int at, int end)
    {
        while (at < words.Count && words[at].FullEnd <= end) at++;
        if (at < words.Count && words[at].Start < end) return false;
        return at >= words.Count || !words.Follows(at) || words.Is(at, NameWords.Joints) || words.Is(at, NameWords.LegalForms);
    }
}
