using System.Collections.Frozen;
using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging.FoundNames;

/// <summary>A word of a text, without the <c>'s</c> of a possessive.</summary>
readonly record struct Word(int Start, int End, bool IsPossessive)
{
    /// <summary>After the word with its <c>'s</c>.</summary>
    public int FullEnd => IsPossessive ? End + 2 : End;
}

/// <summary>The words of one part of an article, and what they look like.</summary>
sealed class TextWords
{
    /// <summary>A headline with fewer words tells nothing by its capitals.</summary>
    const int FewestCapitals = 4;

    readonly List<Word> _words = [];

    public TextWords(TextField field)
    {
        Field = field;
        for (var i = 0; i < field.Text.Length; i++)
            if (char.IsLetterOrDigit(field.Text[i])) i = Add(i) - 1;
        IsTitleCase = field.Part == TextPart.Title && CapitalsTellNothing();
    }

    public TextField Field { get; }

    public int Count => _words.Count;

    public Word this[int index] => _words[index];

    /// <summary>The first word that starts at a place or behind it; <see cref="Count"/> where none does.</summary>
    public int From(int place) => Ordered.First(_words, place, word => word.Start);

    /// <summary>Whether nearly every word is capitalised, so that a capital makes no name.</summary>
    public bool IsTitleCase { get; }

    /// <summary>A word as rules compare it; nothing beyond the ends.</summary>
    public ReadOnlySpan<char> Folded(int index) =>
        index >= 0 && index < Count ? Field.Folded.AsSpan(_words[index].Start, _words[index].End - _words[index].Start) : default;

    public ReadOnlySpan<char> Written(int index) => Field.Text.AsSpan(_words[index].Start, _words[index].End - _words[index].Start);

    /// <summary>What stands between a word and the one before it.</summary>
    public ReadOnlySpan<char> Before(int index)
    {
        var start = index == 0 ? 0 : _words[Math.Min(index, Count) - 1].FullEnd;
        return Field.Text.AsSpan(start, (index < Count ? _words[index].Start : Field.Text.Length) - start);
    }

    /// <summary>Whether a word follows the one before it in the same phrase.</summary>
    public bool Follows(int index) => index > 0 && index < Count && Before(index) is " ";

    /// <summary>Whether a word opens the text or a sentence, where anything is capitalised.</summary>
    public bool OpensSentence(int index) => index == 0 || Before(index).IndexOfAny(".!?:\n") >= 0;

    public bool Is(int index, FrozenSet<string> words) =>
        index >= 0 && index < Count && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Folded(index));

    /// <summary>Whether a word is written as names are: a capital at its start or, as in iProov, within; <c>AI-powered</c> and <c>Can’t</c> are not.</summary>
    public bool IsNameLike(int index)
    {
        var word = Written(index);
        var hyphen = word.LastIndexOf('-');
        if (hyphen >= 0 && hyphen + 1 < word.Length && char.IsLower(word[hyphen + 1])) return false;
        var capital = false;
        foreach (var c in word)
        {
            if (c is '\'' or '’') return false;
            capital |= char.IsUpper(c);
        }

        return capital;
    }

    int Add(int start)
    {
        var text = Field.Text;
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (IsJoint(text[end]) && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))) end++;
        var possessive = end - start > 2 && text[end - 1] == 's' && Folding.FoldSign(text[end - 2]) == '\'';
        _words.Add(new Word(start, possessive ? end - 2 : end, possessive));
        return end;
    }

    static bool IsJoint(char c) => c is '-' or '.' or '&' or '\'' or '’';

    bool CapitalsTellNothing()
    {
        var (capital, all) = (0, 0);
        for (var i = 1; i < Count; i++)
        {
            if (_words[i].End - _words[i].Start < FewestCapitals) continue;
            all++;
            if (!char.IsLower(Field.Text[_words[i].Start])) capital++;
        }

        return all == 0 || capital * 3 >= all * 2;
    }
}
