namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>Words of no language, the same in every run; the first is the most common.</summary>
static class WordList
{
    /// <summary>How many there are.</summary>
    public const int Count = 5000;

    static readonly string[] Starts = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "kl", "st", "tr"];
    static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ou"];
    static readonly string[] Ends = ["", "l", "n", "r", "s", "t", "nd", "rk"];

    /// <summary>All of them.</summary>
    public static string[] All { get; } = [.. Enumerable.Range(0, Count).Select(Word)];

    // Steps that share no divisor with the number of syllables, so that neighbours in rank look nothing alike.
    static string Word(int rank) => Syllable((rank * 611) + 5) + (rank % 3 == 0 ? "" : Syllable((rank * 389) + 77)) + Syllable((rank / 7 * 97) + (rank % 7 * 131));

    static string Syllable(int number) =>
        Starts[number % Starts.Length] + Middles[number / Starts.Length % Middles.Length] + Ends[number / (Starts.Length * Middles.Length) % Ends.Length];
}
