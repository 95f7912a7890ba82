namespace NewsTracker.Ingestion.Cleaning;

/// <summary>
/// Tells the language of a text where it is sure, by its script or by its function words; a headline alone is mostly too short.
/// Numbers chosen so that no English article of some twenty thousand is taken for another language (docs/taxonomy.md).
/// </summary>
static class LanguageJudge
{
    /// <summary>Characters read of each part: more would tell the same.</summary>
    const int MostCharacters = 2_000;

    const int MostWords = 512;

    /// <summary>Function words that speak for the language and not for its rival: fewer may be a name or a quotation.</summary>
    const int LeastWords = 4;

    /// <summary>How many times as many of them as the rival has for itself.</summary>
    const int Superiority = 3;

    /// <summary>One word in so many is a function word of the language, in running text one in three: a list of names has next to none.</summary>
    const int WordsPerFunctionWord = 6;

    /// <summary>Letters of a script that is a language's own, at least; and one in so many of all letters, because Latin names need more letters.</summary>
    const int LeastLetters = 10;

    const int LettersPerForeign = 3;

    /// <summary>The language of an article: a template says English by default, whatever is filled in; no other language is declared by mistake.</summary>
    /// <param name="declared">What the markup declares; null where nothing.</param>
    /// <param name="folded">The article's parts, folded.</param>
    /// <returns>ISO 639-1 code; null where neither tells.</returns>
    public static string? Told(string? declared, IEnumerable<string> folded) => declared is null or "en" ? Of(folded) ?? declared : declared;

    static string? Of(IEnumerable<string> folded)
    {
        Span<uint> found = stackalloc uint[MostWords];
        var (words, hits) = (0, 0);
        var scripts = new ScriptCounts();
        foreach (var text in folded)
        {
            var part = text.AsSpan(0, Math.Min(text.Length, MostCharacters));
            scripts.Add(part);
            Read(part, found, ref words, ref hits);
        }

        return scripts.Language ?? ByWords(found[..hits], words);
    }

    static void Read(ReadOnlySpan<char> folded, Span<uint> found, ref int words, ref int hits)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            var start = at;
            while (at < folded.Length && char.IsLetter(folded[at])) at++;
            if (at == start) continue;
            words++;
            if (hits < found.Length && FunctionWords.ByWord.TryGetValue(folded[start..at], out var languages)) found[hits++] = languages;
        }
    }

    static string? ByWords(ReadOnlySpan<uint> found, int words)
    {
        var (best, most) = (0, 0);
        for (var language = 0; language < FunctionWords.Languages.Count; language++)
            if (Count(found, 1u << language, 0) is var count && count > most) (best, most) = (language, count);
        if (most * WordsPerFunctionWord < words) return null;
        for (var rival = 0; rival < FunctionWords.Languages.Count; rival++)
            if (rival != best && !IsSuperior(found, 1u << best, 1u << rival)) return null;
        return FunctionWords.Languages[best];
    }

    static bool IsSuperior(ReadOnlySpan<uint> found, uint language, uint rival) =>
        Count(found, language, rival) is var own && own >= LeastWords && own >= Superiority * Count(found, rival, language);

    /// <summary>Words that one language has and another has not.</summary>
    static int Count(ReadOnlySpan<uint> found, uint having, uint lacking)
    {
        var count = 0;
        foreach (var languages in found)
            if ((languages & having) != 0 && (languages & lacking) == 0) count++;
        return count;
    }

    /// <summary>Letters of the scripts that tell a language by themselves.</summary>
    struct ScriptCounts
    {
        int _letters;
        int _han;
        int _kana;
        int _hangul;
        int _greek;
        int _hebrew;
        int _thai;

        public void Add(ReadOnlySpan<char> text)
        {
            foreach (var c in text)
            {
                if (!char.IsLetter(c)) continue;
                _letters++;
                if (c < '\u0370') continue;
                if (c is >= '\u3040' and <= '\u30ff') _kana++;
                else if (c is >= '\u3400' and <= '\u9fff') _han++;
                else if (c is >= '\uac00' and <= '\ud7af') _hangul++;
                else if (c <= '\u03ff') _greek++;
                else if (c is >= '\u05d0' and <= '\u05ea') _hebrew++;
                else if (c is >= '\u0e00' and <= '\u0e7f') _thai++;
            }
        }

        /// <summary>Japanese mixes kana into Chinese signs, and Chinese has none of them.</summary>
        public readonly string? Language =>
            Rules(_kana + _han) ? _kana * 10 > _han ? "ja" : "zh"
            : Rules(_hangul) ? "ko"
            : Rules(_greek) ? "el"
            : Rules(_hebrew) ? "he"
            : Rules(_thai) ? "th"
            : null;

        readonly bool Rules(int letters) => letters >= LeastLetters && letters * LettersPerForeign >= _letters;
    }
}
