using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>A sum in its sentence. Sums that one “to” or “and” joins share their surroundings.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="In">Where it stands.</param>
/// <param name="Sentence">The sentence's bounds.</param>
/// <param name="From">Where the words before it begin: the sentence, or the sum before, at most <see cref="Reach"/> away.</param>
/// <param name="Start">Where they end.</param>
/// <param name="End">Where the words behind it begin.</param>
/// <param name="To">Where they end: the sentence, or the next sum, at most <see cref="Reach"/> away.</param>
sealed partial record MoneyPlace(MoneySum Sum, MoneyField In, (int Start, int End) Sentence, int From, int Start, int End, int To)
{
    static readonly FrozenSet<string> Modifiers = MoneyCues.Modifiers.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    static readonly FrozenSet<string> Breaks = MoneyCues.Breaks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Characters to each side in which words can speak of a sum: longer than sentences are, so that a text without full stops costs no more than one with them.</summary>
    const int Reach = 800;

    /// <summary>The most sums that one joined row holds: a range has two.</summary>
    const int MostJoined = 8;

    public TextField Field => In.Field;

    /// <summary>What can be read of its sentence.</summary>
    public (int Start, int End) Near => (Math.Max(Sentence.Start, Start - Reach), Math.Min(Sentence.End, End + Reach));

    /// <summary>Every sum of a part, with its surroundings.</summary>
    public static List<MoneyPlace> Of(MoneyField field, List<MoneySum> sums)
    {
        var places = new List<MoneyPlace>();
        for (var first = 0; first < sums.Count;)
        {
            var last = first;
            while (last + 1 < sums.Count && last - first < MostJoined && MoneyText.Joins(field.Field.Text, sums[last].End, sums[last + 1].Start)) last++;
            var sentence = field.Field.SentenceBounds(sums[first].Start);
            sentence.End = Math.Max(sentence.End, sums[last].End);
            var from = first > 0 ? Math.Max(sentence.Start, sums[first - 1].End) : sentence.Start;
            var to = last + 1 < sums.Count ? Math.Min(sentence.End, sums[last + 1].Start) : sentence.End;
            from = Math.Clamp(from, Math.Max(0, sums[first].Start - Reach), sums[first].Start);
            to = Math.Clamp(to, sums[last].End, sums[last].End + Reach);
            for (var i = first; i <= last; i++) places.Add(new MoneyPlace(sums[i], field, sentence, from, sums[first].Start, sums[last].End, to));
            first = last + 1;
        }

        return places;
    }

    /// <summary>The company names of its sentence, in order.</summary>
    public IEnumerable<Mention> Named => In.Named(Near.Start, Near.End);

    /// <summary>The words before it, as far as they can speak of it.</summary>
    public ReadOnlySpan<char> Before => In.Masked.AsSpan(From, Start - From);

    /// <summary>The words behind it, as far as they can speak of it.</summary>
    public ReadOnlySpan<char> Behind => In.Masked.AsSpan(End, To - End);

    /// <summary>The words of its sentence up to a place.</summary>
    public ReadOnlySpan<char> Until(int at) => In.Masked.AsSpan(Near.Start, Math.Max(0, at - Near.Start));

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
    public ReadOnlySpan<char> WordBefore(int at) => MoneyWording.LastWord(In.Masked.AsSpan(0, at).TrimEnd());

    /// <summary>Whether it is the size of a fund that is named as an example: “investors including a $1 billion guidance fund”.</summary>
    public bool IsExampleFund
    {
        get
        {
            if (!MoneyWording.Ends(MoneyWording.Without(Until(Start), "a", "an", "the"), "including", "such as")) return false;
            var clause = Behind[..(Behind.IndexOfAny(",;:.") is var end and >= 0 ? end : Behind.Length)];
            var fund = clause.IndexOf(" fund", StringComparison.Ordinal);
            return fund >= 0 && clause[..fund].Count(' ') <= LongestFundName;
        }
    }

    /// <summary>Whether it only says how another sum changed: “later raised to $650 million”, “up from $4 million”. That tells of no money raised.</summary>
    public bool IsChange => Change().IsMatch(Before);

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

    [GeneratedRegex(@"(\b(raised|increased|lifted|upped|boosted|cut|reduced|lowered|revised|extended|expanded) (to|from|by)|\b((up|down) from|compared (with|to)))( (about|around|nearly|almost|over|more than|as much as|up to|at least|a|an|the|some|another|record))*\s*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Change();
}
