using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Benchmarks.Learning;

/// <summary>Tells which lines of a dump are the article, by comparing it with the article's true text.</summary>
static class LineLabels
{
    /// <summary>So many words in a row must be those of the article; runs go on across line ends, so that short lines are told by their neighbours.</summary>
    const int Run = 4;

    /// <summary>Lines around a copy that decide which of several copies is the article's.</summary>
    const int Around = 6;

    /// <summary>Labels the lines.</summary>
    /// <param name="lines">Of the dump.</param>
    /// <param name="truth">The article's text.</param>
    public static bool[] Of(IReadOnlyList<ScrapeLine> lines, string truth)
    {
        var words = lines.SelectMany((line, index) => ShingleScore.Words(line.Text).Select(word => (Word: word, Line: index))).ToList();
        var covered = Covered([.. words.Select(word => word.Word)], ShingleScore.Words(truth));
        var (own, all) = (new int[lines.Count], new int[lines.Count]);
        foreach (var ((_, line), at) in words.Select((word, at) => (word, at)))
        {
            all[line]++;
            if (covered[at]) own[line]++;
        }

        bool[] labels = [.. lines.Select((_, index) => all[index] > 0 && own[index] * 2 > all[index])];
        return WithoutCopies(lines, labels, own, truth);
    }

    static bool[] Covered(string[] words, IReadOnlyList<string> truth)
    {
        var runs = Enumerable.Range(0, Math.Max(0, truth.Count - Run + 1)).Select(at => string.Join(' ', truth.Skip(at).Take(Run))).ToHashSet(StringComparer.Ordinal);
        var covered = new bool[words.Length];
        for (var at = 0; at + Run <= words.Length; at++)
            if (runs.Contains(string.Join(' ', words.AsSpan(at, Run).ToArray()))) covered.AsSpan(at, Run).Fill(true);
        return covered;
    }

    /// <summary>A line that the dump prints more often than the article does is the article's where most of the article stands around it.</summary>
    static bool[] WithoutCopies(IReadOnlyList<ScrapeLine> lines, bool[] labels, int[] own, string truth)
    {
        var kept = (bool[])labels.Clone();
        var text = ScrapeLine.KeyOf(truth);
        foreach (var copies in lines.Index().Where(line => labels[line.Index] && line.Item.Key.Length > 0).GroupBy(line => line.Item.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var wanted = Math.Max(1, text.AsSpan().Count(copies.Key));
            foreach (var (index, _) in copies.OrderByDescending(line => Neighbourhood(own, line.Index)).Skip(wanted)) kept[index] = false;
        }

        return kept;
    }

    static int Neighbourhood(int[] own, int index)
    {
        var (from, to) = (Math.Max(0, index - Around), Math.Min(own.Length, index + Around + 1));
        return own[from..to].Sum() - own[index];
    }
}
