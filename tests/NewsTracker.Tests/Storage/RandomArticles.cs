using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage;

/// <summary>Articles with every kind of date and tag, the same for the same seed.</summary>
sealed class RandomArticles(int seed)
{
    public static readonly string[] Companies = ["sensetime", "megvii", "clearview-ai", "nec", "idemia", "cloudwalk", "face-plus-plus"];
    public static readonly string[] Topics = [.. TestStore.OwnTopics, "ai", "computer-vision"];
    public static readonly string[] Providers = ["axios.com", "reuters.com", "biometricupdate.com", "theguardian.com"];
    static readonly string[] Words = ["airport", "camera", "police", "startup", "lawsuit", "ban", "startups", "algorithm", "privacy", "retail"];

    readonly Random _random = new(seed);

    public IEnumerable<TestArticle> Take(int count, long firstId = 1) => Enumerable.Range(0, count).Select(offset => Next(firstId + offset));

    TestArticle Next(long id) => new(id)
    {
        Title = Text(3),
        Excerpt = _random.Next(3) == 0 ? null : Text(6),
        Body = _random.Next(4) == 0 ? null : Text(30),
        Published = Date(),
        Scope = _random.Next(4) == 0 ? ScopeValue.Other : ScopeValue.FacialRecognition,
        Subjects = Some(Companies, 2),
        Mentions = Some(Companies, 3),
        Topics = Some(Topics, 3),
        Provider = _random.Next(5) == 0 ? null : Pick(Providers),
        Origin = _random.Next(2) == 0 ? ArticleOrigin.File : ArticleOrigin.Related,
        Type = _random.Next(5) == 0 ? "video" : "article",
        Language = _random.Next(3) switch { 0 => null, 1 => "en", _ => "zh" },
        Format = (SourceFormat)_random.Next(3),
        Promoted = _random.Next(3) switch { 0 => null, 1 => true, _ => false },
        Quality = _random.Next(4) == 0 ? null : _random.Next(240),
        Heat = _random.Next(4) == 0 ? null : _random.Next(-1, 50),
        AddedAt = new DateTime(2026, 11, 1 + _random.Next(20), _random.Next(24), 0, 0, DateTimeKind.Utc),
    };

    PublishedDate Date()
    {
        var day = new DateOnly(2017, 1, 1).AddDays(_random.Next(5 * 365));
        return _random.Next(8) switch
        {
            0 => PublishedDate.Unknown,
            1 => PublishedDate.InYear(day.Year, DateSource.Estimated, "in that year"),
            2 => PublishedDate.InMonth(day.Year, day.Month, DateSource.Estimated, "that month"),
            3 => PublishedDate.OnDay(day, DateSource.Text, "published on"),
            _ => PublishedDate.Instant(day.ToDateTime(new TimeOnly(_random.Next(24), _random.Next(60)), DateTimeKind.Utc), DateSource.Declared),
        };
    }

    string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Pick(Words)));

    string Pick(string[] from) => from[_random.Next(from.Length)];

    string[] Some(string[] from, int most) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Pick(from)).Distinct()];
}
