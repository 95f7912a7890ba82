namespace NewsTracker.Ingestion.Tagging.FoundNames;

/// <summary>Words that may be a company's name.</summary>
/// <param name="Words">The text.</param>
/// <param name="First">The first word's number.</param>
/// <param name="Last">The last word's.</param>
/// <param name="Next">The word behind the name and its legal form.</param>
readonly record struct Candidate(TextWords Words, int First, int Last, int Next)
{
    public int Start => Words[First].Start;

    public int End => Words[Last].End;

    public int Length => Last - First + 1;

    public string Name => Words.Field.Text[Start..End];

    /// <summary>Whether <c>Inc.</c> or the like stands behind the name.</summary>
    public bool HasLegalForm => Next > Last + 1;
}

/// <summary>Finds the runs of capitalised words that may name a company.</summary>
static class NameCandidates
{
    const int MostWords = 4;

    /// <summary>All of one text, in order.</summary>
    public static IEnumerable<Candidate> In(TextWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsNameLike(i) || words.Is(i, NameWords.Common) || words.Is(i, NameWords.LegalForms)) continue;
            var last = i;
            while (GoesOn(words, last)) last++;
            var next = last + 1;
            while (words.Is(next, NameWords.LegalForms) && words.Before(next) is " " or ", " or "., ") next++;
            var first = i;
            while (!words.IsTitleCase && IsCapitalised(words, first - 1) && words.Follows(first) && words.Is(first - 1, NameWords.Trade)) first--;
            if (last - first < MostWords && !IsTornOff(words, first)) yield return new Candidate(words, first, last, next);
            i = next - 1;
        }
    }

    /// <summary>Whether the name goes on behind a word; “&amp;” joins two in running text.</summary>
    static bool GoesOn(TextWords words, int last)
    {
        var next = last + 1;
        if (next >= words.Count || words[last].IsPossessive || !words.IsNameLike(next) || words.Is(next, NameWords.LegalForms)) return false;
        if (!words.Follows(next) && !(words.Before(next) is " & " && !words.IsTitleCase)) return false;
        return words.Is(next, NameWords.Endings) || !words.Is(next, words.IsTitleCase ? NameWords.Common : NameWords.Breaks);
    }

    /// <summary>Whether a capitalised word before it seems to belong to the name, so that its beginning is unknown: “One Stop Systems”.</summary>
    static bool IsTornOff(TextWords words, int first)
    {
        var before = first - 1;
        if (before < 0 || !words.Follows(first) || !IsCapitalised(words, before) || words[before].IsPossessive || words.Is(before, NameWords.Companies) || words.Is(before, NameWords.Doers)) return false;
        if (words.Is(before, NameWords.Peoples) || words.Is(before, NameWords.Times)) return false;
        return words.IsTitleCase ? words.Is(before, NameWords.Trade) || words.Is(before, NameWords.Places) : !words.OpensSentence(before) || words.Is(before, NameWords.Places);
    }

    static bool IsCapitalised(TextWords words, int index) => index >= 0 && words.IsNameLike(index);
}
