namespace NewsTracker.Ingestion.Cleaning;

/// <summary>
/// Tells text from furniture, line by line, by wording, shape and neighbours. Rules, not a learned model: each decision has a reason
/// that people can read beside the cut line.
/// </summary>
public static class LineClassifier
{
    /// <summary>A heading is shorter than this, in words.</summary>
    const int LongestSubhead = 12;

    /// <summary>Fewer letters and digits than this say nothing when they repeat.</summary>
    const int LeastRepeat = 12;

    /// <summary>A repeated line with fewer words goes everywhere: captions and labels are printed twice, sentences are quoted twice.</summary>
    const int LeastTold = 15;

    /// <summary>So many short lines in a row inside the text are a list that belongs to the page, not to the article.</summary>
    const int LongestRun = 2;

    /// <summary>Classifies all lines.</summary>
    /// <param name="lines">In the order of the file.</param>
    /// <returns>One decision per line, in the same order.</returns>
    public static IReadOnlyList<ClassifiedLine> Classify(IReadOnlyList<ScrapeLine> lines)
    {
        var furniture = lines.Select(line => LinePhrases.Furniture(line.Text)).ToList();
        var repeats = lines.CountBy(line => line.Key).Where(key => key.Key.Length >= LeastRepeat && key.Value > 1)
            .Select(key => key.Key).ToHashSet(StringComparer.Ordinal);
        var span = BodySpan.Find(lines, furniture, repeats);
        var headline = HeadlineFinder.Find(lines, furniture, span);
        var context = new Context(lines, furniture, span, headline, repeats);
        return [.. lines.Select((line, index) => context.Classify(index))];
    }

    sealed class Context(
        IReadOnlyList<ScrapeLine> lines, List<string?> furniture, BodySpan span, int? headline, HashSet<string> repeats)
    {
        readonly Dictionary<string, int> _firsts = new(StringComparer.Ordinal);

        public ClassifiedLine Classify(int index)
        {
            var line = lines[index];
            if (index == headline) return new(line, LineKind.Title, "headline");
            if (headline is { } title && line.Key == lines[title].Key) return Cut(line, "repeated headline");
            if (DateLine.IsDateLine(line)) return new(line, LineKind.Date, "date line");
            if (furniture[index] is { } reason) return Cut(line, reason);
            if (span.IsEmpty || index < span.First) return Cut(line, "before the article");
            if (index > span.Last) return Cut(line, "after the article");
            if (Repeats(index)) return Cut(line, "repeated line");
            if (line.IsText) return new(line, LineKind.Body, null);
            return IsSubhead(index) ? new(line, LineKind.Subhead, null) : Cut(line, "caption or label");
        }

        /// <summary>Labels that come back are the page's own; of running text the first copy stays.</summary>
        bool Repeats(int index) =>
            repeats.Contains(lines[index].Key) && (lines[index].Words < LeastTold || !_firsts.TryAdd(lines[index].Key, index) && _firsts[lines[index].Key] != index);

        /// <summary>A short line alone between two pieces of text heads the second one; several in a row are a list of links.</summary>
        bool IsSubhead(int index)
        {
            var line = lines[index];
            if (line.Words > LongestSubhead || index == span.First) return false;
            if (!line.Text.Any(char.IsLetter) || repeats.Contains(line.Key)) return false;
            var (before, after) = (RunLength(index, -1), RunLength(index, +1));
            return before + after + 1 < LongestRun && index + 1 <= span.Last && lines[index + 1].IsText && furniture[index + 1] is null;
        }

        int RunLength(int index, int step)
        {
            var length = 0;
            for (var at = index + step; length < LongestRun && at >= span.First && at <= span.Last && !lines[at].IsText; at += step) length++;
            return length;
        }

        static ClassifiedLine Cut(ScrapeLine line, string reason) => new(line, LineKind.Furniture, reason);
    }
}
