using System.Text;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Splits a scrape into lines, mends them and joins what a dump broke in the middle of a sentence.</summary>
public static class LineReader
{
    /// <summary>A line shorter than this is a label, never the first half of a sentence.</summary>
    const int LeastBroken = 30;

    /// <summary>Texts wrapped by hand keep their lines under this.</summary>
    const int WrapColumn = 100;

    /// <summary>Most lines read; the longest scrape seen has under two thousand.</summary>
    public const int MostLines = 50_000;

    /// <summary>Whether a text has more lines than are read.</summary>
    /// <param name="text">Decoded text with any line ends.</param>
    public static bool IsTooLong(string text) => text.AsSpan().Count('\n') >= MostLines;

    /// <summary>Reads the lines that say anything, in order.</summary>
    /// <param name="text">Decoded text with any line ends.</param>
    public static IReadOnlyList<ScrapeLine> Read(string text)
    {
        var raw = text.ReplaceLineEndings("\n").Split('\n', MostLines + 1);
        if (raw.Length > MostLines) raw = raw[..MostLines];
        var wrapped = IsWrapped(raw);
        var lines = new List<Whole>();
        for (var index = 0; index < raw.Length; index++)
        {
            var sifted = InjectedWords.Sift(raw[index]);
            var mended = TextRepair.Line(sifted.Text);
            if (mended.Text.Length == 0) continue;
            var follows = index > 0 && !string.IsNullOrWhiteSpace(raw[index - 1]);
            if (follows && lines.Count > 0 && Continues(lines[^1].Last, mended.Text, wrapped)) lines[^1].Add(index + 1, mended, sifted);
            else lines.Add(new Whole(index + 1, mended, sifted));
        }

        return [.. lines.Select(line => line.ToLine()).Where(line => line.Text.Length > 0)];
    }

    /// <summary>A line with the broken pieces that follow it.</summary>
    sealed class Whole(int first, RepairedText text, SiftedLine sifted)
    {
        readonly StringBuilder _text = new(text.Text);
        readonly List<string> _injected = [.. sifted.Injected];
        readonly List<string> _suspected = [.. sifted.Suspected];
        readonly int _number = first;
        int _last = first;
        readonly SortedSet<string> _repairs = new(text.Repairs, StringComparer.Ordinal);

        public string Last { get; private set; } = text.Text;

        public void Add(int line, RepairedText piece, SiftedLine more)
        {
            _last = line;
            _text.Append(' ').Append(piece.Text);
            _repairs.UnionWith(piece.Repairs);
            _injected.AddRange(more.Injected);
            _suspected.AddRange(more.Suspected);
            Last = piece.Text;
        }

        /// <summary>Mended once more where pieces were joined: a tag may have been broken over two lines.</summary>
        public ScrapeLine ToLine()
        {
            var whole = _last == _number ? new(_text.ToString(), []) : TextRepair.Line(_text.ToString());
            return new(_number, whole.Text) { LastNumber = _last, Repairs = [.. _repairs.Union(whole.Repairs)], Injected = _injected, Suspected = _suspected };
        }
    }

    static bool Continues(string before, string line, bool wrapped)
    {
        if (before.Length < LeastBroken) return false;
        if (wrapped) return !IsListMark(line[0]);
        return char.IsLower(line[0]) && (char.IsLetterOrDigit(before[^1]) || before[^1] is ',' or ';' or '–' or '—');
    }

    static bool IsListMark(char first) => first is '•' or '*' or '-' or '–';

    /// <summary>Whether paragraphs are broken at a column: blank lines between them, and inside them lines of nearly equal length.</summary>
    static bool IsWrapped(string[] raw)
    {
        if (raw.Any(line => line.Length > WrapColumn)) return false;
        var inside = raw.Zip(raw.Skip(1)).Where(pair => pair.First.Length > 0 && pair.Second.Length > 0).Select(pair => pair.First.Length).ToList();
        return inside.Count >= 4 && inside.Count(length => length >= WrapColumn / 2) >= inside.Count * 4 / 5;
    }
}
