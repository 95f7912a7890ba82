namespace NewsTracker.Tests.Storage.Queries;

/// <summary>Query strings without a search text, each with a few names, the same for the same seed.</summary>
sealed class RandomFilters(int seed)
{
    readonly Random _random = new(seed);

    public string Next()
    {
        var from = 2016 + _random.Next(6);
        return string.Join('&', ((string[])
        [
            Maybe($"scope={Pick("all", "other", "facialRecognition")}"),
            Maybe(Names("company", RandomArticles.Companies)),
            Maybe(Names("company", RandomArticles.Companies)),
            Rarely(Names("topic", RandomArticles.Topics)),
            Rarely(Names("topic", RandomArticles.Topics)),
            Rarely(Names("provider", RandomArticles.Providers)),
            Rarely("role=subject"),
            Maybe($"from={Bound(from)}"),
            Maybe($"to={Bound(from + _random.Next(1, 4))}"),
            Rarely($"undated={Pick("only", "include", "exclude")}"),
            Rarely($"addedFrom=2026-11-{_random.Next(1, 10):00}"),
            Rarely($"addedTo=2026-11-{_random.Next(10, 20):00}"),
            Rarely("type=video"),
            Rarely($"origin={Pick("file", "related")}"),
            Rarely("language=en"),
            Rarely("format=text&format=html"),
            Rarely($"promoted={Pick("true", "false")}"),
            Maybe($"sort={Pick("newest", "oldest", "added", "quality", "heat")}"),
            Maybe($"size={_random.Next(1, 101)}"),
        ]).Where(pair => pair.Length > 0));
    }

    string Names(string name, string[] from)
    {
        var terms = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => $"{(_random.Next(4) == 0 ? "-" : "")}{Pick(from)}");
        return $"{name}={string.Join(',', terms)}";
    }

    string Bound(int year) => _random.Next(3) switch
    {
        0 => $"{year}",
        1 => $"{year}-{_random.Next(1, 13):00}",
        _ => $"{year}-{_random.Next(1, 13):00}-{_random.Next(1, 29):00}",
    };

    string Maybe(string pair) => _random.Next(2) == 0 ? pair : "";

    string Rarely(string pair) => _random.Next(5) == 0 ? pair : "";

    string Pick(params string[] from) => from[_random.Next(from.Length)];
}
