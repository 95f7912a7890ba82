using System.Globalization;
using NewsTracker.Benchmarks.Synthetic;

namespace NewsTracker.Benchmarks.Load;

/// <summary>Addresses of the list on a synthetic tracker, no two alike, the same for the same seed. Names are drawn as often as articles carry them.</summary>
sealed class RandomAddresses(int seed)
{
    readonly Random _random = new(seed);
    readonly HashSet<string> _given = [];
    readonly Zipf _companies = new(SyntheticArticles.Companies, 2);
    readonly Zipf _providers = new(SyntheticArticles.Providers, 2);
    readonly Zipf _topics = new(SyntheticArticles.Topics, 2);
    readonly Zipf _words = new(WordList.Count, 6);

    /// <summary>One to four filters.</summary>
    public IReadOnlyList<string> Filters(int count) => Distinct(count, () => Some(1 + _random.Next(4)));

    /// <summary>Two or three words, as often as texts hold them, and up to two filters.</summary>
    public IReadOnlyList<string> Words(int count) => Distinct(count, () => [Text(2 + _random.Next(2)), .. Some(_random.Next(3))]);

    /// <summary>The most common word of all and one or two filters.</summary>
    public IReadOnlyList<string> CommonWord(int count) => Distinct(count, () => [$"q={WordList.All[0]}", .. Some(1 + _random.Next(2))]);

    List<string> Distinct(int count, Func<IEnumerable<string>> next)
    {
        List<string> addresses = [];
        while (addresses.Count < count)
        {
            var address = $"/?{string.Join('&', next())}";
            if (_given.Add(address)) addresses.Add(address);
        }

        return addresses;
    }

    string[] Some(int count)
    {
        string[] all = [$"company={Name(SyntheticNames.Company, _companies)}", $"topic={Name(SyntheticNames.Topic, _topics)}", $"provider={Name(SyntheticNames.Provider, _providers)}", Dates()];
        _random.Shuffle(all);
        return all[..count];
    }

    string Name(Func<int, string> name, Zipf ranks) => _random.Next(8) switch
    {
        0 => $"-{name(ranks.Next(_random))}",
        1 => $"{name(ranks.Next(_random))},{name(ranks.Next(_random))}",
        _ => name(ranks.Next(_random)),
    };

    string Dates()
    {
        var from = new DateOnly(2016 + _random.Next(9), 1 + _random.Next(12), 1);
        return string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM}&to={from.AddMonths(_random.Next(30)):yyyy-MM}");
    }

    string Text(int count) => $"q={string.Join('+', Enumerable.Range(0, count).Select(_ => WordList.All[_words.Next(_random)]))}";
}
