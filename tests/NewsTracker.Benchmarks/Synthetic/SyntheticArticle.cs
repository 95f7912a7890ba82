using System.Globalization;

namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>An article made up from a seed.</summary>
/// <param name="Title">Eight words.</param>
/// <param name="Excerpt">Twenty-six words.</param>
/// <param name="At">UTC, as the store writes it; null where undated.</param>
/// <param name="Day">Where a day is known.</param>
/// <param name="Precision">0 unknown, 1 year, 2 month, 5 second.</param>
/// <param name="Provider">Rank from 0.</param>
/// <param name="Companies">Ranks from 0; the first are its subjects.</param>
/// <param name="Subjects">How many of them are.</param>
/// <param name="Topics">Ranks from 0; the first 20 are the tracker's own.</param>
/// <param name="Scope">1 face recognition, 0 other things.</param>
sealed record SyntheticArticle(
    string Title, string Excerpt, string? At, string? Day, int Precision, int Provider,
    IReadOnlyList<int> Companies, int Subjects, IReadOnlyList<int> Topics, int Scope);

/// <summary>Makes articles up, the same for the same seed.</summary>
sealed class SyntheticArticles(int seed)
{
    /// <summary>How many companies there are.</summary>
    public const int Companies = 300;

    /// <summary>How many providers there are.</summary>
    public const int Providers = 500;

    /// <summary>How many topics there are, half of them the tracker's own.</summary>
    public const int Topics = 40;

    const int Years = 10;
    static readonly DateTime Start = new(2016, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly Random _random = new(seed);
    readonly Zipf _words = new(WordList.Count, 6);
    readonly Zipf _companies = new(Companies, 2);
    readonly Zipf _providers = new(Providers, 2);
    readonly Zipf _topics = new(Topics, 2);

    /// <summary>The next one.</summary>
    public SyntheticArticle Next()
    {
        var companies = Distinct(_companies, _random.Next(5));
        var topics = Distinct(_topics, 1 + _random.Next(4));
        var (at, day, precision) = Date();
        return new SyntheticArticle(
            Text(8), Text(26), at, day, precision, _providers.Next(_random), companies, Math.Min(companies.Count, _random.Next(3)), topics,
            _random.Next(5) == 0 ? 0 : 1);
    }

    // One in fifty undated, as many known by their year and twice as many by their month alone.
    (string? At, string? Day, int Precision) Date()
    {
        var at = Start.AddSeconds(_random.NextInt64(Years * 365L * 86400));
        return _random.Next(50) switch
        {
            0 => (null, null, 0),
            1 => (Text(new DateTime(at.Year, 1, 1)), null, 1),
            2 or 3 => (Text(new DateTime(at.Year, at.Month, 1)), null, 2),
            _ => (Text(at), at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 5),
        };
    }

    List<int> Distinct(Zipf from, int count) => [.. Enumerable.Range(0, count).Select(_ => from.Next(_random)).Distinct()];

    string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => WordList.All[_words.Next(_random)]));

    static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
