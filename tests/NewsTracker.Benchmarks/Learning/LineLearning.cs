using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Benchmarks.Learning;

/// <summary>Learns <see cref="LineModel"/> from labelled scrapes and tells how well it reads pages that it has not seen.</summary>
sealed class LineLearning(IReadOnlyList<LabelledScrape> scrapes, TreeSettings settings)
{
    const int Folds = 5;

    /// <summary>The price of a change between text and furniture; chosen by cross-validation.</summary>
    const double Switch = 1.5;

    /// <summary>There are few scrapes of the tracker's own field, so that each counts as much as several general pages.</summary>
    const double OwnFieldWeight = 3;

    /// <summary>Reports the score for pages that were not learned from, and writes what all of them teach.</summary>
    /// <param name="report">Where the scores go.</param>
    /// <param name="model">Where the model goes; null where only the scores are wanted.</param>
    public void Run(TextWriter report, FileInfo? model)
    {
        report.WriteLine($"{scrapes.Count} scrapes, {scrapes.Sum(scrape => scrape.Labels.Length)} lines, {LineFeatures.Names.Count} features; {Folds} parts by page");
        foreach (var (set, score) in CrossValidate()) report.WriteLine($"{set,-8} {score}");
        if (model is null) return;
        using (var writer = model.CreateText()) Learn(scrapes).Write(writer);
        model.Refresh();
        report.WriteLine($"{model.FullName}: {model.Length / 1000} kB");
    }

    /// <summary>A score per set: pages are dealt out to five parts, and each part is read by what the others taught.</summary>
    public IReadOnlyDictionary<string, ShingleScore> CrossValidate()
    {
        var folds = scrapes.Select(scrape => scrape.Page).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index()
            .ToDictionary(page => page.Item, page => page.Index % Folds, StringComparer.Ordinal);
        var models = Enumerable.Range(0, Folds).AsParallel().AsOrdered()
            .Select(fold => Learn([.. scrapes.Where(scrape => folds[scrape.Page] != fold)])).ToList();
        var scores = new SortedDictionary<string, ShingleScore>(StringComparer.Ordinal);
        foreach (var scrape in scrapes)
        {
            if (!scores.TryGetValue(scrape.Set, out var score)) scores[scrape.Set] = score = new();
            score.Add(scrape.Truth, ScrapeText.From(LineClassifier.Classify(scrape.Document, models[folds[scrape.Page]])).Body);
        }

        return scores;
    }

    LineModel Learn(IReadOnlyList<LabelledScrape> known)
    {
        var (bias, trees) = TreeLearner.Learn([.. known.Concat(known.Select(scrape => scrape.TextAlone())).SelectMany(Examples)], settings);
        return new(bias, Switch, trees);
    }

    /// <summary>Each document counts the same, as it does in the score; in it a line counts by its words.</summary>
    static IEnumerable<Example> Examples(LabelledScrape scrape)
    {
        var body = 50 + scrape.Document.Lines.Where((_, index) => scrape.Labels[index]).Sum(line => line.Words);
        var weight = (scrape.Set == LabelledScrape.OwnField ? OwnFieldWeight : 1) * 100 / body;
        return LineFeatures.Of(scrape.Document).Select((row, index) => new Example(row, scrape.Labels[index], (scrape.Document.Lines[index].Words + 4) * weight));
    }
}
