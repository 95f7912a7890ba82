namespace NewsTracker.Ingestion.Tagging;

/// <summary>Splits text into sentences, well enough for evidence and for “in the same sentence”.</summary>
static class Sentences
{
    /// <summary>Words whose full stop ends no sentence, in lower case; single letters (<c>U.S.</c>) are known without a list.</summary>
    static readonly string[] Abbreviations = ["inc", "corp", "ltd", "co", "mr", "mrs", "ms", "dr", "st", "vs", "no", "jan", "feb", "aug", "sept", "sep", "oct", "nov", "dec", "gov", "sen", "rep", "gen", "prof", "rs", "approx", "appr"];

    /// <summary>Where each sentence ends, in order; the last is the text's length.</summary>
    public static int[] Ends(string text)
    {
        var ends = new List<int>();
        for (var i = 0; i < text.Length; i++)
            if (EndsAt(text, i) && (ends.Count == 0 || ends[^1] < i + 1))
                ends.Add(i + 1);
        if (ends.Count == 0 || ends[^1] < text.Length) ends.Add(text.Length);
        return [.. ends];
    }

    /// <summary>The sentence around a place, at most <paramref name="longest"/> characters, cut between words and marked with “…”.</summary>
    public static string Around(TextField field, int start, int end, int longest)
    {
        var (from, to) = field.SentenceBounds(start);
        if (end > to) to = end;
        var spare = Math.Max(0, longest - (end - start)) / 2;
        var left = to - from <= longest ? from : Math.Max(from, Math.Min(start - spare, to - longest));
        var right = to - from <= longest ? to : Math.Min(to, Math.Max(end + spare, left + longest));
        if (left > from) left = WordStart(field.Text, left, start);
        if (right < to) right = WordEnd(field.Text, right, end);
        var cut = field.Text[left..right].ReplaceLineEndings(" ").Trim();
        return (left > from ? "…" : "") + cut + (right < to ? "…" : "");
    }

    static int WordStart(string text, int at, int limit)
    {
        var space = text.IndexOf(' ', at, limit - at);
        return space < 0 ? at : space + 1;
    }

    static int WordEnd(string text, int at, int limit)
    {
        var space = text.LastIndexOf(' ', at - 1, at - limit);
        return space < 0 ? at : space;
    }

    static bool EndsAt(string text, int i) => text[i] switch
    {
        '\n' or '。' or '！' or '？' => true,
        '!' or '?' or '…' => IsBreak(text, i + 1),
        '.' => IsBreak(text, i + 1) && !IsAbbreviation(text, i),
        _ => false,
    };

    static bool IsBreak(string text, int next)
    {
        while (next < text.Length && text[next] is '"' or '”' or '’' or ')' or '\'') next++;
        if (next >= text.Length) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next == text.Length || !char.IsLower(text[next]);
    }

    static bool IsAbbreviation(string text, int stop)
    {
        var start = stop;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        var word = text.AsSpan(start, stop - start);
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        foreach (var known in Abbreviations)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
