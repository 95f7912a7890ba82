using System.Collections.Frozen;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>One part of an article prepared for money: the names in it are blanked out, so that “Verified Market Research” is no market.</summary>
/// <param name="Field">The part.</param>
/// <param name="Masked">Its folded text without company names.</param>
/// <param name="Mentions">The companies named in it, in order.</param>
sealed record MoneyField(TextField Field, string Masked, IReadOnlyList<Mention> Mentions)
{
    public static MoneyField Of(TextField field, IEnumerable<Mention> mentions)
    {
        List<Mention> here = [.. mentions.Where(mention => mention.Field == field).OrderBy(mention => mention.Start)];
        var text = field.Folded.ToCharArray();
        foreach (var mention in here)
        {
            var name = text.AsSpan(mention.Start, mention.End - mention.Start);
            // “Vision Fund” stays a fund.
            if (name.EndsWith(" fund")) name = name[..^" fund".Length];
            name.Clear();
        }

        return new MoneyField(field, new string(text), here);
    }
}

/// <summary>A sum in its sentence. Sums that one “to” or “and” joins share their surroundings.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="In">Where it stands.</param>
/// <param name="Sentence">The sentence's bounds.</param>
/// <param name="From">Where the words before it begin: the sentence, or the sum before.</param>
/// <param name="Start">Where they end.</param>
/// <param name="End">Where the words behind it begin.</param>
/// <param name="To">Where they end: the sentence, or the next sum.</param>
sealed record MoneyPlace(MoneySum Sum, MoneyField In, (int Start, int End) Sentence, int From, int Start, int End, int To)
{
    static readonly FrozenSet<string> Modifiers = MoneyCues.Modifiers.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    static readonly FrozenSet<string> Breaks = MoneyCues.Breaks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public TextField Field => In.Field;

    /// <summary>Every sum of a part, with its surroundings.</summary>
    public static List<MoneyPlace> Of(MoneyField field, List<MoneySum> sums)
    {
        var places = new List<MoneyPlace>();
        for (var first = 0; first < sums.Count;)
        {
            var last = first;
            while (last + 1 < sums.Count && MoneyText.Joins(field.Field.Text, sums[last].End, sums[last + 1].Start)) last++;
            var sentence = field.Field.SentenceBounds(sums[first].Start);
            sentence.End = Math.Max(sentence.End, sums[last].End);
            var from = first > 0 ? Math.Max(sentence.Start, sums[first - 1].End) : sentence.Start;
            var to = last + 1 < sums.Count ? Math.Min(sentence.End, sums[last + 1].Start) : sentence.End;
            for (var i = first; i <= last; i++)
                places.Add(new MoneyPlace(sums[i], field, sentence, from, sums[first].Start, sums[last].End, Math.Max(to, sums[last].End)));
            first = last + 1;
        }

        return places;
    }

    /// <summary>The company names of its sentence, in order.</summary>
    public IEnumerable<Mention> Named => In.Mentions.Where(mention => mention.Start >= Sentence.Start && mention.End <= Sentence.End);

    /// <summary>How far words before the sum are from it: the words between that are no mere modifiers; a comma counts as two.</summary>
    public int GapBefore(int end) => Gap(end, Start, breaks: false);

    /// <summary>The same for words behind it.</summary>
    /// <param name="start">Where they start.</param>
    /// <param name="breaks">Whether a preposition or verb between ends it: then <see cref="int.MaxValue"/>.</param>
    public int GapAfter(int start, bool breaks) => Gap(End, start, breaks);

    /// <summary>The sentence before its own; empty where there is none.</summary>
    public (int Start, int End) SentenceBefore
    {
        get
        {
            var end = Field.Text.AsSpan(0, Sentence.Start).TrimEnd().Length;
            return end == 0 ? (0, 0) : Field.SentenceBounds(end - 1);
        }
    }

    /// <summary>Whether its sentence opens a paragraph.</summary>
    public bool OpensParagraph => Field.Text[Field.Text.AsSpan(0, Sentence.Start).TrimEnd().Length..Sentence.Start].Count(letter => letter == '\n') > 1;

    /// <summary>Sentences from another sum of the same part to this one: 0 where they share one.</summary>
    public int SentencesSince(MoneyPlace other)
    {
        var count = 0;
        for (var place = this; place.Sentence.Start > other.Sentence.Start && count < FarthestBack; count++) place = place with { Sentence = place.SentenceBefore };
        return count;
    }

    /// <summary>The word right before a position; empty where there is none.</summary>
    public string WordBefore(int at)
    {
        var text = In.Masked.AsSpan(0, at).TrimEnd();
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text[start..].ToString();
    }

    /// <summary>Whether it is the size of a fund that is named as an example: “investors including a $1 billion guidance fund”.</summary>
    public bool IsExampleFund
    {
        get
        {
            var before = In.Masked.AsSpan(Sentence.Start, Start - Sentence.Start).TrimEnd();
            foreach (var article in (ReadOnlySpan<string>)[" a", " an", " the"])
                if (before.EndsWith(article)) before = before[..^article.Length];
            if (!MoneyStands.Ends(before, "including", "such as")) return false;
            var behind = In.Masked.AsSpan(End, To - End);
            var clause = behind[..(behind.IndexOfAny(",;:.") is var end and >= 0 ? end : behind.Length)];
            var fund = clause.IndexOf(" fund", StringComparison.Ordinal);
            return fund >= 0 && clause[..fund].Count(' ') <= LongestFundName;
        }
    }

    const int FarthestBack = 9;

    /// <summary>Words between a sum and “fund”, at most.</summary>
    const int LongestFundName = 6;

    int Gap(int from, int to, bool breaks)
    {
        var gap = 0;
        var text = In.Masked.AsSpan(from, Math.Max(0, to - from));
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                gap += text[i] switch { ',' or ';' or ':' or '(' or ')' => 2, _ => 0 };
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            var word = text[start..i];
            if (breaks && Breaks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return int.MaxValue;
            // The “s” of a possessive is no word.
            if (word is not "s" && !Modifiers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) gap++;
        }

        return gap;
    }
}
