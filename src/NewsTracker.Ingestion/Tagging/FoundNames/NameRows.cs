namespace NewsTracker.Ingestion.Tagging.FoundNames;

/// <summary>Rows of names: “companies such as A, B and C”, or “A, B, C and D” where most are known.</summary>
static class NameRows
{
    /// <summary>Longest gap between two names of a row, with a legal form in it.</summary>
    const int LongestGap = 24;

    /// <summary>Names that a row has at least.</summary>
    const int FewestNames = 3;

    /// <summary>Known companies that make the others of a row companies too.</summary>
    const int FewestKnown = 2;

    /// <summary>The candidates of one text that stand in such a row.</summary>
    /// <param name="candidates">In order.</param>
    /// <param name="known">Where the catalogue's companies stand, in order.</param>
    /// <param name="isMarketReport">Whether nothing but companies is listed: one known name is enough.</param>
    public static IEnumerable<Candidate> Listed(List<Candidate> candidates, List<(int Start, int End)> known, bool isMarketReport)
    {
        if (candidates.Count == 0) yield break;
        var words = candidates[0].Words;
        var items = candidates.Select((candidate, index) => (candidate.Start, candidate.End, Candidate: index))
            .Concat(known.Select(place => (place.Start, place.End, Candidate: -1))).OrderBy(item => item.Start).ToList();
        for (var first = 0; first < items.Count;)
        {
            var next = first + 1;
            while (next < items.Count && IsGap(words.Field.Text.AsSpan()[items[next - 1].End..items[next].Start])) next++;
            var row = items[first..next];
            var companies = row.Count(item => item.Candidate < 0);
            if (IsIntroduced(words, row[0].Start) || (row.Count >= FewestNames && companies >= (isMarketReport ? 1 : FewestKnown) && (isMarketReport || companies * 2 >= row.Count)))
                foreach (var item in row.Where(item => item.Candidate >= 0)) yield return candidates[item.Candidate];
            first = next;
        }
    }

    /// <summary>Whether only a comma, an “and” and legal forms stand between two names.</summary>
    static bool IsGap(ReadOnlySpan<char> gap)
    {
        if (gap.Length is 0 or > LongestGap) return false;
        var parts = false;
        foreach (var range in gap.SplitAny(' ', ',', '|', ';', '&', '.', '(', ')'))
        {
            var part = gap[range];
            if (part.IsEmpty) continue;
            if (part is "and") parts = true;
            else if (!NameWords.LegalForms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part.ToString().ToLowerInvariant())) return false;
        }

        return parts || gap.IndexOfAny(",|;&") >= 0;
    }

    /// <summary>“vendors such as”, “investors like”, “key players:”.</summary>
    static bool IsIntroduced(TextWords words, int start)
    {
        var at = words.From(start);
        if (words.Is(at - 1, NameWords.Several) && words.Before(at) is ": ") return true;
        if (!words.Follows(at)) return false;
        var noun = words.Folded(at - 1) is "as" && words.Folded(at - 2) is "such" ? at - 3 : words.Is(at - 1, NameWords.Such) ? at - 2 : -1;
        return words.Is(noun, NameWords.Several);
    }
}
