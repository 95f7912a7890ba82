namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Where a phrase stands in a text.</summary>
/// <param name="Phrase">Its number.</param>
/// <param name="Start">First character.</param>
/// <param name="End">After the last character, or after the last word where its ending is open.</param>
readonly record struct PhraseHit(int Phrase, int Start, int End);

/// <summary>A phrase to look for.</summary>
/// <param name="Folded">See <see cref="Folding.Fold"/>.</param>
/// <param name="OpenEnd">Whether its last word may go on.</param>
readonly record struct Phrase(string Folded, bool OpenEnd)
{
    /// <summary>Reads <c>ban*</c> as an open phrase and anything else as a closed one.</summary>
    public static Phrase Parse(string text)
    {
        var folded = Folding.Fold(text.Trim());
        return folded.EndsWith('*') ? new Phrase(folded[..^1], true) : new Phrase(folded, false);
    }
}

/// <summary>
/// Finds thousands of phrases in one pass over a text, whole words only: a trie, entered at each word's first letter and mostly left
/// at its second or third. Immutable and thread-safe.
/// </summary>
sealed class PhraseAutomaton
{
    /// <summary>The root; no letter leads back to it, so it also stands for “nothing goes on from here”.</summary>
    const int Root = 0;

    readonly Phrase[] _phrases;
    readonly ushort[] _classOf = new ushort[char.MaxValue + 1];
    readonly int _classes;
    readonly int[] _next;
    readonly int[]?[] _ending;

    /// <summary>Builds the automaton; a phrase's place in the list is its number.</summary>
    /// <param name="phrases">None empty; equal ones are each reported.</param>
    public PhraseAutomaton(IReadOnlyList<Phrase> phrases)
    {
        _phrases = [.. phrases];
        ushort classes = 0;
        foreach (var c in _phrases.SelectMany(phrase => phrase.Folded))
            if (_classOf[c] == 0) _classOf[c] = ++classes;
        _classes = classes + 1;

        var states = 1 + _phrases.Sum(phrase => phrase.Folded.Length);
        _next = new int[states * _classes];
        _ending = new int[states][];
        PlantTrie();
    }

    /// <summary>Adds every place where a phrase stands as whole words, in order of its end.</summary>
    /// <param name="folded">See <see cref="Folding.Fold"/>.</param>
    /// <param name="hits">Where to add.</param>
    public void Find(ReadOnlySpan<char> folded, List<PhraseHit> hits)
    {
        var before = hits.Count;
        var insideWord = false;
        for (var start = 0; start < folded.Length; start++)
        {
            var isWordPart = Folding.IsWordPart(folded[start]);
            if (!(insideWord && isWordPart)) FindAt(folded, start, hits);
            insideWord = isWordPart;
        }

        if (hits.Count - before > 1) hits.Sort(before, hits.Count - before, ByEnd);
    }

    static readonly Comparer<PhraseHit> ByEnd = Comparer<PhraseHit>.Create(static (a, b) =>
        a.End != b.End ? a.End.CompareTo(b.End) : a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Phrase.CompareTo(b.Phrase));

    void FindAt(ReadOnlySpan<char> folded, int start, List<PhraseHit> hits)
    {
        var state = Root;
        for (var i = start; i < folded.Length; i++)
        {
            state = _next[state * _classes + _classOf[folded[i]]];
            if (state == Root) return;
            if (_ending[state] is not { } ending) continue;
            foreach (var phrase in ending) AddWhole(folded, phrase, start, i + 1, hits);
        }
    }

    void AddWhole(ReadOnlySpan<char> folded, int phrase, int start, int end, List<PhraseHit> hits)
    {
        if (_phrases[phrase].OpenEnd)
            while (!Folding.IsWordEdge(folded, end)) end++;
        else if (!Folding.IsWordEdge(folded, end)) return;
        hits.Add(new PhraseHit(phrase, start, end));
    }

    void PlantTrie()
    {
        var states = 1;
        for (var phrase = 0; phrase < _phrases.Length; phrase++)
        {
            var state = Root;
            foreach (var c in _phrases[phrase].Folded)
            {
                ref var next = ref _next[state * _classes + _classOf[c]];
                if (next == Root) next = states++;
                state = next;
            }

            _ending[state] = [.. _ending[state] ?? [], phrase];
        }
    }
}
