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

/// <summary>Finds thousands of phrases in one pass over a text (Aho and Corasick, 1975), whole words only. Immutable and thread-safe.</summary>
sealed class PhraseAutomaton
{
    readonly Phrase[] _phrases;
    readonly ushort[] _classOf = new ushort[char.MaxValue + 1];
    readonly int _classes;
    readonly int[] _next;
    readonly int[] _shorter;
    readonly int[][] _ending;

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
        _shorter = new int[states];
        var ending = new List<int>?[states];
        PlantTrie(ending);
        LinkSuffixes(ending);
        _ending = Array.ConvertAll(ending, list => list?.ToArray() ?? []);
    }

    /// <summary>Adds every place where a phrase stands as whole words, in order of its end.</summary>
    /// <param name="folded">See <see cref="Folding.Fold"/>.</param>
    /// <param name="hits">Where to add.</param>
    public void Find(ReadOnlySpan<char> folded, List<PhraseHit> hits)
    {
        var state = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            state = _next[state * _classes + _classOf[folded[i]]];
            for (var at = state; at != 0; at = _shorter[at])
                foreach (var phrase in _ending[at])
                    AddWhole(folded, phrase, i + 1, hits);
        }
    }

    void AddWhole(ReadOnlySpan<char> folded, int phrase, int end, List<PhraseHit> hits)
    {
        var start = end - _phrases[phrase].Folded.Length;
        if (!Folding.IsWordEdge(folded, start)) return;
        if (_phrases[phrase].OpenEnd)
            while (!Folding.IsWordEdge(folded, end)) end++;
        else if (!Folding.IsWordEdge(folded, end)) return;
        hits.Add(new PhraseHit(phrase, start, end));
    }

    void PlantTrie(List<int>?[] ending)
    {
        var states = 1;
        for (var phrase = 0; phrase < _phrases.Length; phrase++)
        {
            var state = 0;
            foreach (var c in _phrases[phrase].Folded)
            {
                ref var next = ref _next[state * _classes + _classOf[c]];
                if (next == 0) next = states++;
                state = next;
            }

            (ending[state] ??= []).Add(phrase);
        }
    }

    void LinkSuffixes(List<int>?[] ending)
    {
        var suffix = new int[_shorter.Length];
        var queue = new Queue<int>(Children(0));
        while (queue.TryDequeue(out var state))
        {
            foreach (var child in Children(state)) queue.Enqueue(child);
            for (var c = 1; c < _classes; c++)
            {
                ref var next = ref _next[state * _classes + c];
                var fallback = _next[suffix[state] * _classes + c];
                if (next == 0) next = fallback;
                else suffix[next] = fallback;
            }

            var shorter = suffix[state];
            _shorter[state] = ending[shorter] is not null ? shorter : _shorter[shorter];
        }
    }

    List<int> Children(int state)
    {
        var children = new List<int>();
        for (var c = 1; c < _classes; c++)
            if (_next[state * _classes + c] is var next and not 0) children.Add(next);
        return children;
    }
}
